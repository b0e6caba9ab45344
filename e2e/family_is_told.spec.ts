// A family is written to, and stops the messages with one press.
import { answered } from "./support/before";
import { newWords } from "./support/family";
import { expect, main, phone, test } from "./support/test";

test.describe.configure({ timeout: 240_000 });

test("A family is told once of all that is new, and stops the messages with one press", async ({ open }) => {
  const email = `father${newWords("en").bus}@home.example`;
  await answered(newWords("en"), "The bus waits until ten past three.", { told_by: "email", email });
  const page = await open({ viewport: phone, path: "/outbox", javaScriptEnabled: false });
  const messages = main(page).getByRole("row").filter({ hasText: email });
  // News is gathered for two minutes, so that what happens together comes together.
  await expect
    .poll(() => page.reload().then(() => messages.count()), { timeout: 200_000, intervals: [5_000] })
    .toBeGreaterThan(0);
  await expect(messages).toHaveCount(1);
  await messages.getByRole("link").click();
  await expect(main(page)).toContainText("School Transport");
  await main(page).getByRole("link", { name: "Stop these messages" }).click();
  await page.getByRole("button", { name: "Stop the messages" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "We have stopped" })).toBeVisible();
  await page.getByRole("button", { name: "Write to me again" }).click();
  await expect(page.getByRole("button", { name: "Stop the messages" })).toBeVisible();
});
