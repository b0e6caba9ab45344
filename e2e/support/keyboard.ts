// Hands on the keyboard alone, as somebody has who uses no mouse.
import { expect, type Locator } from "./test";

/// More stops than any page has.
const mostStops = 200;

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

/// Goes to a checkbox and ticks it.
export async function tick(box: Locator): Promise<void> {
  await tabTo(box);
  await box.page().keyboard.press("Space");
  await expect(box).toBeChecked();
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
