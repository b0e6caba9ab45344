// A worker's day: what came in becomes asks, or a kind word.
import { asked, said } from "./support/before";
import { newWords } from "./support/family";
import { press, tick, write } from "./support/keyboard";
import { administrator, password, worker } from "./support/people";
import { openVoice } from "./support/staff";
import { button, expect, main, test, tickService } from "./support/test";

test("A worker's day goes with the keyboard alone", async ({ open }) => {
  const bus = newWords("en");
  await said({ ...bus, words: `${bus.words} Ring Sam, 07700 900123.` });
  const page = await open({ path: "/sign-in" });
  const voice = page.getByRole("link", { name: bus.words });

  await test.step("Signing in", async () => {
    await write(page.getByLabel("E-mail address"), worker);
    await write(page.getByLabel("Password", { exact: true }), password);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "What came in" })).toBeVisible();
  });

  await test.step("The keys are shown, and go away", async () => {
    await page.keyboard.press("?");
    const help = page.getByRole("dialog", { name: "Keys for this list" });
    await expect(help).toContainText("Go to the next one");
    await page.keyboard.press("Escape");
    await expect(help).toBeHidden();
  });

  await test.step("j and k go up and down", async () => {
    const links = main(page).locator(".work__words a");
    await page.keyboard.press("j");
    await expect(links.nth(0)).toBeFocused();
    await page.keyboard.press("j");
    await expect(links.nth(1)).toBeFocused();
    await page.keyboard.press("k");
    await expect(links.nth(0)).toBeFocused();
  });

  await test.step("A search is kept as a view", async () => {
    await page.keyboard.press("/");
    await expect(page.getByLabel("Words in it, or a reference")).toBeFocused();
    await page.keyboard.type(`${bus.bus}`);
    await page.keyboard.press("Enter");
    await expect(voice).toHaveCount(1);
    await press(page.getByRole("link", { name: "Keep this view" }));
    await write(page.getByLabel("What do you call it?"), `Bus ${bus.bus}`);
    await page.keyboard.press("Enter");
    await press(page.getByRole("link", { name: `Bus ${bus.bus}` }));
    await expect(voice).toHaveCount(1);
  });

  await test.step("What could show who they are is struck", async () => {
    await page.keyboard.press("j");
    await page.keyboard.press("o");
    await expect(page.getByRole("heading", { level: 1, name: /^Voice / })).toBeVisible();
    await tick(page.getByLabel("07700 900123: a telephone number"));
    await press(button(page, "Strike what is ticked"));
    await expect(page.getByLabel("What may be published")).toHaveValue(/Ring Sam, \[telephone number\]\.$/);
    await expect(main(page).locator("blockquote").first()).toContainText("07700 900123");
  });

  await test.step("It becomes an ask", async () => {
    await press(button(page, "Pass it on"));
    await expect(page.getByRole("alert")).toContainText("Passed on to School Transport.");
    await press(main(page).getByRole("link", { name: /^Ask A/ }));
    await expect(main(page)).toContainText("[telephone number]");
    await expect(main(page)).not.toContainText("07700 900123");
  });
});

test("A worker turns the keys off, and they do nothing", async ({ open }) => {
  const page = await open({ as: administrator, path: "/account/keys" });
  await button(page, "Turn the keys off").click();
  await expect(button(page, "Turn the keys on")).toBeVisible();
  await page.goto("/voices");
  await page.keyboard.press("j");
  await expect(page.locator(".work__words a").first()).not.toBeFocused();
  await page.goto("/account/keys");
  await button(page, "Turn the keys on").click();
  await expect(button(page, "Turn the keys off")).toBeVisible();
});

test("A worker filters the list, and opens it again where nothing fits", async ({ open }) => {
  const bus = newWords("en");
  await said(bus);
  const page = await open({ as: worker, path: `/voices?q=${bus.bus}` });
  await expect(main(page)).toContainText("1 waits to be read");
  await page.getByLabel("Service").selectOption("Maternity");
  await page.getByLabel("Since when").selectOption("The last day");
  await button(page, "Show these").click();
  await expect(main(page)).toContainText("Nothing that waits is like this");
  await main(page).getByRole("button", { name: "Show everything that waits" }).click();
  await expect(page).toHaveURL(/\/voices$/);
});

test("One voice leads to the next of the same list, and what is done is found by its reference", async ({ open }) => {
  const bus = newWords("en");
  const first = await said(bus);
  await said({ ...bus, words: `The number ${bus.bus} bus has no heating.` });
  const page = await open({ as: worker, path: `/voices?q=${bus.bus}` });
  await main(page).getByRole("link", { name: bus.words }).click();
  await button(page, "Pass it on").click();
  await button(page, "Next one").click();
  await expect(main(page).locator("blockquote").first()).toContainText("has no heating");
  await button(page, "Pass it on").click();
  await expect(main(page)).toContainText("Nothing else waits here.");
  await main(page).getByRole("link", { name: "Back to the list" }).click();
  await expect(main(page)).toContainText("Nothing that waits is like this");
  await page.getByLabel("Words in it, or a reference").fill(first.reference.toLowerCase());
  await button(page, "Show these").click();
  await main(page).getByRole("link", { name: bus.words }).click();
  await expect(main(page)).toContainText("It has been passed on");
});

test("Who asks for the same joins it, and hears the same answer", async ({ open }) => {
  const first = newWords("en");
  const { ask } = await asked(first);
  const second = { ...first, words: `The number ${first.bus} bus never waits for the end of school.` };
  const { link } = await said(second);
  const page = await open({ as: worker });
  await openVoice(page, second.words);
  const likely = page.getByRole("complementary", { name: "Others have asked for this" });
  await likely.getByRole("listitem").filter({ hasText: first.words }).getByRole("button", { name: "Join this one" }).click();
  await expect(page.getByRole("alert")).toContainText("Joined. It is with School Transport.");
  await expect(main(page).getByRole("link", { name: /^Ask A/ })).toHaveAttribute("href", ask);
  await page.goto(link);
  await expect(main(page)).toContainText("School Transport has it");
});

test("What is about several services becomes several asks", async ({ open }) => {
  const bus = newWords("en");
  const { link } = await said(bus);
  const page = await open({ as: worker });
  await openVoice(page, bus.words);
  await tickService(page, "service", "short-breaks");
  await button(page, "Pass it on").click();
  await expect(main(page).getByRole("link", { name: /^Ask A.* for / })).toHaveCount(2);
  await page.goto(link);
  for (const service of ["School Transport has it", "Short Breaks has it"]) await expect(main(page)).toContainText(service);
});

test("Two people on one voice see each other, and the second overwrites nothing", async ({ open }) => {
  const bus = newWords("en");
  await said(bus);
  const first = await open({ as: worker });
  const voice = await openVoice(first, bus.words);
  const second = await open({ as: administrator, path: voice });
  await expect(main(second)).toContainText("Priya Nair opened this just now.");
  await first.reload();
  await expect(main(first)).toContainText("Morgan Lloyd opened this just now.");

  await button(first, "Pass it on").click();
  await expect(first.getByRole("alert")).toContainText("Passed on to School Transport.");
  await second.getByLabel("What may be published").fill("The second hand wrote this.");
  await button(second, "Pass it on").click();
  await expect(second.getByRole("alert")).toContainText("Somebody has made an ask of this already.");
  await expect(second.getByLabel("What may be published")).toHaveValue("The second hand wrote this.");
  await expect(main(second)).toContainText("It has been passed on");
});

test("What needs no ask is closed with a kind word, which the family reads", async ({ open }) => {
  const bus = newWords("en");
  const { link } = await said(bus);
  const page = await open({ as: worker });
  await openVoice(page, bus.words);
  await main(page).getByRole("link", { name: "Close it with a kind word to the family" }).click();
  await button(page, "Close it and tell them").click();
  await expect(page.getByRole("alert")).toContainText("Choose why it needs no ask.");
  await page.getByLabel("It is a kind word").check();
  await page.getByLabel("A kind word to the family").fill("The driver has read it and smiled.");
  await button(page, "Close it and tell them").click();
  await expect(page.getByRole("alert")).toContainText("Closed. The family reads your words behind their link.");
  await expect(main(page)).toContainText("It was closed without an ask");
  await page.goto(link);
  await expect(main(page)).toContainText("The driver has read it and smiled.");
});
