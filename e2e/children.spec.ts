// A child says something with pictures; whoever must leave quickly can.
import { answerQuestions, beginSaying, newWords } from "./support/family";
import { worker } from "./support/people";
import { elsewhere, expect, main, phone, test, type Page } from "./support/test";

const next = (page: Page) => page.getByRole("button", { name: "Next" }).click();

for (const javaScriptEnabled of [true, false])
  test(`A child says it with pictures, ${javaScriptEnabled ? "with" : "without"} scripts`, async ({ open }) => {
    const { words } = newWords("en");
    const page = await open({ viewport: phone, javaScriptEnabled });
    await beginSaying(page);
    await main(page).getByRole("link", { name: "For children: say it with pictures" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "You can leave at any time" })).toBeVisible();
    await next(page);
    await expect(page.getByRole("heading", { level: 1, name: "How does it feel?" })).toBeVisible();
    await next(page);
    await expect(page.getByRole("alert")).toContainText("Choose a face. Any one is right.");
    await main(page).getByText("Sad", { exact: true }).click();
    await expect(page.getByLabel("Sad")).toBeChecked();
    await next(page);
    await main(page).getByText("Buses and getting there").click();
    await main(page).getByText("School", { exact: true }).click();
    await next(page);
    await page.getByRole("textbox").fill(words);
    await page.getByRole("button", { name: "Send it" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Thank you. We have it." })).toBeVisible();
    await expect(main(page)).toContainText("Tell a grown-up you trust");
    await main(page).getByRole("button", { name: "See where it stands" }).click();
    await expect(main(page)).toContainText("How it feels: Sad");

    const reader = await open({ as: worker, path: `/voices?${new URLSearchParams({ q: words })}` });
    await main(reader).locator(".work__words a").filter({ hasText: words }).click();
    await expect(main(reader)).toContainText("A child");
  });

test("A page for children reads itself aloud", async ({ open }) => {
  const page = await open({ viewport: phone });
  // This browser has no voice, so the walk listens to what would be said.
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    window.speechSynthesis.speak = (said) => void heard.push(`${said.lang}: ${said.text}`);
  });
  await page.goto("/say/child");
  await next(page);
  await page.getByRole("button", { name: "Read this to me" }).click();
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard.join());
  expect(heard).toMatch(/^en.*How does it feel\?.*Very happy.*Worried/s);
});

test("Whoever must leave quickly is told how, leaves by the button or by a key, and comes back to their words", async ({
  open,
}) => {
  const { words } = newWords("en");
  const page = await open({ viewport: phone });
  const body = '<link rel="icon" href="data:,">';
  await page.route(elsewhere, (route) => route.fulfill({ contentType: "text/html", body }));
  await main(page).getByRole("textbox").fill(words);
  await page.getByRole("button", { name: "Carry on" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "If somebody comes in, you can leave quickly" })).toBeVisible();
  await main(page).getByRole("button", { name: "Carry on" }).click();
  await page.getByRole("button", { name: /Exit this page/ }).click();
  await expect(page).toHaveURL(elsewhere);
  await page.goto("/say");
  await expect(page.getByRole("textbox")).toHaveValue(words);
  for (let times = 0; times < 3; ++times) await page.keyboard.press("Shift");
  await expect(page).toHaveURL(elsewhere);
});

test("Every page of saying something can be left quickly, without scripts too", async ({ open }) => {
  const page = await open({ viewport: phone, javaScriptEnabled: false });
  const exit = page.getByRole("button", { name: /Exit this page/ });
  await answerQuestions(page, newWords("en"));
  for (const path of ["", "/about", "/place", "/speaker", "/wish", "/show", "/told", "/check", "/child"]) {
    await page.goto(`/say${path}`);
    await expect(exit).toHaveAttribute("href", elsewhere);
  }
});
