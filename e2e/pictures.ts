// Takes the pictures that the README shows, of a county in which nobody has walked yet:
//
//   npm run pictures
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { answered, asked } from "./support/before";
import { beginSaying, chooseLanguage } from "./support/family";
import { administrator, lead } from "./support/people";
import { desktop, phone, test, type Page } from "./support/test";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "docs", "pictures");

// One after the other, so that the county looks the same each time.
test.describe.configure({ mode: "serial" });
test.use({ contextOptions: { reducedMotion: "reduce" } });

async function take(page: Page, name: string, height: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.setViewportSize({ width: page.viewportSize()?.width ?? desktop.width, height });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
}

test("The front page on a phone", async ({ open }) => take(await open({ viewport: phone }), "front-phone", 1560));

test("The front page on a desk", async ({ open }) => take(await open(), "front-desktop", 1220));

test("What changed, in Urdu on a phone", async ({ open }) => {
  const page = await open({ viewport: phone, path: "/changes" });
  await chooseLanguage(page, "ur");
  await take(page, "changes-urdu-phone", 1540);
});

test("What came in, on a desk", async ({ open }) =>
  take(await open({ as: administrator, path: "/voices" }), "inbox-desktop", 900));

const said = {
  language: "en",
  words: "The bus is gone before school ends. He waits forty minutes in the rain.",
  wish: "Let it wait ten minutes.",
  mayShow: true,
} as const;

test("Saying something, on a phone", async ({ open }) => {
  const page = await open({ viewport: phone });
  await beginSaying(page);
  await page.getByRole("textbox").fill(said.words);
  await take(page, "say-phone", 844);
});

test("A receipt, on a phone", async ({ open }) => {
  const { receipt } = await answered(said, "The bus now waits until ten past three.");
  await take(await open({ viewport: phone, path: receipt.link }), "receipt-phone", 1200);
});

test("Answering, on a desk", async ({ open }) => {
  const { ask } = await asked(said);
  const page = await open({ as: lead, path: `${ask}/answer` });
  await page.getByRole("radio", { name: "We cannot do it" }).check();
  await page.getByLabel("Why not?").fill("The driver must be at the next school by three. A second bus leaves at half past.");
  await take(page, "answer-desktop", 1200);
});
