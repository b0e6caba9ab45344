// The same for every page of administrators.
import { look, lookAtEmpty } from "./support/looking";
import { administrator } from "./support/people";
import { hrefOf, main, test } from "./support/test";
import { languages } from "./support/translations";

test.describe.configure({ timeout: 240_000 });

for (const language of languages) {
  const path = `/?language=${language}`;

  test(`Administration of services is sound, in ${language}`, async ({ open }) => {
    const page = await open({ as: administrator, path });
    await look(page, language, {
      "where it begins": "/administration",
      "agencies": "/administration/agencies",
      "an agency": "/administration/agencies/1",
      "closing an agency": "/administration/agencies/1/close",
      "services": "/administration/services",
      "a service": "/administration/services/1",
      "closing a service": "/administration/services/1/close",
    });
    await lookAtEmpty(page, language, "/administration/agencies/new", "Save");
    await lookAtEmpty(page, language, "/administration/services/new", "Save");
  });

  test(`Administration of how it works is sound, in ${language}`, async ({ open }) => {
    const page = await open({ as: administrator, path });
    await look(page, language, {
      "topics": "/administration/lists/topics",
      "a topic": "/administration/lists/topics/1",
      "closing a topic": "/administration/lists/topics/1/close",
      "places": "/administration/lists/places",
      "rules": "/administration/rules",
      "words on pages": "/administration/words",
      "words on a page": "/administration/words/about/cy",
      "words in messages": "/administration/messages",
      "words in a message": "/administration/messages/asks.answered/ur",
      "bank holidays": "/administration/bank-holidays",
    });
    await page.goto("/administration/bank-holidays");
    const day = await hrefOf(main(page).getByRole("row").getByRole("link").first());
    await look(page, language, { "taking out a day": day });
    await lookAtEmpty(page, language, "/administration/bank-holidays", "Add");
    await lookAtEmpty(page, language, "/administration/lists/places", "Add");
  });

  test(`Administration of people and work is sound, in ${language}`, async ({ open }) => {
    const page = await open({ as: administrator, path });
    await look(page, language, {
      "people": "/administration/people",
      "a person": "/administration/people/1",
      "closing an account": "/administration/people/1/close",
      "inviting again": "/administration/people/1/invitation",
      "without the second step": "/administration/people/1/second-step",
      "the record": "/administration/record",
      "a search in the record": "/administration/record?action=asks.",
      "work that failed": "/administration/failed-work",
      "messages that failed": "/administration/failed-messages",
    });
    await lookAtEmpty(page, language, "/administration/people/new", "Invite");
  });
}
