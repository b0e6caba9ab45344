// What a family can do behind its private link, and how it signs in to see everything of its own.
import { answered, asked, said } from "./support/before";
import { chooseLanguage, newWords } from "./support/family";
import { openMessage } from "./support/outbox";
import { lead, worker } from "./support/people";
import { findInInbox } from "./support/staff";
import { button, expect, link, main, phone, test } from "./support/test";
import { say } from "./support/translations";

test("A family adds to what it said, and those who answer read it", async ({ open }) => {
  const bus = newWords("en");
  const receipt = await said(bus);
  const page = await open({ viewport: phone, path: receipt.link, javaScriptEnabled: false });
  await link(page, "Add something").click();
  await button(page, "Add it").click();
  await expect(page.getByRole("alert")).toContainText("Write what you want to add.");
  await page.getByRole("textbox").fill("It happens on Fridays.");
  await button(page, "Add it").click();
  await expect(main(page)).toContainText("It happens on Fridays.");
  const reader = await open({ as: worker });
  await (await findInInbox(reader, bus.words)).click();
  await expect(main(reader)).toContainText("It happens on Fridays.");
});

test("A family says that an answer helped", async ({ open }) => {
  const { receipt } = await answered(newWords("en"), "The bus waits until ten past three.");
  const page = await open({ viewport: phone, path: receipt.link, javaScriptEnabled: false });
  await main(page).getByRole("button", { name: "Tell us whether this helped" }).click();
  await page.getByLabel("This helped").check();
  await button(page, "Send it").click();
  await expect(main(page)).toContainText("You told us that this helped. Thank you.");
});

test("A family says that this is not what it asked, and the service looks once more", async ({ open }) => {
  const { ask, receipt } = await answered(newWords("en"), "The bus is clean now.");
  const page = await open({ viewport: phone, path: receipt.link });
  await main(page).getByRole("button", { name: "Tell us whether this helped" }).click();
  await page.getByLabel("This is not what I asked").check();
  await page.getByLabel("What is missing?").fill("It still leaves too early.");
  await button(page, "Send it").click();
  await expect(main(page)).toContainText("They look at it once more");
  const service = await open({ as: lead, path: ask });
  await expect(main(service)).toContainText("It still leaves too early.");
  await expect(main(service).getByRole("button", { name: "Write the answer" })).toBeVisible();
});

test("A family takes back what it said, and its words are gone", async ({ open }) => {
  const bus = newWords("en");
  const { receipt, change } = await answered(bus, "The bus waits until ten past three.");
  const page = await open({ viewport: phone, path: receipt.link, javaScriptEnabled: false });
  await link(page, "Take it back").click();
  await expect(main(page)).toContainText("An answer to it is public already.");
  await button(page, "Take it back").click();
  await expect(main(page)).toContainText("Your words are erased.");
  await expect(main(page)).not.toContainText(bus.words);
  // What the service answered stays.
  await page.goto(change);
  await expect(main(page)).not.toContainText(bus.words);
  await expect(main(page)).toContainText("The family has taken these words back.");
  await expect(main(page)).toContainText("The bus waits until ten past three.");
});

test("What waits for an answer can be read and supported before it is answered", async ({ open }) => {
  const bus = newWords("en");
  await asked(bus);
  const path = `/changes?${new URLSearchParams({ outcome: "waiting", q: bus.words })}`;
  const page = await open({ viewport: phone, path, javaScriptEnabled: false });
  await expect(main(page)).toContainText("No answer yet. It is due by");
  await page.getByRole("link", { name: /^Read it all/ }).first().click();
  await expect(main(page)).toContainText(bus.words);
  await button(page, "This matters to us too").click();
  await expect(page.getByText("Shall we tell you what becomes of it?")).toBeVisible();
  await button(page, "This matters to us too").click();
  await expect(main(page)).toContainText("Thank you. You are counted.");
});

test("What somebody wrote and did not send is thrown away at once", async ({ open }) => {
  const page = await open({ viewport: phone, path: "/say", javaScriptEnabled: false });
  await button(page, "Carry on").click();
  await main(page).getByRole("textbox").fill("Nobody here may read this.");
  await button(page, "Carry on").click();
  await page.getByRole("link", { name: "Delete what I wrote" }).click();
  await button(page, "Delete what I wrote").click();
  await expect(main(page)).toContainText("There is nothing to delete");
  await page.goto("/say");
  await expect(main(page).getByRole("textbox")).toHaveValue("");
});

test("A family signs in by a link, sees all that is its own, and chooses how it is told", async ({ open }) => {
  const email = `mother${newWords("en").bus}@home.example`;
  const first = newWords("en");
  const second = newWords("en");
  const { ask } = await asked(first, "school-transport", { told_by: "email", email });
  await said(second, "short-breaks", { told_by: "email", email });
  const page = await open({ viewport: phone, path: "/sign-in" });
  await link(page, "See what you said before, by a link in an e-mail").click();
  await page.getByLabel("Your e-mail address").fill(email);
  await button(page, "Send me a link").click();
  await expect(main(page)).toContainText("It works once, for 15 minutes.");
  await openMessage(page, email, "Your link to sign in");
  await link(page, "Sign in").click();
  const entrance = page.url();
  await button(page, "Sign in").click();
  await expect(page.getByRole("heading", { level: 1, name: "What you said, and what became of it" })).toBeVisible();
  for (const { words } of [first, second]) await expect(link(page, words)).toBeVisible();
  await expect(main(page)).toContainText("School Transport answers by");
  await page.goto(ask);
  await expect(main(page)).not.toContainText(first.words);

  await page.goto("/families/preferences");
  await page.getByLabel("At most once a week").check();
  await page.getByLabel("اردو").check();
  await page.getByLabel("Large letters").check();
  await button(page, "Save").click();
  for (const chosen of ["At most once a week", "اردو", "Large"]) await expect(main(page)).toContainText(chosen);

  await link(page, first.words).click();
  await expect(page.getByRole("heading", { level: 1, name: "Where it stands" })).toBeVisible();
  await page.goto("/families/leave");
  await button(page, "Delete my account").click();
  await page.goto("/families");
  await expect(page).toHaveURL(/sign-in/);
  await page.goto(entrance);
  await expect(page.getByRole("heading", { level: 1, name: "This link does not work any more" })).toBeVisible();
});

test("Who asks for a link with an address that nobody knows reads the same", async ({ open }) => {
  const page = await open({ path: "/families/sign-in" });
  await chooseLanguage(page, "ur");
  await page.getByLabel(say("ur", "Your e-mail address")).fill("nobody@home.example");
  await button(page, say("ur", "Send me a link")).click();
  await expect(main(page)).toContainText(say("ur", "A link is on its way to you. It works once, for 15 minutes."));
});
