// The same for every page of those who work here but administrators.
import { answered, asked, said } from "./support/before";
import { chooseLanguage, newWords } from "./support/family";
import { look, lookAtEmpty, submit } from "./support/looking";
import { lead, moderator, safeguardingLead, worker } from "./support/people";
import { fillDate, inDays, openVoice } from "./support/staff";
import { hrefOf, main, test } from "./support/test";
import { languages } from "./support/translations";

test.describe.configure({ timeout: 240_000 });

for (const language of languages) {
  const path = `/?language=${language}`;

  test(`The inbox is sound, in ${language}`, async ({ open }) => {
    const bus = newWords("en");
    await said({ ...bus, words: `${bus.words} Ring Sam, 07700 900123.` });
    const page = await open({ as: worker });
    const voice = await openVoice(page, `${bus.words} Ring Sam, 07700 900123.`);
    await chooseLanguage(page, language);
    await look(page, language, {
      "what came in": "/voices",
      "what fits a filter": `/voices?q=${bus.bus}&days=7`,
      "nothing fits": "/voices?q=zeppelin",
      "what came in ever": "/voices?state=all",
      "keeping a view": `/voices/views?q=${bus.bus}`,
      "keys": "/account/keys",
      "a voice": voice,
    });
    await page.getByRole("textbox").first().fill("");
    for (const box of await page.locator("[name=service]:checked").all()) await box.uncheck();
    await look(page, language, { "an ask without words": () => submit(page, language, "Pass it on") }, 422);
    await lookAtEmpty(page, language, `${voice}/close`, "Close it and tell them");
    await look(page, language, { "reading it first": `${voice}/first`, "raising it": `${voice}/danger` });
    await look(page, language, { "raised": () => submit(page, language, "Tell the safeguarding leads now") });
  });

  test(`Recording is sound, in ${language}`, async ({ open }) => {
    const { words } = newWords("en");
    const page = await open({ as: worker, path });
    await lookAtEmpty(page, language, "/voices/spreadsheet", "Look through it");
    const lines = ["level,said_by,heard_through,heard_on,words", `consultation,child,survey,2025,"${words}"`, "a,b,c,d,e"];
    await page
      .locator("[type=file]")
      .setInputFiles({ name: "survey.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });
    await look(page, language, {
      "every line's fate": () => submit(page, language, "Look through it"),
      "stored": () => submit(page, language, "Store the new ones"),
    });
    await lookAtEmpty(page, language, "/record", "Check it");
    await page.locator("[name=words]").fill(words);
    for (const [name, value] of Object.entries({
      speaker: "child",
      heard_how: "at-a-group",
      consent: "agreed",
      may_show: "without-name",
      tell: "no",
    }))
      await page.locator(`[name=${name}][value=${value}]`).check();
    await look(page, language, {
      "what was recorded": () => submit(page, language, "Check it"),
      "the receipt": () => submit(page, language, "Send it"),
      "the list of it": "/recorded",
    });
  });

  test(`Answering is sound, in ${language}`, async ({ open }) => {
    const { ask, receipt } = await asked(newWords("en"));
    const page = await open({ as: lead, path });
    await look(page, language, { "what came in is not the lead's": "/voices" }, 403);
    await look(page, language, {
      "what waits for the lead": "/asks",
      "what is answered": "/asks?standing=answered",
      "no ask is like this": "/asks?q=zeppelin",
      "an ask": ask,
    });
    await lookAtEmpty(page, language, `${ask}/clock`, "Stop the clock");
    await lookAtEmpty(page, language, `${ask}/not-for-us`, "Give it back");
    await look(page, language, { "raising it": `${ask}/danger`, "answering": `${ask}/answer` });
    for (const outcome of ["done", "will", "cannot"]) {
      await page.locator(`[name=outcome][value=${outcome}]`).check();
      await look(page, language, { [`${outcome} with nothing`]: () => submit(page, language, "Save and check") }, 422);
    }
    await page.locator("textarea:visible").fill("The bridge is closed until May.");
    await look(page, language, {
      "its words": () => submit(page, language, "Check the words"),
      "before publishing": () => submit(page, language, "Save and check"),
      "the ask with its answer": ask,
    });
    await lookAtEmpty(page, language, `${ask}/publish`, "Publish it then");
    await look(page, language, {
      "the answer as everybody sees it": () => submit(page, language, "Publish now"),
      "the published ask": ask,
      "correcting it": `${ask}/answer`,
      "the receipt with its answer": receipt.link,
    });
  });

  test(`Promises are sound, in ${language}`, async ({ open }) => {
    const { ask } = await asked(newWords("en"));
    const page = await open({ as: lead, path: `${ask}/answer` });
    await page.getByLabel("We will do it").check();
    await page.getByLabel("What will you do?").fill("We ask the driver.");
    await fillDate(page, inDays(20));
    await submit(page, "en", "Save and check");
    await submit(page, "en", "Publish now");
    await chooseLanguage(page, language);
    await look(page, language, { "promises and changes": "/telling" });
    await look(page, language, { "a promise": ask, "saying that it is kept": `${ask}/answer` });
    await lookAtEmpty(page, language, "/telling/new", "Save and check");
    await page.locator("[name=service]").selectOption("School Transport");
    await page.locator("[name=changed]").fill("The bus has lights inside.");
    await page.locator("[name=reason]").fill("It was dark in winter.");
    for (const [part, value] of Object.entries({ day: "1", month: "2", year: "2026" }))
      await page.locator(`[name=on-${part}]`).fill(value);
    await look(page, language, {
      "a change before it is published": () => submit(page, language, "Save and check"),
      "a change that nobody asked for": () => submit(page, language, "Publish now"),
    });
  });

  test(`Safeguarding is sound, in ${language}`, async ({ open }) => {
    const bus = newWords("en");
    await said(bus);
    const raising = await open({ as: worker });
    await raising.goto(`${await openVoice(raising, bus.words)}/danger`);
    await submit(raising, "en", "Tell the safeguarding leads now");
    const page = await open({ as: safeguardingLead, path });
    await look(page, language, { "the cases": "/safeguarding", "how they are reached": "/safeguarding/reach" });
    await page.goto("/safeguarding");
    const found = await hrefOf(main(page).locator("a[href^='/safeguarding/S-']").last());
    await look(page, language, { "a case": found, "its note": `${found}/note` });
    await lookAtEmpty(page, language, found, "Add the note");
    await lookAtEmpty(page, language, `${found}/hand-over`, "It is handed over");
    await lookAtEmpty(page, language, `${found}/decide`, "Decide");
  });

  test(`Moderating is sound, in ${language}`, async ({ open }) => {
    const { change } = await answered(newWords("en"), "The bus waits until ten past three.");
    const reader = await open({ path: `${change}/report` });
    await reader.locator("[name=reason]").first().check();
    await submit(reader, "en", "Report it");
    const page = await open({ as: moderator, path });
    await look(page, language, { "what waits": "/moderation" });
    const item = await hrefOf(main(page).locator(".work__words a").last());
    await lookAtEmpty(page, language, item, "Decide");
    await look(page, language, { "raising it": `${item}/danger` });
  });

  test(`An account is sound, in ${language}`, async ({ open }) => {
    const page = await open({ as: worker, path });
    await look(page, language, { "where they are signed in": "/account" });
    await lookAtEmpty(page, language, "/account/password", "Change it");
    await lookAtEmpty(page, language, "/account/second-step", "Turn it on");
    await look(page, language, { "leaving": "/sign-out" });
  });
}
