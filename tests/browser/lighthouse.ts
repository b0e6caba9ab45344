// Looks at five pages with Lighthouse, as a family's first visit on a slow phone: Lighthouse's own settings, three times a
// page. Prints a table and what takes from a score, and exits 1 when an aim is missed. bin/bench-browser runs it.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { launch } from "chrome-launcher";
import lighthouse, { type Result } from "lighthouse";

import { said } from "../../e2e/support/before";
import { start } from "../../e2e/support/product";
import { address } from "../../e2e/support/test";

const runs = 3;
const mostBytes = 100_000;
const categories = ["performance", "accessibility", "best-practices"] as const;

interface Page {
  name: string;
  path: string;
  headers?: Record<string, string>;
}

interface Visit {
  performance: number;
  accessibility: number;
  bestPractices: number;
  bytes: number;
  requests: number;
  requestsElsewhere: number;
  layoutShift: number;
  largestPaintMilliseconds: number;
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { json: { type: "string" } } });
  const stop = await start("1");
  try {
    const rows = [];
    const advice = new Set<string>();
    for (const page of await pages()) {
      const results = [];
      for (let run = 0; run < runs; ++run) results.push(await look(page));
      for (const each of results.flatMap(complaints)) advice.add(`${page.name}: ${each}`);
      rows.push({ page: page.name, ...summary(results.map(read)) });
    }
    print(rows);
    for (const each of advice) console.log(each);
    if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
    return rows.every(isAsAimed);
  } finally {
    await stop();
  }
}

async function pages(): Promise<Page[]> {
  const { link } = await said({
    language: "en",
    words: "The bus is gone before school ends. He waits forty minutes in the rain.",
    wish: "Let it wait ten minutes.",
    mayShow: true,
  });
  return [
    { name: "the front page", path: "/" },
    { name: "what changed", path: "/changes" },
    // Whoever comes here first is told how to leave quickly, and is asked after that.
    { name: "how to leave", path: "/say/leaving?then=/say" },
    { name: "saying something", path: "/say", headers: { Cookie: "earshot-exit=told" } },
    { name: "a receipt", path: link },
  ];
}

/// Now and then a busy browser records no trace; then once more.
async function look(page: Page, again = 2): Promise<Result> {
  const result = await lookOnce(page);
  if (!result.runtimeError) return result;
  if (again === 0) throw new Error(result.runtimeError.message);
  return look(page, again - 1);
}

/// In a browser of its own, so that nothing is kept from the last time.
async function lookOnce({ path, headers }: Page): Promise<Result> {
  const chromium = await launch({ chromePath: "/usr/bin/chromium", chromeFlags: ["--headless=new", "--no-sandbox"] });
  try {
    const flags = { port: chromium.port, onlyCategories: [...categories], extraHeaders: headers };
    const result = (await lighthouse(address(path), flags))?.lhr;
    if (!result) throw new Error(`no result for ${path}`);
    return result;
  } finally {
    chromium.kill();
  }
}

function read({ audits, categories }: Result): Visit {
  const score = (name: string) => Math.round((categories[name].score ?? 0) * 100);
  const number = (audit: string) => audits[audit].numericValue ?? NaN;
  const details = audits["network-requests"].details;
  if (details?.type !== "table") throw new Error("Lighthouse tells no requests");
  const sent = details.items.map(({ url, transferSize }) => ({ url: String(url), bytes: Number(transferSize) }));
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    bestPractices: score("best-practices"),
    bytes: sent.reduce((sum, { bytes }) => sum + bytes, 0),
    requests: sent.length,
    requestsElsewhere: sent.filter(({ url }) => !url.startsWith(address("/")) && !url.startsWith("data:")).length,
    layoutShift: number("cumulative-layout-shift"),
    largestPaintMilliseconds: Math.round(number("largest-contentful-paint")),
  };
}

/// The median of what varies with the machine, and the worst of what may not.
function summary(visits: Visit[]): Visit {
  const all = (key: keyof Visit) => visits.map((visit) => visit[key]).sort((a, b) => a - b);
  const median = (key: keyof Visit) => all(key)[Math.floor(visits.length / 2)];
  const least = (key: keyof Visit) => all(key)[0];
  const most = (key: keyof Visit) => all(key)[visits.length - 1];
  return {
    performance: median("performance"),
    accessibility: least("accessibility"),
    bestPractices: least("bestPractices"),
    bytes: most("bytes"),
    requests: most("requests"),
    requestsElsewhere: most("requestsElsewhere"),
    layoutShift: most("layoutShift"),
    largestPaintMilliseconds: median("largestPaintMilliseconds"),
  };
}

function isAsAimed(visit: Visit): boolean {
  const scores = [visit.performance, visit.accessibility, visit.bestPractices];
  return scores.every((score) => score === 100) && visit.bytes < mostBytes && !visit.requestsElsewhere && !visit.layoutShift;
}

/// What takes from a score that is not 100.
function complaints({ audits, categories }: Result): string[] {
  const short = Object.values(categories).filter(({ score }) => score !== 1);
  return short.flatMap(({ title, auditRefs }) =>
    auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 0.995)
      .map(({ id }) => `${title}: ${audits[id].title} ${audits[id].displayValue ?? ""}`.trimEnd()),
  );
}

function print(rows: ({ page: string } & Visit)[]): void {
  const line = (...cells: unknown[]) =>
    console.log(String(cells[0]).padEnd(18), ...cells.slice(1).map((cell) => String(cell).padStart(13)));
  line("page", "performance", "accessibility", "best practice", "KB sent", "requests", "elsewhere", "layout shift", "largest, s");
  for (const each of rows)
    line(
      each.page, each.performance, each.accessibility, each.bestPractices, (each.bytes / 1000).toFixed(1), each.requests,
      each.requestsElsewhere, each.layoutShift.toFixed(3), (each.largestPaintMilliseconds / 1000).toFixed(2),
    );
}

process.exitCode = (await main()) ? 0 : 1;
