// The pages work without a script, without a mouse, without a screen.
import { asked } from "./support/before";
import { answerQuestions, newWords, send } from "./support/family";
import { tabTo } from "./support/keyboard";
import { lead } from "./support/people";
import { desktop, expect, main, phone, test, type Page } from "./support/test";

test("Without scripts, every page for families says what it is", async ({ open }) => {
  const page = await open({ viewport: phone, javaScriptEnabled: false });
  for (const path of ["/", "/say", "/changes", "/about", "/privacy", "/accessibility", "/other-ways", "/sign-in"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test("Without scripts, larger text stays larger until it is made usual", async ({ open }) => {
  const page = await open({ viewport: phone, javaScriptEnabled: false });
  const size = () => main(page).locator("p").first().evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  const usual = await size();
  await page.getByRole("link", { name: "Larger text" }).click();
  expect(await size()).toBeGreaterThan(usual * 1.2);
  await page.goto("/changes");
  await page.getByRole("link", { name: "Usual text" }).click();
  await page.goto("/");
  expect(await size()).toBe(usual);
});

test("Without scripts, a service sees all that an answer may need", async ({ open }) => {
  const { ask } = await asked(newWords("en"));
  const page = await open({ javaScriptEnabled: false, as: lead, path: `${ask}/answer` });
  for (const label of ["What did you do?", "What will you do?", "Day", "Why not?"])
    await expect(page.getByLabel(label)).toBeVisible();
});

for (const viewport of [phone, desktop])
  for (const colorScheme of ["light", "dark"] as const)
    test(`Every stop of the front page shows the focus, ${colorScheme}, at ${viewport.width} pixels`, async ({ open }) => {
      const page = await open({ viewport, colorScheme });
      const stops = await page.locator("a[href], button, input:not([type=hidden]), textarea, select").count();
      const unseen: string[] = [];
      for (let stop = 0; stop < stops; ++stop) {
        await page.keyboard.press("Tab");
        const { name, isSeen, isDifferent } = await page.evaluate(lookAtFocus);
        if (!isSeen || !isDifferent) unseen.push(`${name}${isSeen ? "" : " is out of sight"}`);
      }
      expect(unseen).toEqual([]);
      expect(stops).toBeGreaterThan(15);
    });

/// Whether the element with the focus is in sight, and looks different from how it looks without.
function lookAtFocus(): { name: string; isSeen: boolean; isDifferent: boolean } {
  const element = document.activeElement as HTMLElement;
  const look = () => {
    const { outlineColor, outlineWidth, outlineStyle, boxShadow, backgroundColor } = getComputedStyle(element);
    return [outlineColor, outlineWidth, outlineStyle, boxShadow, backgroundColor].join(" ");
  };
  const box = element.getClientRects()[0];
  const isSeen =
    box.width > 1 && box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth &&
    element.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
  const focused = look();
  element.blur();
  const blurred = look();
  element.focus({ preventScroll: true });
  return { name: element.outerHTML.slice(0, 120), isSeen, isDifferent: focused !== blurred };
}

test("The skip link leads past the header", async ({ open }) => {
  const page = await open({ path: "/changes" });
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to main content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
});

test("Space presses what looks like a button", async ({ open }) => {
  const page = await open({ path: "/changes?q=zeppelin" });
  await tabTo(main(page).getByRole("button", { name: "Show everything" }));
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/\/changes$/);
});

test("A receipt prints on one sheet, without what can only be clicked", async ({ open }) => {
  const said = newWords("en");
  const page = await open();
  await answerQuestions(page, said);
  const { link, reference } = await send(page, "en");
  await expectOneSheet(page);
  await expect(page.getByRole("img", { name: "A QR code of your private link" })).toBeVisible();
  await expect(main(page)).toContainText(reference);

  await page.goto(link);
  await expectOneSheet(page);
  await expect(main(page)).toContainText(said.words);
});

async function expectOneSheet(page: Page): Promise<void> {
  const sheets = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
  expect(sheets.length).toBe(1);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("contentinfo")).toHaveCount(0);
  await expect(main(page).getByRole("button")).toHaveCount(0);
  await page.emulateMedia({ media: null });
}
