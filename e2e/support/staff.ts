// What people who work here do.
import { password } from "./people";
import { expect, hrefOf, main, type Locator, type Page } from "./test";

/// On the page for signing in.
export async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
}

/// The links to what waits with these words.
export async function findInInbox(page: Page, words: string) {
  await page.goto(`/voices?q=${encodeURIComponent(words)}`);
  return page.getByRole("link", { name: words, exact: true });
}

/// Opens what came in with these words, and gives its path.
export async function openVoice(page: Page, words: string): Promise<string> {
  await (await findInInbox(page, words)).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Voice / })).toBeVisible();
  return new URL(page.url()).pathname;
}

/// Makes an ask of these words for the service that the family chose, and gives its path.
export async function passOn(page: Page, words: string): Promise<string> {
  await openVoice(page, words);
  // What the family chose, and the words that may be shown, stand there already.
  await expect(page.locator("input[name=service]:checked")).toHaveValue("school-transport");
  await expect(page.getByLabel("What may be published")).toHaveValue(words);
  await page.getByRole("button", { name: "Pass it on" }).click();
  await expect(page.getByRole("alert")).toContainText("Passed on to School Transport.");
  await main(page).getByRole("link", { name: /^Ask A/ }).click();
  await expect(main(page)).toContainText("Waiting for an answer");
  return new URL(page.url()).pathname;
}

/// Writes that it was done, up to the page that shows the answer for the last time.
export async function writeAnswer(page: Page, ask: string, text: string): Promise<void> {
  await page.goto(`${ask}/answer`);
  await page.getByRole("radio", { name: "We did it" }).check();
  await page.getByLabel("What did you do?").fill(text);
  await page.getByRole("button", { name: "Save and check" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Check and publish" })).toBeVisible();
}

/// Publishes the answer that the page shows for the last time, and gives the path at which everybody reads it.
export async function publish(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Publish now" }).click();
  await expect(page).toHaveURL(/\/changes\//);
  return new URL(page.url()).pathname;
}

/// Opens one after the other, the newest first, until a page shows these words.
export async function openTheOneWith(words: string, links: Locator): Promise<void> {
  const page = links.page();
  const paths = await Promise.all((await links.all()).map(hrefOf));
  for (const path of paths.reverse()) {
    await page.goto(path);
    if ((await main(page).getByText(words).count()) > 0) return;
  }
  throw new Error(`None of ${paths.length} pages has the words “${words}”`);
}

/// Fills in the three parts of a date.
export async function fillDate(page: Page, date: Date): Promise<void> {
  await page.getByLabel("Day", { exact: true }).fill(String(date.getUTCDate()));
  await page.getByLabel("Month", { exact: true }).fill(String(date.getUTCMonth() + 1));
  await page.getByLabel("Year", { exact: true }).fill(String(date.getUTCFullYear()));
}

export function inDays(days: number): Date {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000);
}
