// What is sent is stored once, whatever the hand or the signal does; what is typed is kept.
import { asked, said } from "./support/before";
import { answerQuestions, beginSaying, newWords, readReceipt, send } from "./support/family";
import { lead, worker } from "./support/people";
import { findInInbox, openVoice, signIn } from "./support/staff";
import { expect, main, phone, test, type Page } from "./support/test";

const sendIt = (page: Page) => page.getByRole("button", { name: "Send it" });

/// How often these words wait to be read.
async function timesStored(page: Page, words: string): Promise<number> {
  return (await findInInbox(page, words)).count();
}

for (const javaScriptEnabled of [true, false])
  test(`A double click on Send stores it once, ${javaScriptEnabled ? "with" : "without"} scripts`, async ({ open }) => {
    const bus = newWords("en");
    const page = await open({ viewport: phone, javaScriptEnabled });
    await answerQuestions(page, bus);
    await sendIt(page).dblclick();
    await readReceipt(page, "en");
    expect(await timesStored(await open({ as: worker }), bus.words)).toBe(1);
  });

test("Reloading the thanks, or going back and sending again, gives the same receipt", async ({ open }) => {
  const bus = newWords("en");
  const page = await open({ viewport: phone });
  await answerQuestions(page, bus);
  const receipt = await send(page, "en");
  await page.reload();
  expect(await readReceipt(page, "en")).toEqual(receipt);
  await page.goBack();
  // Some browsers show the page as it was left, others ask for it anew: then there is nothing left to send.
  if (await sendIt(page).isVisible()) {
    await sendIt(page).click();
    expect(await readReceipt(page, "en")).toEqual(receipt);
  }
  expect(await timesStored(await open({ as: worker }), bus.words)).toBe(1);
});

test("Sending from two windows gives the same receipt", async ({ open }) => {
  const bus = newWords("en");
  const page = await open({ viewport: phone });
  await answerQuestions(page, bus);
  const other = await page.context().newPage();
  await other.goto("/say/check");
  const receipt = await send(page, "en");
  expect(await send(other, "en")).toEqual(receipt);
  expect(await timesStored(await open({ as: worker }), bus.words)).toBe(1);
});

test("A signal that is lost after sending stores it once", async ({ open }) => {
  const bus = newWords("en");
  const page = await open({ viewport: phone });
  await answerQuestions(page, bus);
  // The words arrive, but the thanks never do.
  await page.route("**/say/check", async (route) => {
    await route.fetch({ maxRedirects: 0 });
    await route.abort("connectionreset");
  });
  await sendIt(page).click();
  await expect(page).not.toHaveTitle(/Thank you/);
  await page.unrouteAll();
  await page.reload();
  await readReceipt(page, "en");
  expect(await timesStored(await open({ as: worker }), bus.words)).toBe(1);
});

test("What is typed stays when the signal is lost before sending", async ({ open }) => {
  const { words } = newWords("en");
  const page = await open({ viewport: phone });
  await main(page).getByRole("textbox").fill(words);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Carry on" }).click();
  await page.context().setOffline(false);
  await page.goBack();
  await expect(main(page).getByRole("textbox")).toHaveValue(words);
});

test("An answer that is changed shows the change, and keeps the rest", async ({ open }) => {
  const bus = newWords("en");
  const page = await open({ viewport: phone, javaScriptEnabled: false });
  await answerQuestions(page, bus);
  await page.getByRole("link", { name: "Change Who is speaking" }).click();
  await expect(page.getByRole("radio", { name: "A parent or carer" })).toBeChecked();
  await page.getByRole("radio", { name: "A young person" }).check();
  await page.getByRole("button", { name: "Carry on" }).click();
  await expect(main(page)).toContainText("A young person");
  await expect(main(page)).toContainText(bus.words);
});

test("Too many words are kept, and the problem leads to them", async ({ open }) => {
  const page = await open({ viewport: phone });
  await beginSaying(page);
  const tooMany = "Too much. ".repeat(1_001).trim();
  await page.getByRole("textbox").fill(tooMany);
  await page.getByRole("button", { name: "Carry on" }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await expect(page.getByRole("textbox")).toHaveValue(tooMany);
  await page.getByRole("alert").getByRole("link").click();
  await expect(page.getByRole("textbox")).toBeFocused();
});

test("A problem with choices leads to the first of them", async ({ open }) => {
  const page = await open({ viewport: phone });
  await beginSaying(page);
  await page.getByRole("textbox").fill("The bus.");
  await page.getByRole("button", { name: "Carry on" }).click();
  await page.goto("/say/about");
  await page.getByRole("button", { name: "Carry on" }).click();
  await page.getByRole("alert").getByRole("link").click();
  await expect(page.getByRole("checkbox").first()).toBeFocused();
});

test("A worker who was signed out while writing finds the words again", async ({ open }) => {
  const bus = newWords("en");
  await said(bus);
  const page = await open({ as: worker });
  await openVoice(page, bus.words);
  await page.getByLabel("What may be published").fill("The bus leaves too early.");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Pass it on" }).click();
  await expect(main(page)).toContainText("What you typed is kept");
  await signIn(page, worker);
  await expect(page.getByLabel("What may be published")).toHaveValue("The bus leaves too early.");
  await page.getByRole("button", { name: "Pass it on" }).click();
  await expect(page.getByRole("alert")).toContainText("Passed on to School Transport.");
});

test("A form from before signing in anew is not sent, and keeps what was typed", async ({ open }) => {
  const { ask } = await asked(newWords("en"));
  const page = await open({ as: lead, path: `${ask}/answer` });
  await page.getByRole("radio", { name: "We did it" }).check();
  await page.getByLabel("What did you do?").fill("It waits now.");
  // The words are checked while they are written; this is not about what comes of that without a visit.
  await expect(page.locator("#checked-words")).toContainText("Nothing was saved");
  const other = await page.context().newPage();
  await other.context().clearCookies();
  await other.goto("/sign-in");
  await signIn(other, lead);
  await page.getByRole("button", { name: "Save and check" }).click();
  await expect(page.getByRole("alert")).toContainText("What you typed is still here");
  await expect(page.getByLabel("What did you do?")).toHaveValue("It waits now.");
  await page.getByRole("button", { name: "Save and check" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Check and publish" })).toBeVisible();
});

test("A date that cannot be is kept for putting right", async ({ open }) => {
  const { ask } = await asked(newWords("en"));
  const page = await open({ as: lead, path: `${ask}/answer` });
  await page.getByRole("radio", { name: "We will do it" }).check();
  await page.getByLabel("What will you do?").fill("Ask the driver.");
  await page.getByLabel("Day").fill("31");
  await page.getByLabel("Month").fill("2");
  await page.getByLabel("Year").fill("2031");
  await page.getByRole("button", { name: "Save and check" }).click();
  await expect(page.getByLabel("What will you do?")).toHaveValue("Ask the driver.");
  await expect(page.getByLabel("Month")).toHaveValue("2");
  await page.getByRole("alert").getByRole("link").click();
  await expect(page.getByLabel("Day")).toBeFocused();
});
