// What a family does, by touch or with a mouse.
import { expect, hrefOf, main, tickService, type Page } from "./test";
import { say, type Language } from "./translations";

export interface Words {
  language: Language;
  words: string;
  wish: string;
  mayShow: boolean;
}

export interface Receipt {
  reference: string;
  link: string;
}

/// Words that nobody has said before: the number of the bus tells them from those of every other walk.
export function newWords(language: Language, mayShow = true): Words & { bus: string } {
  const bus = String(Math.floor(100_000 + Math.random() * 900_000));
  const sentences: Record<Language, [string, string]> = {
    en: [`The number ${bus} bus is gone before school ends.`, "Let it wait ten minutes."],
    cy: [`Mae’r bws rhif ${bus} wedi mynd cyn i’r ysgol orffen.`, "Gofynnwch iddo aros deg munud."],
    ur: [`بس نمبر ${bus} اسکول ختم ہونے سے پہلے چلی جاتی ہے۔`, "اسے دس منٹ رکنے دیں۔"],
  };
  const [words, wish] = sentences[language];
  return { language, bus, words, wish, mayShow };
}

/// Chooses the language by the link in the header.
export async function chooseLanguage(page: Page, language: Language): Promise<void> {
  if ((await page.locator("html").getAttribute("lang")) !== language)
    await page.getByRole("banner").locator(`a[hreflang=${language}], button[value=${language}]`).click();
  await expect(page.locator("html")).toHaveAttribute("lang", language);
}

/// Answers the questions from the front page to "check what you said", where nothing is sent yet.
export async function answerQuestions(page: Page, { language, words, wish, mayShow }: Words): Promise<void> {
  const carryOn = () => page.getByRole("button", { name: say(language, "Carry on") }).click();
  const heading = (sentence: string) =>
    expect(page.getByRole("heading", { level: 1, name: say(language, sentence) })).toBeVisible();

  await page.goto("/");
  await main(page).getByRole("textbox").fill(words);
  await carryOn();
  // Told once in each visit: how “Exit this page” works.
  await page.waitForURL(/\/say\/(leaving|about)$/);
  if (page.url().endsWith("/say/leaving")) await page.getByRole("button", { name: say(language, "Carry on") }).click();
  await heading("What is it about?");
  await tickService(page, "about", "school-transport");
  await carryOn();
  await page.waitForURL(/\/say\/(place|speaker)$/);
  if (page.url().endsWith("/say/place")) {
    await page.locator("input[name=place][value=rather-not-say]").check();
    await carryOn();
  }
  await heading("Who is speaking?");
  await page.getByRole("radio", { name: say(language, "A parent or carer") }).check();
  await carryOn();
  await heading("What would you like to happen?");
  await page.getByRole("textbox").fill(wish);
  await carryOn();
  await heading("May we show your words to others?");
  await page.locator(`input[name=may_show][value=${mayShow ? "without-name" : "no"}]`).check();
  await carryOn();
  await heading("How shall we tell you?");
  await page.locator("input[name=told_by][value=receipt]").check();
  await carryOn();
  await heading("Check what you said");
}

/// Opens the first question, past the page on how “Exit this page” works, which comes once in each visit.
export async function beginSaying(page: Page, path = "/say"): Promise<void> {
  await page.goto(path);
  if (new URL(page.url()).pathname === "/say/leaving") await main(page).getByRole("button").click();
  await expect(page.getByRole("textbox")).toBeVisible();
}

/// Sends what was checked.
export async function send(page: Page, language: Language): Promise<Receipt> {
  await page.getByRole("button", { name: say(language, "Send it") }).click();
  return readReceipt(page, language);
}

/// What the page of thanks gives a family to keep.
export async function readReceipt(page: Page, language: Language): Promise<Receipt> {
  await expect(page.getByRole("heading", { level: 1, name: say(language, "Thank you. We have it.") })).toBeVisible();
  return {
    reference: await page.locator(".govuk-panel strong").innerText(),
    link: await hrefOf(main(page).locator("a[href^='/follow/']").first()),
  };
}
