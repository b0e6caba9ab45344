// Every page, in every language: its HTML is valid, nobody meets a barrier, nothing scrolls sideways.
import { answerQuestions, chooseLanguage, newWords, send } from "./support/family";
import { expectSound, visit, visitBy, type Visit } from "./support/soundness";
import { lead, passOn, signIn, worker } from "./support/staff";
import { expect, main, test, type Locator, type Page } from "./support/test";
import { languages } from "./support/translations";

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
  const submit = (page: Page) => main(page).locator("form[method=post] button").last().click();

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
    await look(page, { "signing in with nothing": () => submit(page) }, 422);
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
      "thanks": () => submit(page),
      "the receipt": () => main(page).getByRole("button").click(),
    });
  });

  test(`Reading and answering is sound, in ${language}`, async ({ open }) => {
    const said = newWords("en");
    const family = await open();
    await answerQuestions(family, said);
    const { link } = await send(family, "en");

    const page = await open();
    await signIn(page, worker);
    await page.goto("/voices");
    const voice = await hrefOf(page.getByRole("link", { name: said.words }));
    await chooseLanguage(page, language);
    await look(page, { "what came in": "/voices", "a voice": voice });
    await page.getByRole("textbox").first().fill("");
    await page.getByRole("combobox").selectOption("");
    await look(page, { "an ask without words": () => submit(page) }, 422);
    await chooseLanguage(page, "en");
    const ask = await passOn(page, said.words);
    await chooseLanguage(page, language);
    await look(page, { "a voice that was passed on": voice, "an ask": ask, "what waits": "/asks", "leaving": "/sign-out" });
    await look(page, { "not the worker's to answer": `${ask}/answer` }, 403);

    const leads = await open();
    await signIn(leads, lead);
    await chooseLanguage(leads, language);
    await look(leads, { "what came in is not the lead's": "/voices" }, 403);
    await look(leads, { "what waits for the lead": "/asks", "answering": `${ask}/answer` });
    await look(leads, { "no answer": () => submit(leads) }, 422);
    for (const outcome of ["done", "will", "cannot"]) {
      await leads.locator(`[name=outcome][value=${outcome}]`).check();
      await look(leads, { [`${outcome} with nothing`]: () => submit(leads) }, 422);
    }
    await leads.locator("textarea:visible").fill("The bridge is closed until May.");
    await look(leads, {
      "before publishing": () => submit(leads),
      "the ask with its answer": ask,
    });
    await leads.goto(`${ask}/publish`);
    await look(leads, { "the answer as everybody sees it": () => submit(leads), "the published ask": ask });
    await chooseLanguage(family, language);
    await look(family, { "the receipt with its answer": link });
  });
}

async function hrefOf(link: Locator): Promise<string> {
  return (await link.getAttribute("href")) ?? "";
}
