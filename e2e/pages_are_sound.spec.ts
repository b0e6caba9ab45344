// Every page that families see, in every language: its HTML is valid, nobody meets a barrier, nothing scrolls sideways.
import { answered, asked, said } from "./support/before";
import { answerQuestions, newWords } from "./support/family";
import { look, lookAtEmpty, submit } from "./support/looking";
import { openMessage } from "./support/outbox";
import { main, test } from "./support/test";
import { languages, say } from "./support/translations";

test.describe.configure({ timeout: 240_000 });

for (const language of languages) {
  test(`What everybody reads is sound, in ${language}`, async ({ open }) => {
    const page = await open({ path: `/?language=${language}` });
    // One of its own: other walks have theirs taken down.
    const { change } = await answered(newWords("en"), "The bus waits until ten past three.");
    await look(page, language, {
      "the front page": "/",
      "what changed": "/changes",
      "what waits": "/changes?outcome=waiting",
      "a search that finds nothing": "/changes?q=zeppelin&service=send&outcome=cannot",
      "one change": change,
      "all services": "/services",
      "one service": "/services/play-and-childcare",
      "a poster": "/changes/poster",
      "a poster of a service": "/services/play-and-childcare/poster?period=this-year",
      "who runs this": "/about",
      "privacy": "/privacy",
      "accessibility": "/accessibility",
      "other ways": "/other-ways",
      "what is not shown": "/moderation/reasons",
      "the outbox": "/outbox",
      "a message": "/outbox/1",
    });
    const nowhere = ["/no/such/page", "/follow/nobody", "/families/enter/nobody", "/invitation/nobody", "/stop/nobody"];
    await look(page, language, Object.fromEntries(nowhere.map((path) => [path, path])), 404);
  });

  test(`What readers do is sound, in ${language}`, async ({ open }) => {
    const { change } = await answered(newWords("en"), "The bus waits until ten past three.");
    const page = await open({ path: `/?language=${language}` });
    await look(page, language, { "it matters to them too": `${change}/support` });
    await page.locator("[name=how][value=text]").check();
    await look(page, language, { "without a number": () => submit(page, language, "This matters to us too") }, 422);
    await page.locator("[name=how][value=no]").check();
    await look(page, language, { "counted": () => submit(page, language, "This matters to us too") });
    await lookAtEmpty(page, language, `${change}/report`, "Report it");
    await page.locator("[name=reason]").first().check();
    await look(page, language, { "reported": () => submit(page, language, "Report it") });
  });

  test(`Signing in is sound, in ${language}`, async ({ open }) => {
    const email = `mother${newWords("en").bus}@home.example`;
    await said(newWords("en"), "school-transport", { told_by: "email", email });
    const page = await open({ path: `/?language=${language}` });
    await look(page, language, { "with a password": "/sign-in" });
    await lookAtEmpty(page, language, "/sign-in", "Sign in");
    await lookAtEmpty(page, language, "/forgotten", "Send me a link");
    await page.getByRole("textbox").fill(email);
    await look(page, language, { "a link for a new password": () => submit(page, language, "Send me a link") });
    await lookAtEmpty(page, language, "/families/sign-in", "Send me a link");
    await page.getByRole("textbox").fill(email);
    await look(page, language, { "a link for a family": () => submit(page, language, "Send me a link") });
    await openMessage(page, email, say(language, "Your link to sign in"));
    await look(page, language, {
      "the entrance": () => main(page).getByRole("link", { name: say(language, "Sign in"), exact: true }).click(),
      "everything of theirs": () => submit(page, language, "Sign in"),
      "how they are told": "/families/preferences",
      "deleting the account": "/families/leave",
      "leaving": "/sign-out",
    });
  });

  test(`Saying something is sound, in ${language}`, async ({ open }) => {
    const page = await open({ path: `/?language=${language}` });
    await look(page, language, { "how to leave quickly": "/say" });
    await lookAtEmpty(page, language, "/say", "Carry on");
    await main(page).getByRole("textbox").fill(newWords(language).words);
    await submit(page, language, "Carry on");
    for (const path of ["/say/about", "/say/speaker", "/say/show", "/say/told"])
      await lookAtEmpty(page, language, path, "Carry on");

    await answerQuestions(page, newWords(language));
    await look(page, language, {
      "throwing it away": "/say/forget",
      "the words": "/say",
      "what it is about": "/say/about",
      "where": "/say/place",
      "who is speaking": "/say/speaker",
      "what they would like": "/say/wish",
      "may it be shown": "/say/show",
      "how to be told": "/say/told",
      "check": "/say/check",
      "thanks": () => submit(page, language, "Send it"),
      "the receipt": () => main(page).getByRole("button").click(),
    });
  });

  test(`Saying something with pictures is sound, in ${language}`, async ({ open }) => {
    const page = await open({ path: `/?language=${language}` });
    // Told once, before the first page.
    await look(page, language, { "how to leave": "/say/child" });
    await look(page, language, { "how it feels": "/say/child" });
    await lookAtEmpty(page, language, "/say/child", "Next");
    await main(page).locator(".picture").first().click();
    await look(page, language, { "what it is about": () => submit(page, language, "Next") });
    await lookAtEmpty(page, language, "/say/child/about", "Next");
    await main(page).locator(".picture").first().click();
    await look(page, language, {
      "in their words": () => submit(page, language, "Next"),
      "thanks": () => submit(page, language, "Send it"),
    });
  });

  test(`Following is sound, in ${language}`, async ({ open }) => {
    const { receipt, change } = await answered(newWords("en"), "The bus waits until ten past three.");
    const verdict = `${receipt.link}/verdict/${change.split("/").pop()}`;
    const waiting = await asked(newWords("en"));
    const page = await open({ path: `/?language=${language}` });
    await look(page, language, {
      "what is with a service": waiting.receipt.link,
      "what was answered": receipt.link,
      "what is not shown": `${receipt.link}/shown`,
      "what they think of it": verdict,
    });
    await lookAtEmpty(page, language, verdict, "Send it");
    await lookAtEmpty(page, language, `${receipt.link}/add`, "Add it");
    await look(page, language, {
      "how they are told": `${receipt.link}/told`,
      "taking it back": `${receipt.link}/withdraw`,
      "taken back": () => submit(page, language, "Take it back"),
    });
  });
}
