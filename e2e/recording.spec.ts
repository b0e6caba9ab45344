// What somebody was told in person, or has in a spreadsheet, comes in like what families write themselves.
import { newWords } from "./support/family";
import { representative, worker } from "./support/people";
import { findInInbox } from "./support/staff";
import { button, desktop, expect, hrefOf, main, test, tickService, type Page } from "./support/test";

/// Fills in what everybody fills in who records for somebody.
async function record(page: Page, words: string): Promise<void> {
  await page.getByLabel("In their own words, as far as you can").fill(words);
  await page.getByLabel("A parent or carer").check();
  await tickService(page, "service", "school-transport");
  await page.getByLabel("At a group or an event").check();
  await page.getByLabel("Where?").fill("Toddler group");
  await page.getByLabel("They were asked, and agreed").check();
  await page.getByLabel("Yes, without their name").check();
  await page.getByLabel("No, or by the receipt that I give them").check();
}

test("A worker records for a father, corrects it, and hands over the receipt", async ({ open }) => {
  const { words, bus } = newWords("en");
  const page = await open({ as: worker, path: "/voices" });
  await main(page).getByRole("link", { name: "Record for somebody" }).click();
  await button(page, "Check it").click();
  await expect(page.getByRole("alert")).toContainText("Write what they said");
  await record(page, words);
  await button(page, "Check it").click();
  await expect(page.getByRole("heading", { level: 1, name: "Check what you recorded" })).toBeVisible();
  await button(page, "Change it").click();
  await expect(page.getByLabel("In their own words, as far as you can")).toHaveValue(words);
  await page.getByLabel("From whom, in general terms?").fill("A father of two");
  await button(page, "Check it").click();
  await expect(main(page)).toContainText("A father of two");
  await button(page, "Send it").dblclick();

  await expect(page.getByRole("heading", { level: 1, name: /^Recorded: V-/ })).toBeVisible();
  await expect(page.getByRole("img", { name: "A QR code of their private link" })).toBeVisible();
  const receipt = await hrefOf(main(page).locator("a[href^='/follow/']"));
  const father = await open({ path: receipt });
  await expect(main(father)).toContainText(words);
  await expect(await findInInbox(page, bus)).toHaveCount(0);
  await page.goto(`/voices?q=${bus}&recorded=yes`);
  await expect(main(page)).toContainText("1 waits to be read");
});

test("A parents' representative reports for her group, and sees what becomes of it", async ({ open }) => {
  const { words } = newWords("en");
  const page = await open({ as: representative, path: "/recorded" });
  await main(page).getByRole("button", { name: "Record for somebody" }).click();
  await record(page, words);
  await button(page, "Check it").click();
  await page.getByRole("alert").getByRole("link", { name: "Write the name of the group that you speak for." }).click();
  await page.keyboard.type("Parents of Saltby School");
  await button(page, "Check it").click();
  await expect(main(page)).toContainText("Parents of Saltby School");
  await button(page, "Send it").click();
  await page.goto("/recorded");
  await main(page).getByRole("link", { name: words }).click();
  await expect(main(page)).toContainText("Waits to be read");
});

test("A worker sees what becomes of every line of a spreadsheet before anything is stored", async ({ open }) => {
  const { bus } = newWords("en");
  const lines = [
    "level,said_by,heard_through,heard_on,words",
    `consultation,parent or carer,survey,2025,"The ${bus} bus is cold, and late."`,
    `consultation,parent or carer,survey,2025,"=1+1 is what the ${bus} bus costs."`,
    "consultation,parent or carer,survey,2025,",
  ];
  const file = { name: "survey.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) };
  const page = await open({ as: worker, path: "/voices/spreadsheet", viewport: desktop });
  const bringIn = async () => {
    await page.getByLabel("The file").setInputFiles(file);
    await button(page, "Look through it").click();
  };
  await bringIn();
  await expect(main(page)).toContainText("2 lines are new");
  await expect(main(page)).toContainText("1 line is wrong and is left out");
  await expect(page.getByRole("row", { name: /Looks like a formula/ })).toContainText("New");
  const aside = await open({ as: worker, path: `/voices?q=${bus}` });
  await expect(main(aside)).toContainText("Nothing that waits is like this");

  await button(page, "Store the new ones").click();
  await expect(main(page)).toContainText("2 voices were stored.");
  await aside.reload();
  await expect(main(aside)).toContainText("2 wait to be read");
  await page.goto("/voices/spreadsheet");
  await bringIn();
  await expect(main(page)).toContainText("2 lines are here already and are not stored again");
  await expect(button(page, "Store the new ones")).toHaveCount(0);
});
