// Every page, in every language: its HTML is valid, nobody meets a barrier, nothing scrolls sideways.
import { asked, said } from "./support/before";
import { answerQuestions, chooseLanguage, newWords } from "./support/family";
import { expectSound, visit, visitBy, type Visit } from "./support/soundness";
import { lead, worker } from "./support/people";
import { openVoice, passOn } from "./support/staff";
import { expect, main, test, type Locator, type Page } from "./support/test";
import { languages, say } from "./support/translations";

test.describe.configure({ timeout: 180_000 });

for (const language of languages) {
  /// Opens pages one after the other, each by its path or by what leads to it, and looks at each.
  const look = async (page: Page, pages: Record<string, string | (() => Promise<void>)>, status = 200) => {
    for (const [name, way] of Object.entries(pages))
      await test.step(name, async () => {
        const seen: Visit = typeof way === "string" ? await visit(page, way) : await visitBy(page, way);
        expect.soft(seen.status, name).toBe(status);
        await expectSound(seen, language);
      });
  };
  const submit = (page: Page, button = "Carry on") =>
    main(page).getByRole("button", { name: say(language, button), exact: true }).click();

  test(`What everybody reads is sound, in ${language}`, async ({ open }) => {
    const page = await open();
    await chooseLanguage(page, language);
    const change = await hrefOf(main(page).locator("a[href^='/changes/']").first());
    await look(page, {
      "the front page": "/",
      "what changed": "/changes",
      "a search that finds nothing": "/changes?q=zeppelin&service=send&outcome=cannot",
      "one change": change,
      "who runs this": "/about",
      "privacy": "/privacy",
      "accessibility": "/accessibility",
      "other ways": "/other-ways",
      "signing in": "/sign-in",
    });
    await look(page, { "a page that is not there": "/no/such/page", "a link nobody has": "/follow/nobody" }, 404);
    await page.goto("/sign-in");
    await look(page, { "signing in with nothing": () => submit(page, "Sign in") }, 422);
  });

  test(`Saying something is sound, in ${language}`, async ({ open }) => {
    const page = await open();
    await chooseLanguage(page, language);
    await page.goto("/say");
    await look(page, { "no words": () => submit(page) }, 422);
    await main(page).getByRole("textbox").fill(newWords(language).words);
    await submit(page);
    await look(page, { "how to leave quickly": "/say/leaving" });
    await page.goto("/say/about");
    await look(page, { "about nothing": () => submit(page) }, 422);
    await page.goto("/say/speaker");
    await look(page, { "nobody speaking": () => submit(page) }, 422);
    await page.goto("/say/show");
    await look(page, { "shown or not": () => submit(page) }, 422);

    await answerQuestions(page, newWords(language));
    await look(page, {
      "the words": "/say",
      "what it is about": "/say/about",
      "who is speaking": "/say/speaker",
      "what they would like": "/say/wish",
      "may it be shown": "/say/show",
      "how to be told": "/say/told",
      "check": "/say/check",
      "thanks": () => submit(page, "Send it"),
      "the receipt": () => main(page).getByRole("button").click(),
    });
  });

  test(`Reading is sound, in ${language}`, async ({ open }) => {
    const bus = newWords("en");
    await said(bus);
    const page = await open({ as: worker });
    const voice = await openVoice(page, bus.words);
    await chooseLanguage(page, language);
    await look(page, { "what came in": "/voices", "a voice": voice });
    await page.getByRole("textbox").first().fill("");
    for (const box of await page.locator("[name=service]:checked").all()) await box.uncheck();
    await look(page, { "an ask without words": () => submit(page, "Pass it on") }, 422);
    await chooseLanguage(page, "en");
    const ask = await passOn(page, bus.words);
    await chooseLanguage(page, language);
    await look(page, { "a voice that was passed on": voice, "an ask": ask, "what waits": "/asks", "leaving": "/sign-out" });
    await look(page, { "not the worker's to answer": `${ask}/answer` }, 403);
  });

  test(`Answering is sound, in ${language}`, async ({ open }) => {
    const { ask, receipt } = await asked(newWords("en"));
    const page = await open({ as: lead });
    await chooseLanguage(page, language);
    await look(page, { "what came in is not the lead's": "/voices" }, 403);
    await look(page, { "what waits for the lead": "/asks", "answering": `${ask}/answer` });
    await look(page, { "no answer": () => submit(page, "Save and check") }, 422);
    for (const outcome of ["done", "will", "cannot"]) {
      await page.locator(`[name=outcome][value=${outcome}]`).check();
      await look(page, { [`${outcome} with nothing`]: () => submit(page, "Save and check") }, 422);
    }
    await page.locator("textarea:visible").fill("The bridge is closed until May.");
    await look(page, {
      "before publishing": () => submit(page, "Save and check"),
      "the ask with its answer": ask,
    });
    await page.goto(`${ask}/publish`);
    await look(page, {
      "the answer as everybody sees it": () => submit(page, "Publish now"),
      "the published ask": ask,
      "the receipt with its answer": receipt.link,
    });
  });
}

async function hrefOf(link: Locator): Promise<string> {
  return (await link.getAttribute("href")) ?? "";
}
