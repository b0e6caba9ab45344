// What must be there before a walk begins: made by sending forms without drawing their pages, which other walks look at.
import { request, type APIRequestContext } from "@playwright/test";

import type { Receipt, Words } from "./family";
import { lead, password, worker } from "./people";
import { address, expect } from "./test";

type Fields = Record<string, string>;

export interface Asked {
  receipt: Receipt;
  /// Where those who answer find it.
  ask: string;
}

export interface Answered extends Asked {
  /// Where everybody reads it.
  change: string;
}

/// A family has said it to a service, and may be told by more than its receipt.
export async function said(
  { words, wish, mayShow }: Words,
  service = "school-transport",
  told: Fields = { told_by: "receipt" },
): Promise<Receipt> {
  return visit(async (family) => {
    await send(family, "/say", { words });
    await send(family, "/say/about", { about: service });
    await send(family, "/say/place", { place: "rather-not-say" });
    await send(family, "/say/speaker", { speaker: "parent-or-carer" });
    await send(family, "/say/wish", { wish });
    await send(family, "/say/show", { may_show: mayShow ? "without-name" : "no" });
    await send(family, "/say/told", told);
    const thanks = await send(family, "/say/check");
    const page = await (await family.get(thanks)).text();
    return {
      reference: /<strong>(V-.+?)<\/strong>/.exec(page)?.[1] ?? "",
      link: /href="(\/follow\/[^"]+)"/.exec(page)?.[1] ?? "",
    };
  });
}

/// The service has it.
export async function asked(words: Words, service = "school-transport", told?: Fields): Promise<Asked> {
  const receipt = await said(words, service, told);
  const ask = await visit(async (hand) => {
    const inbox = await (await hand.get(`/voices?${new URLSearchParams({ q: words.words })}`)).text();
    const link = inbox.split("</a>").find((each) => each.endsWith(`>${words.words}`)) ?? "";
    const voice = /href="(\/voices\/\d+)[^"]*"[^"]*$/.exec(link)?.[1] ?? "";
    const done = await send(hand, voice, { words: words.words, wish: words.wish, service, do: "ask" });
    const page = await (await hand.get(done)).text();
    return /href="(\/asks\/\d+)"/.exec(page)?.[1] ?? "";
  }, worker);
  return { receipt, ask };
}

/// School Transport did what was asked, and everybody can read it.
export async function answered(words: Words, answer: string, told?: Fields): Promise<Answered> {
  const { receipt, ask } = await asked(words, "school-transport", told);
  const change = await visit(async (hand) => {
    await send(hand, `${ask}/answer`, { outcome: "done", done: answer });
    return send(hand, `${ask}/publish`, { do: "now" });
  }, lead);
  return { receipt, ask, change };
}

/// With cookies of its own, signed in as somebody or not.
async function visit<T>(act: (hand: APIRequestContext) => Promise<T>, as?: string): Promise<T> {
  const hand = await request.newContext({ baseURL: address(), extraHTTPHeaders: { Origin: address() } });
  try {
    if (as) await hand.post("/sign-in", { form: { email: as, password }, maxRedirects: 0 });
    return await act(hand);
  } finally {
    await hand.dispose();
  }
}

/// Sends the form at `path` with its hidden fields and these, and gives where it leads.
async function send(hand: APIRequestContext, path: string, fields: Fields = {}): Promise<string> {
  const page = await (await hand.get(path)).text();
  const form = page.split("<form ").find((each) => each.split(">")[0].includes(` action="${path}"`)) ?? "";
  const hidden = [...form.split("</form>")[0].matchAll(/<input type="hidden" name="(.+?)" value="(.*?)">/g)];
  const all = { ...Object.fromEntries(hidden.map(([, name, value]) => [name, value])), ...fields };
  const answer = await hand.post(path, { form: all, maxRedirects: 0 });
  expect(answer.status(), `what ${path} says to ${JSON.stringify(fields)}`).toBe(303);
  return answer.headers()["location"];
}
