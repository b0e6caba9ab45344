// Somebody is invited, chooses a password, and signs in with a code from their phone; and gets in when it is lost.
import { newWords } from "./support/family";
import { openMessage } from "./support/outbox";
import { administrator } from "./support/people";
import { button, expect, main, test, type Page } from "./support/test";
import { code } from "./support/totp";

const passphrase = "seven lanterns over the harbour";

async function give(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await button(page, "Sign in").click();
}

/// Has somebody invited who works with what comes in; their address.
async function invite(page: Page): Promise<string> {
  const email = `new${newWords("en").bus}@fenshire.example`;
  await page.goto("/administration/people");
  await main(page).getByRole("button", { name: "Invite somebody" }).click();
  await page.getByLabel("Name").fill("Nia Rees");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Works with what comes in").check();
  await button(page, "Invite").click();
  await expect(page.getByRole("row", { name: new RegExp(email) })).toContainText("Invited");
  return email;
}

/// By the newest link of this kind in the outbox.
async function choosePassword(page: Page, email: string, title: string, link: string, password: string): Promise<void> {
  await openMessage(page, email, title);
  await main(page).getByRole("link", { name: link }).click();
  await page.getByLabel("New password").fill(password);
  await button(page, "Save the password").click();
}

test("Somebody is invited, chooses a good password, and sets up codes that let them in", async ({ open }) => {
  const admin = await open({ as: administrator });
  const email = await invite(admin);
  const page = await open();
  await choosePassword(page, email, "You are invited to work with Earshot", "Choose a password", "password1");
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("New password").fill(passphrase);
  await button(page, "Save the password").click();
  await expect(main(page)).toContainText("Your password is set. Sign in with it.");
  await give(page, email, "a wrong guess of it");
  await expect(page.getByRole("alert")).toBeVisible();
  await give(page, email, passphrase);
  await expect(page.getByRole("heading", { level: 1, name: "What came in" })).toBeVisible();

  await page.goto("/account/second-step");
  const letters = await main(page).locator("code").innerText();
  await page.getByLabel("The six digits").fill("000000");
  await page.getByLabel("Your password").fill(passphrase);
  await button(page, "Turn it on").click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(main(page).locator("code")).toHaveText(letters);
  await page.getByLabel("The six digits").fill(code(letters));
  await page.getByLabel("Your password").fill(passphrase);
  await button(page, "Turn it on").click();
  await expect(page.getByRole("heading", { level: 1, name: "Your recovery codes" })).toBeVisible();
  const recovery = await main(page).locator("code").first().innerText();
  await main(page).getByRole("button", { name: "I have kept them. Go on" }).click();

  const phone = await open();
  await give(phone, email, passphrase);
  await expect(phone.getByRole("heading", { level: 1, name: "Your code" })).toBeVisible();
  // The code that was shown first is used up, and a phone may be a little ahead.
  await phone.getByLabel("The six digits").fill(code(letters, 1));
  await button(phone, "Sign in").click();
  await expect(phone.getByRole("button", { name: "Sign out" })).toBeVisible();

  const lost = await open();
  for (const opens of [true, false]) {
    await lost.context().clearCookies();
    await give(lost, email, passphrase);
    await lost.getByLabel("The six digits").fill(recovery);
    await button(lost, "Sign in").click();
    // Each of them lets somebody in once.
    if (opens) await expect(lost.getByRole("button", { name: "Sign out" })).toBeVisible();
    else await expect(lost.getByRole("alert")).toBeVisible();
  }

  await page.goto("/account");
  await expect(main(page)).toContainText("This is where you are now.");
  await button(page, "Sign out everywhere else").click();
  await expect(button(page, "Sign out everywhere else")).toHaveCount(0);
  await phone.goto("/account");
  await expect(phone).toHaveURL(/sign-in/);
});

test("Whoever forgot their password chooses another by a link", async ({ open }) => {
  const email = await invite(await open({ as: administrator }));
  const page = await open();
  await choosePassword(page, email, "You are invited to work with Earshot", "Choose a password", passphrase);
  await page.goto("/sign-in");
  await main(page).getByRole("link", { name: "I have forgotten my password" }).click();
  await page.getByLabel("E-mail address").fill(email);
  await button(page, "Send me a link").click();
  await expect(main(page)).toContainText("a link is on its way");
  await choosePassword(page, email, "Choose a new password", "Choose a new password", "nine kettles under the bridge");
  await give(page, email, passphrase);
  await expect(page.getByRole("alert")).toBeVisible();
  await give(page, email, "nine kettles under the bridge");
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
});

test("An administrator closes an account, and its owner is out at once", async ({ open }) => {
  const admin = await open({ as: administrator });
  const email = await invite(admin);
  const page = await open();
  await choosePassword(page, email, "You are invited to work with Earshot", "Choose a password", passphrase);
  await give(page, email, passphrase);
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await admin.getByRole("row", { name: new RegExp(email) }).getByRole("link").click();
  await main(admin).getByRole("link", { name: "Close this account" }).click();
  await button(admin, "Close it").click();
  await page.goto("/voices");
  await expect(page).toHaveURL(/sign-in/);
  await give(page, email, passphrase);
  await expect(page.getByRole("alert")).toBeVisible();
});
