// Looking at one page after the other.
import { expectSound, visit, visitBy } from "./soundness";
import { expect, main, test, type Page } from "./test";
import { say, type Language } from "./translations";

/// Pages by what they are, each with its path or with what leads to it.
export type Pages = Record<string, string | (() => Promise<void>)>;

/// Opens pages one after the other and fails unless each is answered with `status` and sound.
export async function look(page: Page, language: Language, pages: Pages, status = 200): Promise<void> {
  for (const [name, way] of Object.entries(pages))
    await test.step(name, async () => {
      const seen = typeof way === "string" ? await visit(page, way) : await visitBy(page, way);
      expect.soft(seen.status, name).toBe(status);
      await expectSound(seen, language);
    });
}

/// Looks at what a form says to whoever presses a button without filling it in.
export async function lookAtEmpty(page: Page, language: Language, path: string, button: string): Promise<void> {
  await page.goto(path);
  await look(page, language, { [`${path} with nothing`]: () => submit(page, language, button) }, 422);
}

/// Presses the button that says this sentence in the language of the page.
export async function submit(page: Page, language: Language, sentence: string): Promise<void> {
  await main(page).getByRole("button", { name: say(language, sentence), exact: true }).click();
}
