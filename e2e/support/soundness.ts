// What must be so on every page, in every language, at every width, in light and dark, with usual and large text.
import axe, { type AxeResults } from "axe-core";
import { HtmlValidate } from "html-validate";

import validation from "../htmlvalidate.config.mjs";
import { expect, type Page, type Response } from "./test";
import { directions, type Language } from "./translations";

/// The narrowest screen, which is laid out as a phone is, and a desk.
const widths = [320, 1280] as const;
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/// How axe looks at a page, which takes longer than all the rest: in each language at other ends of what screens, themes
/// and sizes of text there are.
const appearances: Record<Language, { width: number; theme: "light" | "dark"; text: "usual" | "large" }> = {
  en: { width: 320, theme: "light", text: "usual" },
  cy: { width: 1280, theme: "dark", text: "large" },
  ur: { width: 320, theme: "dark", text: "large" },
};
const validator = new HtmlValidate(validation);

export interface Visit {
  page: Page;
  /// The page as the server sent it.
  source: string;
  status: number;
}

/// Opens a page.
export async function visit(page: Page, path: string): Promise<Visit> {
  return asSent(page, await page.goto(path));
}

/// Does what makes the browser go to another page, such as sending a form.
export async function visitBy(page: Page, act: () => Promise<void>): Promise<Visit> {
  const isLast = (response: Response) =>
    response.request().isNavigationRequest() && (response.status() < 300 || response.status() >= 400);
  const [response] = await Promise.all([page.waitForResponse(isLast), act()]);
  await page.waitForLoadState();
  return asSent(page, response);
}

async function asSent(page: Page, response: Response | null): Promise<Visit> {
  if (!response) throw new Error(`${page.url()} gave no answer`);
  return { page, source: await response.text(), status: response.status() };
}

/// Fails unless the page that is open is sound.
export async function expectSound({ page, source }: Visit, language: Language): Promise<void> {
  const html = page.locator("html");
  const seen = appearances[language];
  await expect.soft(html).toHaveAttribute("lang", language);
  await expect.soft(html).toHaveAttribute("dir", directions[language]);
  expect.soft(await mistakes(source), `mistakes in the HTML of ${page.url()}`).toEqual([]);
  await page.evaluate(axe.source);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const text of ["usual", "large"] as const) {
      const content = await html.evaluate((root, isLarge) => {
        root.classList.toggle("large-text", isLarge);
        return document.scrollingElement?.scrollWidth ?? 0;
      }, text === "large");
      const where = `${page.url()} at ${width} pixels with ${text} text`;
      expect.soft(content, `the width of ${where}`).toBeLessThanOrEqual(width);
      if (width !== seen.width || text !== seen.text) continue;
      await page.emulateMedia({ colorScheme: seen.theme });
      expect.soft(await findBarriers(page), `barriers on ${where}, ${seen.theme}`).toEqual([]);
    }
  }
}

async function mistakes(source: string): Promise<string[]> {
  const report = await validator.validateString(source);
  const found = report.results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
  const ids = [...source.matchAll(/ id="(.*?)"/g)].map(([, id]) => id);
  return [...found, ...ids.filter((id, i) => ids.indexOf(id) < i).map((id) => `two elements have the id ${id}`)];
}

async function findBarriers(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(async (tags): Promise<AxeResults> => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    return axe.run({ runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
  }, standards);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(" ")}: ${failureSummary ?? ""}`),
  );
}
