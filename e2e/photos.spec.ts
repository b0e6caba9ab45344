// A photo goes with what a family says: past a moderator to those who read the words, and to nobody else.
import { answerQuestions, newWords, send } from "./support/family";
import { moderator, worker } from "./support/people";
import { openVoice } from "./support/staff";
import { button, expect, link, main, phone, test, type Page } from "./support/test";

const photos = (page: Page) => main(page).locator("img.photo");

/// Waits until the browser has drawn each photo of the page, which it may fetch after the page stands.
const expectDrawn = (page: Page) =>
  expect
    .poll(() => photos(page).evaluateAll((all) => all.every((each) => (each as HTMLImageElement).naturalWidth > 0)))
    .toBe(true);

test("A family adds a photo, a moderator lets it pass, and the worker sees it", async ({ open }) => {
  const said = newWords("en");
  const family = await open({ viewport: phone, javaScriptEnabled: false });
  await answerQuestions(family, said);
  const picture = { name: "bus.png", mimeType: "image/png", buffer: await family.screenshot() };

  await test.step("What is no photo is refused, and nothing is lost", async () => {
    await link(family, "Add photos and recordings").click();
    await family.getByLabel("Photos").setInputFiles({ ...picture, buffer: Buffer.from("Not a photo.") });
    await button(family, "Add it").click();
    await expect(family.getByRole("alert")).toBeVisible();
    await family.getByLabel("Photos").setInputFiles(picture);
    await button(family, "Add it").click();
    await expect(main(family)).toContainText(said.words);
    await expect(photos(family)).toHaveCount(1);
    await expectDrawn(family);
  });
  const receipt = await send(family, "en");
  await family.goto(receipt.link);
  await expect(main(family)).toContainText("A moderator looks at it first.");

  const reader = await open({ as: worker });
  const voice = await openVoice(reader, said.words);
  await expect(photos(reader)).toHaveCount(0);

  const page = await open({ as: moderator });
  await page.goto("/moderation");
  await main(page).getByRole("link", { name: "A photo or a recording that a family sent" }).last().click();
  await expect(photos(page)).toHaveCount(1);
  await page.getByLabel("Let it pass", { exact: true }).check();
  await button(page, "Decide").click();
  await expect(page.getByRole("heading", { level: 1, name: "To look over" })).toBeVisible();

  await reader.goto(voice);
  await expect(photos(reader)).toHaveCount(1);
  await expectDrawn(reader);
  await family.reload();
  await expect(main(family)).toContainText("A moderator let it pass.");
});
