// Walks through the product in Debian's Chromium, against a copy of it that is started for the run.
//
//   npm run test:e2e     the walks; EARSHOT_TEST_BINARY names the program, which is build/release/earshot unless said
//   npm run pictures     takes the pictures that the README shows
import { defineConfig } from "@playwright/test";

const chromium = {
  executablePath: "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

export default defineConfig({
  testDir: ".",
  outputDir: "results/traces",
  globalSetup: "./support/product.ts",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A walk that works only the second time does not work.
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    actionTimeout: 20_000,
    launchOptions: chromium,
    locale: "en-GB",
    timezoneId: "Europe/London",
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "walks", testMatch: "*.spec.ts" },
    { name: "pictures", testMatch: "pictures.ts" },
  ],
});
