// What readers report, what a moderator decides, and another look when the family sees it otherwise.
import { answered } from "./support/before";
import { newWords } from "./support/family";
import { administrator, moderator } from "./support/people";
import { openTheOneWith } from "./support/staff";
import { button, expect, main, phone, test, type Page } from "./support/test";

async function openItem(page: Page, words: string): Promise<void> {
  await page.goto("/moderation");
  await openTheOneWith(words, main(page).locator(".work__words a"));
}

test("A reader reports words, a moderator takes some out, another looks again when the family asks", async ({ open }) => {
  const { bus, ...bare } = newWords("en");
  const words = `${bare.words} Mr Example drives it.`;
  const { receipt, change } = await answered({ ...bare, words }, "The bus waits until ten past three.");

  const reader = await open({ viewport: phone, path: change, javaScriptEnabled: false });
  await main(reader).getByRole("link", { name: "Report these words" }).click();
  await button(reader, "Report it").click();
  await expect(reader.getByRole("alert")).toBeVisible();
  await reader.getByLabel("It shows who somebody is").check();
  await reader.getByLabel("Is there more to say?").fill("The driver has a name.");
  await button(reader, "Report it").click();
  await expect(reader.getByRole("heading", { level: 1, name: "Thank you. A moderator looks at it." })).toBeVisible();
  await main(reader).getByRole("link", { name: "What we do not show, and why" }).click();
  await expect(main(reader)).toContainText("A person decides, never a machine");

  const page = await open({ as: moderator });
  await openItem(page, words);
  await expect(main(page)).toContainText("The driver has a name.");
  await page.getByLabel("Take words out").check();
  await page.getByLabel("What stays").fill(bare.words);
  await button(page, "Decide").click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("Why, if it is not shown as it is?").selectOption("It shows who somebody is");
  await page.getByLabel("A few words to whoever wrote it").fill("The rest stands as you wrote it.");
  await button(page, "Decide").click();
  await expect(page.getByRole("heading", { level: 1, name: "To look over" })).toBeVisible();
  await reader.goto(change);
  await expect(main(reader)).toContainText(bus);
  await expect(main(reader)).not.toContainText("Mr Example");

  const family = await open({ viewport: phone, path: receipt.link });
  await expect(main(family)).toContainText("Mr Example");
  await main(family).getByRole("link", { name: /Read why$/ }).click();
  await expect(main(family)).toContainText("The rest stands as you wrote it.");
  await family.getByLabel("Do you see it otherwise? Say why").fill("He is proud of his work.");
  await button(family, "Ask for another look").click();
  await expect(main(family)).toContainText("Another moderator looks at it again.");

  // Who decided the first time does not decide again.
  await openItem(page, "He is proud of his work.");
  await expect(button(page, "Decide")).toHaveCount(0);
  const other = await open({ as: administrator });
  await openItem(other, "He is proud of his work.");
  await other.getByLabel("Show it as it was").check();
  await button(other, "Decide").click();
  await reader.goto(change);
  await expect(main(reader)).toContainText("Mr Example");
  await family.reload();
  await expect(main(family)).toContainText("Everything is shown as you sent it");
});
