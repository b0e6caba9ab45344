// What may be about harm is hidden at once from all but those whose work it is.
import { asked, said } from "./support/before";
import { newWords } from "./support/family";
import { lead, safeguardingLead, worker } from "./support/people";
import { findInInbox, openTheOneWith, openVoice } from "./support/staff";
import { button, expect, main, test, type Page } from "./support/test";

/// Raises what the page shows, and goes on.
async function raise(page: Page, why: string): Promise<void> {
  await page.getByLabel("What worries you?").fill(why);
  await button(page, "Tell the safeguarding leads now").click();
  await expect(page.getByRole("heading", { level: 1, name: "Thank you. The safeguarding leads have it." })).toBeVisible();
  await main(page).getByRole("button", { name: "Go on with your work" }).click();
}

async function openCase(page: Page, words: string): Promise<void> {
  await page.goto("/safeguarding");
  await openTheOneWith(words, page.getByRole("table", { name: "Open cases" }).getByRole("link"));
}

test("A worker who fears harm raises a voice, a lead sees to it, and nobody else sees it any more", async ({ open }) => {
  const bus = newWords("en");
  const { link } = await said(bus);
  const page = await open({ as: worker });
  const voice = await openVoice(page, bus.words);
  await main(page).getByRole("button", { name: "Somebody may be in danger" }).click();
  await raise(page, "He may be on his own.");
  await expect(await findInInbox(page, bus.words)).toHaveCount(0);
  await page.goto(voice);
  await expect(main(page)).not.toContainText(bus.words);
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/^Voice/);

  const leads = await open({ as: safeguardingLead });
  await openCase(leads, bus.words);
  await expect(main(leads)).toContainText("He may be on his own.");
  await leads.getByLabel("Add a note").fill("I have called the school.");
  await button(leads, "Add the note").click();
  await main(leads).getByRole("button", { name: "Hand it over" }).click();
  await button(leads, "It is handed over").click();
  await expect(leads.getByRole("alert")).toBeVisible();
  await leads.getByLabel("Children's social care").check();
  await leads.getByLabel("Who took it there?").fill("The duty desk");
  await button(leads, "It is handed over").click();
  for (const done of ["I have called the school.", "The duty desk", "Raised it"])
    await expect(main(leads)).toContainText(done);
  await main(leads).getByRole("link", { name: "Hand-over note to print" }).click();
  await expect(main(leads)).toContainText("Confidential.");

  // To the family nothing shows.
  const family = await open({ path: link });
  await expect(main(family)).toContainText("Somebody reads it");
});

test("A lead sees no concern, and the ask stands again as before", async ({ open }) => {
  const bus = newWords("en");
  const { ask } = await asked(bus);
  const page = await open({ as: lead, path: ask });
  await main(page).getByRole("link", { name: "Somebody may be in danger" }).click();
  await raise(page, "");
  expect((await page.goto(ask))?.status()).toBe(404);
  const leads = await open({ as: safeguardingLead });
  await openCase(leads, bus.words);
  await main(leads).getByRole("button", { name: "No concern, or keep it hidden" }).click();
  await leads.getByLabel("No concern: give it back").check();
  await leads.getByLabel("Why?").fill("It is about a late bus.");
  await button(leads, "Decide").click();
  await expect(main(leads)).toContainText("Gave it back: no concern");
  await page.goto(ask);
  await expect(main(page)).toContainText(bus.words);
});

test("Words that can mean danger are put before a person, who sees none", async ({ open }) => {
  const bus = newWords("en");
  const words = `${bus.words} Its door hits me.`;
  await said({ ...bus, words });
  const page = await open({ as: worker, path: `/voices?${new URLSearchParams({ q: words })}` });
  const flag = main(page).getByText("Please read this first");
  // What came in is looked over every ten seconds.
  await expect.poll(() => page.reload().then(() => flag.count()), { timeout: 40_000, intervals: [2_000] }).toBe(1);
  await main(page).getByRole("link", { name: words }).click();
  // Nothing can be made of it before.
  await expect(button(page, "Pass it on")).toHaveCount(0);
  await main(page).getByRole("button", { name: "Please read this first" }).click();
  await expect(main(page)).toContainText("A machine found them, and it does not understand them.");
  await button(page, "I have read it and see no danger").click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("If you see no danger, say why").fill("It is the door of the bus.");
  await button(page, "I have read it and see no danger").click();
  await expect(page.getByRole("heading", { level: 1, name: /^Voice / })).toBeVisible();
  await expect(main(page).getByText("Please read this first")).toHaveCount(0);
});

test("A lead says how to be reached", async ({ open }) => {
  const page = await open({ as: safeguardingLead, path: "/safeguarding" });
  await main(page).getByRole("link", { name: "How you are reached" }).click();
  await page.getByLabel("Mobile number").fill("12");
  await button(page, "Save").click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("Mobile number").fill("");
  await page.getByLabel("E-mail address").fill(safeguardingLead);
  await button(page, "Save").click();
  await expect(page.getByRole("heading", { level: 1, name: "Safeguarding" })).toBeVisible();
});
