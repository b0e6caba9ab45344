// A family says something on a page without scripts; a worker and the lead of a service bring them an answer; the family
// reads it, and so does everybody.
import { answerQuestions, chooseLanguage, newWords, send, type Receipt } from "./support/family";
import { lead, worker } from "./support/people";
import { fillDate, inDays, passOn, publish } from "./support/staff";
import { address, desktop, expect, main, phone, test, type Page } from "./support/test";
import { languages, say, saying, type Language } from "./support/translations";

const answers = {
  en: { outcome: "done", text: "The bus now waits until ten past three." },
  cy: { outcome: "will", text: "We will ask the driver to wait from Easter." },
  ur: { outcome: "cannot", text: "The driver must be at the next school by three. A second bus leaves at half past." },
} as const;
const headings = { done: "We did it", will: "We will, by {1}", cannot: "We can't, and here is why" } as const;

for (const language of languages)
  for (const viewport of [phone, desktop])
    test(`A parent hears back, in ${language} at ${viewport.width} pixels`, async ({ open }) => {
      const said = newWords(language);
      const family = await open({ viewport, javaScriptEnabled: false });

      await test.step("The family says something", () => chooseLanguage(family, language));
      await answerQuestions(family, said);
      await expect(main(family)).toContainText(said.words);
      await expect(main(family)).toContainText(said.wish);
      const receipt = await send(family, language);
      await expect(family.getByRole("img", { name: say(language, "A QR code of your private link") })).toBeVisible();
      await expect(main(family)).toContainText(address(receipt.link));
      await showsStep(family, receipt, say(language, "Somebody reads it"));

      let ask = "";
      await test.step("A worker makes an ask of it", async () => {
        ask = await passOn(await open({ as: worker }), said.words);
      });
      await showsStep(family, receipt, say(language, "{1} has it", "School Transport"));

      await test.step("The service answers", async () => answer(await open({ as: lead, path: ask }), language));
      await showsStep(family, receipt, saying(language, headings[answers[language].outcome]));
      await expect(main(family)).toContainText(answers[language].text);

      await test.step("Everybody reads it", () => everybodyReads(family, said, language));
    });

/// The receipt has reached the step that these words tell of.
async function showsStep(page: Page, receipt: Receipt, words: string | RegExp): Promise<void> {
  await page.goto(receipt.link);
  await expect(main(page)).toContainText(receipt.reference);
  await expect(main(page).getByRole("listitem").filter({ hasText: words }).first()).toBeVisible();
}

async function answer(page: Page, language: Language): Promise<void> {
  const { outcome, text } = answers[language];
  const save = page.getByRole("button", { name: "Save and check" });
  await page.getByRole("button", { name: "Write the answer" }).click();

  await test.step("A no without a reason is refused", async () => {
    await page.getByRole("radio", { name: "We cannot do it" }).check();
    await save.click();
    const problems = page.getByRole("alert");
    await expect(problems).toContainText("Write why it cannot be done.");
    await problems.getByRole("link").click();
    await expect(page.getByLabel("Why not?")).toBeFocused();
  });

  const questions = { done: "What did you do?", will: "What will you do?", cannot: "Why not?" };
  await page.locator(`[name=outcome][value=${outcome}]`).check();
  await page.getByLabel(questions[outcome]).fill(text);
  if (outcome === "will") await fillDate(page, inDays(30));
  await save.click();
  await expect(main(page)).toContainText(text);
  await publish(page);
}

async function everybodyReads(page: Page, said: { words: string; bus: string }, language: Language): Promise<void> {
  const { outcome, text } = answers[language];
  const otherOutcome = outcome === "done" ? "cannot" : "done";
  const show = async (search: string, service: string, chosen: string) => {
    await page.goto("/changes");
    await page.getByLabel(say(language, "Search for a word")).fill(search);
    await page.getByLabel(say(language, "Service"), { exact: true }).selectOption(service);
    const became = page.getByLabel(say(language, "What became of it"), { exact: true });
    if (!(await became.isVisible())) await main(page).locator("details > summary").first().click();
    await became.selectOption(chosen);
    await page.getByRole("button", { name: say(language, "Show"), exact: true }).click();
  };
  const card = main(page).getByRole("article").filter({ hasText: said.words });

  await show(said.bus, "", "");
  await expect(card).toHaveCount(1);
  await show("", "school-transport", outcome);
  await expect(card).toHaveCount(1);
  await show("", "family-hubs", outcome);
  await expect(card).toHaveCount(0);
  await show(said.bus, "school-transport", otherOutcome);
  await expect(card).toHaveCount(0);

  const feed = await (await page.request.get("/changes.atom")).text();
  expect(feed).toContain(said.words);
  expect(feed).toContain(text);

  await page.goto("/");
  // A promise stands there twice: among what is new, and among what is to come.
  await card.first().getByRole("link").click();
  await expect(main(page).getByText(said.words)).toBeVisible();
  // Below stand others like it, with the same answer in other walks.
  await expect(main(page).getByText(text).first()).toBeVisible();
  await expect(page.getByRole("heading", { name: saying(language, headings[outcome]) }).first()).toBeVisible();
}
