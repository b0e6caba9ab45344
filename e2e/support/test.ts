// The test that every walk uses: it opens windows on the product, and fails when a page does what no page may do.
import { test as base, type BrowserContext, type BrowserContextOptions, type Locator, type Page } from "@playwright/test";

import { password } from "./people";

export { expect, type Locator, type Page, type Response } from "@playwright/test";

export const phone = { width: 390, height: 844 };
/// Where “Exit this page” leads. Who goes there answers it in the browser: the walks ask nothing of anybody else.
export const elsewhere = "https://elsewhere.example/";
export const desktop = { width: 1280, height: 900 };

/// `as`: who is signed in already, by their e-mail address.
type Window = BrowserContextOptions & { path?: string; as?: string };

export const test = base.extend<{ open: (window?: Window) => Promise<Page> }>({
  /// Opens a window of its own on the product, with its own cookies. What the browser complains about in any of them
  /// fails the test.
  open: async ({ browser, contextOptions }, use) => {
    const windows: BrowserContext[] = [];
    const faults: string[] = [];
    await use(async ({ as, path = as ? "" : "/", ...options } = {}) => {
      const context = await browser.newContext({ ...contextOptions, baseURL: address(), viewport: desktop, ...options });
      windows.push(context);
      watch(context, faults);
      if (as) await enter(context, as);
      const page = await context.newPage();
      if (path) await page.goto(path);
      return page;
    });
    for (const window of windows) await window.close();
    base.expect(faults, "what the browser complained about").toEqual([]);
  },
});

/// Where the product runs, or a path there.
export function address(path = ""): string {
  return `${process.env.EARSHOT_TEST_ADDRESS}${path}`;
}

/// A page without its header and its footer.
export function main(page: Page): Locator {
  return page.getByRole("main");
}

/// The button that says exactly this.
export function button(page: Page, name: string): Locator {
  return page.getByRole("button", { name, exact: true });
}

/// The link that says exactly this, below the header.
export function link(page: Page, name: string): Locator {
  return main(page).getByRole("link", { name, exact: true });
}

/// Where a link leads.
export async function hrefOf(link: Locator): Promise<string> {
  return (await link.getAttribute("href")) ?? "";
}

/// Ticks a service, wherever services are to be ticked.
export async function tickService(page: Page, field: "about" | "service", service: string): Promise<void> {
  const box = page.locator(`input[name=${field}][value=${service}]`);
  await unfold(page.locator("details:not([open])", { has: box }));
  await box.check();
}

/// Opens the page of a service from the list of all.
export async function openService(page: Page, name: string): Promise<void> {
  await unfold(page.locator("details:not([open])", { hasText: name }));
  await link(page, name).click();
}

/// Where there are many services, those of each agency are folded away.
async function unfold(agency: Locator): Promise<void> {
  if ((await agency.count()) > 0) await agency.locator("summary").first().click();
}

/// Signs in without a page: how a walk begins that is about something else.
async function enter(context: BrowserContext, email: string): Promise<void> {
  const { request } = context;
  const form = { email, password };
  const answer = await request.post("/sign-in", { form, headers: { Origin: address() }, maxRedirects: 0 });
  base.expect(answer.status(), `signing in as ${email}`).toBe(303);
}

function watch(context: BrowserContext, faults: string[]): void {
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address("/")) && url !== elsewhere) faults.push(`a request to ${url}`);
  });
  context.on("response", (response) => {
    // A page may refuse; its parts are always there.
    const worst = response.request().isNavigationRequest() ? 499 : 399;
    if (response.status() > worst) faults.push(`${response.status()} from ${response.url()}`);
  });
  context.on("console", (message) => {
    // Chromium writes about a page that refuses, too. What the policy for content forbids also comes this way.
    const isRefusal = message.text().startsWith("Failed to load resource: the server responded with a status of 4");
    if (["error", "warning"].includes(message.type()) && !isRefusal) faults.push(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => faults.push(`script: ${error.error().message}`));
}
