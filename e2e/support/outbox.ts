// The outbox of the demonstration, in which everybody reads what people would have been sent.
import { main, type Page } from "./test";

/// Opens the newest message with this title to this address.
export async function openMessage(page: Page, address: string, title: string): Promise<void> {
  await page.goto("/outbox");
  await main(page).getByRole("row").filter({ hasText: address }).getByRole("link", { name: title }).first().click();
}
