// What every page is sent with keeps others' scripts out, in the eyes of a library that knows how policies are got round.
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { Severity } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";

import { lead } from "./support/people";
import { address, expect, test } from "./support/test";

const forEverybody = ["/", "/say", "/changes", "/changes.atom", "/services", "/privacy", "/sign-in", "/nowhere"];
const forWork = ["/asks", "/account"];

test("No way round the policy for content is known", async ({ open }) => {
  const { request } = (await open({ as: lead })).context();
  const stranger = (await open()).context().request;
  for (const [who, path] of [...forEverybody.map((path) => [stranger, path] as const), ...forWork.map((path) => [request, path] as const)]) {
    const { "content-security-policy": policy = "" } = (await who.get(path, { maxRedirects: 0 })).headers();
    const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
    // That 'self' may send scripts is all that it is in doubt about: what families send is never sent as one.
    const worse = findings.filter(({ severity }) => severity < Severity.MEDIUM_MAYBE);
    expect(worse.map(({ directive, description }) => `${path} ${directive}: ${description}`)).toEqual([]);
    expect(policy, path).toContain("frame-ancestors 'none'");
  }
});

test("What a method is not there for is refused", async ({ open }) => {
  const { request } = (await open()).context();
  for (const method of ["TRACE", "PUT", "DELETE", "OPTIONS"])
    expect((await request.fetch(address("/"), { method })).status(), method).toBeGreaterThanOrEqual(400);
});
