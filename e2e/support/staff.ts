// What people who work here do, with the keyboard alone.
import { expect, main, type Locator, type Page } from "./test";

export const worker = "worker@fenshire.example";
export const lead = "lead@fenshire.example";
export const administrator = "admin@fenshire.example";
const password = "a-demonstration-only";

/// More stops than any page has.
const mostStops = 150;

/// Presses Tab until `target` has the focus.
export async function tabTo(target: Locator): Promise<void> {
  const page = target.page();
  await expect(target).toBeVisible();
  for (let stop = 0; stop < mostStops; ++stop) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The keyboard does not reach ${target}`);
}

/// Goes to a link or a button and presses Enter.
export async function press(target: Locator): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press("Enter");
}

/// Goes to a field and writes over what stands in it.
export async function write(field: Locator, text: string): Promise<void> {
  await tabTo(field);
  await field.page().keyboard.press("Control+A");
  await field.page().keyboard.type(text);
  await expect(field).toHaveValue(text);
}

/// Goes to the radios that `wanted` is one of, and moves to it.
export async function choose(wanted: Locator): Promise<void> {
  const { keyboard } = wanted.page();
  const group = wanted.page().locator(`input[name="${await wanted.getAttribute("name")}"]`);
  const chosen = group.and(wanted.page().locator(":checked"));
  // The keyboard stops once in a group: at the one that is chosen, or else at the first.
  const isChosen = (await chosen.count()) > 0;
  await tabTo(isChosen ? chosen : group.first());
  if (!isChosen) await keyboard.press("Space");
  for (let move = 0; move < mostStops && !(await wanted.isChecked()); ++move) await keyboard.press("ArrowDown");
  await expect(wanted).toBeChecked();
}

export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await write(page.getByLabel("E-mail address"), email);
  await write(page.getByLabel("Password", { exact: true }), password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
}

/// From the list of what came in: makes an ask of these words for the service that the family chose, and gives its path.
export async function passOn(page: Page, words: string): Promise<string> {
  await page.goto("/voices");
  await press(page.getByRole("link", { name: words }));
  // What the family chose, and the words that may be shown, stand there already.
  await expect(page.locator("input[name=service][value=school-transport]")).toBeChecked();
  await expect(page.getByLabel("What may be published")).toHaveValue(words);
  await press(page.getByRole("button", { name: "Pass it on" }));
  await expect(page.getByRole("heading", { level: 1, name: /^Ask A/ })).toBeVisible();
  await expect(main(page)).toContainText("Waiting for an answer");
  return new URL(page.url()).pathname;
}

/// Publishes the answer that the page shows for the last time.
export async function publish(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: "Check and publish" })).toBeVisible();
  await press(page.getByRole("button", { name: "Publish now" }));
  await expect(page).toHaveURL(/\/changes\//);
}
