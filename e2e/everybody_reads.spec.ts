// What everybody reads of a service, and does about it.
import { answered } from "./support/before";
import { newWords } from "./support/family";
import { lead } from "./support/people";
import { button, desktop, expect, main, openService, phone, test } from "./support/test";

test("A reader says that it matters to them too, with and without being told", async ({ open }) => {
  const { ask, change } = await answered(newWords("en"), "The bus waits until ten past three.");
  const page = await open({ viewport: phone, path: change, javaScriptEnabled: false });
  await main(page).getByRole("button", { name: "This matters to us too" }).click();
  await button(page, "This matters to us too").click();
  await expect(page.getByRole("heading", { level: 1, name: "Thank you. You are counted." })).toBeVisible();
  await expect(main(page)).toContainText("1 person said that this matters to them.");

  const other = await open({ viewport: phone, path: `${change}/support` });
  await other.getByLabel("By e-mail").check();
  await button(other, "This matters to us too").click();
  await expect(other.getByRole("alert")).toBeVisible();
  await other.getByLabel("Your e-mail address").fill("reader@home.example");
  await button(other, "This matters to us too").click();
  await expect(main(other)).toContainText("2 people said that this matters to them.");
  const service = await open({ as: lead, path: ask });
  await expect(main(service)).toContainText("2 people said that this matters to them.");
});

test("A reader finds a service, what it promised, and says something about it", async ({ open }) => {
  const page = await open({ viewport: phone, path: "/changes" });
  await main(page).getByRole("link", { name: "Look at one service: how long it takes, and what it promised" }).click();
  await openService(page, "Play and Childcare");
  await expect(main(page)).toContainText("Run by Fenshire Council");
  await expect(page.getByRole("heading", { name: "How it is going" })).toBeVisible();
  for (const heading of ["What they promised", "Promises not kept"])
    expect(await page.getByRole("heading", { name: heading }).count(), heading).toBeLessThanOrEqual(1);
  await main(page).getByRole("button", { name: "Say something about it" }).click();
  // Told before there is anything to write: how “Exit this page” works.
  await main(page).getByRole("button", { name: "Carry on" }).click();
  await page.getByRole("textbox").fill(newWords("en").words);
  await button(page, "Carry on").click();
  await page.waitForURL(/\/say\/(place|speaker)$/);
  await page.goto("/say/about");
  await expect(page.locator("input[name=about][value=play-and-childcare]")).toBeChecked();
});

test("A reader takes filters away one by one", async ({ open }) => {
  const { words, bus, ...rest } = newWords("en");
  await answered({ words, ...rest }, "The bus waits until ten past three.");
  const page = await open({ viewport: phone, path: `/changes?q=${bus}&outcome=done&service=school-transport` });
  const chosen = page.getByRole("list", { name: "What you chose" });
  await expect(main(page).getByRole("article").filter({ hasText: words })).toHaveCount(1);
  await expect(chosen.getByRole("link")).toHaveCount(3);
  await chosen.getByRole("link", { name: "School Transport" }).click();
  await chosen.getByRole("link", { name: "We did it" }).click();
  await expect(page).toHaveURL(new RegExp(`/changes\\?q=${bus}$`));
  await expect(main(page).getByRole("article")).toHaveCount(1);
  const sheet = await (await page.request.get(`/changes.csv?q=${bus}`)).text();
  expect(sheet).toContain(words);
});

test("A poster of a service prints on one sheet", async ({ open }) => {
  await answered(newWords("en"), "The bus waits until ten past three.");
  const page = await open({ viewport: desktop, path: "/services/school-transport" });
  await main(page).getByRole("link", { name: "A poster to print" }).click();
  await page.getByLabel("When").selectOption("The last three months");
  await button(page, "Show").click();
  await expect(page.getByRole("img", { name: "A QR code of the page with everything that changed" })).toBeVisible();
  const sheets = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
  expect(sheets.length).toBe(1);
});
