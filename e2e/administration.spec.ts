// An administrator sets up a county: who answers, for what, where, in which words; and looks after it.
import { asked } from "./support/before";
import { newWords } from "./support/family";
import { administrator } from "./support/people";
import { button, expect, link, main, openService, test, type Page } from "./support/test";

const save = (page: Page) => button(page, "Save").click();

test("An administrator adds an agency and a service that families can choose, and closes it again", async ({ open }) => {
  const { bus } = newWords("en");
  const agency = `Harbour Trust ${bus}`;
  const service = `Sailing Club ${bus}`;
  const page = await open({ as: administrator, path: "/administration" });
  await link(page, "Agencies").click();
  await main(page).getByRole("button", { name: "Add an agency" }).click();
  await save(page);
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("Name").fill(agency);
  await page.getByLabel("Somebody else looks over each answer before it is published").check();
  await save(page);

  await page.goto("/administration/services/new");
  await page.getByLabel("Agency that runs it").selectOption(agency);
  await page.getByLabel("Name", { exact: true }).fill(service);
  await page.getByLabel("What families know it for").fill("Boats for everybody");
  await page.getByLabel("Answers within").fill("0");
  await save(page);
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("Answers within").fill("10");
  await page.getByLabel("Play and holidays").check();
  await page.getByLabel("Tom Archer").check();
  await save(page);
  const reader = await open({ path: "/services" });
  await openService(reader, service);
  await expect(main(reader)).toContainText("Boats for everybody");

  await page.goto("/administration/services");
  await link(page, service).click();
  await link(page, "Close this service").click();
  await button(page, "Close it").click();
  await reader.goto("/services");
  await expect(main(reader)).not.toContainText(service);
});

test("An administrator adds a topic and a place, renames and closes them", async ({ open }) => {
  const page = await open({ as: administrator });
  for (const { path, add } of [
    { path: "topics", add: "Add a topic" },
    { path: "places", add: "Add a place" },
  ]) {
    const { bus } = newWords("en");
    await page.goto(`/administration/lists/${path}`);
    await page.getByLabel(add).fill(`Boat ${bus}`);
    await button(page, "Add").click();
    await link(page, `Boat ${bus}`).click();
    await page.getByLabel("Name").fill(`Ship ${bus}`);
    await save(page);
    await link(page, `Ship ${bus}`).click();
    await link(page, "Close it").click();
    await page.getByRole("button", { name: "Close it" }).click();
    await expect(page.getByRole("row", { name: `Ship ${bus}` })).toContainText("Closed");
  }
});

test("An administrator writes words for a page and for a message, in Welsh", async ({ open }) => {
  const { bus } = newWords("en");
  const page = await open({ as: administrator, path: "/administration/words/about/cy" });
  await page.getByRole("textbox").fill(`Ni yw bws ${bus}.`);
  await save(page);
  const reader = await open({ path: "/about?language=cy" });
  await expect(main(reader)).toContainText(`Ni yw bws ${bus}.`);
  await page.goto("/administration/words/about/cy");
  await page.getByRole("textbox").fill("");
  await save(page);
  await page.goto("/administration/messages/asks.answered/cy");
  await page.getByRole("textbox").fill(`Diolch, ${bus}.`);
  await save(page);
  await page.goto("/administration/messages/asks.answered/cy");
  await expect(page.getByRole("textbox")).toHaveValue(`Diolch, ${bus}.`);
});

test("An administrator changes the rules, and reads in the record who did so", async ({ open }) => {
  const page = await open({ as: administrator, path: "/administration/rules" });
  await page.getByLabel("How many people oblige an answer").fill("many");
  await save(page);
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("How many people oblige an answer").fill("40");
  await save(page);
  await page.goto("/administration/record");
  await page.getByLabel("Who", { exact: true }).selectOption({ label: "Morgan Lloyd (admin@fenshire.example)" });
  await page.getByLabel("Did what").fill("administration");
  await button(page, "Search").click();
  await expect(main(page).getByRole("row", { name: /Morgan Lloyd/ }).first()).toBeVisible();
});

test("An administrator finds an ask in the record by its reference", async ({ open }) => {
  const { ask } = await asked(newWords("en"));
  const page = await open({ as: administrator, path: ask });
  const reference = (await page.getByRole("heading", { level: 1 }).innerText()).replace("Ask ", "");
  await page.goto("/administration/record");
  await page.getByLabel("To what").fill(reference);
  await button(page, "Search").click();
  await expect(main(page).getByRole("row", { name: reference }).first()).toContainText("Priya Nair");
});

test("An administrator adds a bank holiday and takes it away", async ({ open }) => {
  const page = await open({ as: administrator, path: "/administration/bank-holidays" });
  await page.getByLabel("Day", { exact: true }).fill("3");
  await page.getByLabel("Month", { exact: true }).fill("6");
  await page.getByLabel("Year", { exact: true }).fill("2030");
  await page.getByLabel("What the day is called").fill("Harbour day");
  await button(page, "Add").click();
  await main(page).getByRole("row", { name: /Harbour day/ }).getByRole("link").click();
  await button(page, "Take it out").click();
  await expect(main(page)).not.toContainText("Harbour day");
});

test("Nothing has failed, and the pages for it say so", async ({ open }) => {
  const page = await open({ as: administrator, path: "/administration" });
  await link(page, "Work that failed").click();
  await expect(main(page)).toContainText("Nothing has failed");
  await page.goto("/administration");
  await link(page, "Messages that failed").click();
  await expect(main(page)).toContainText("No message has failed");
});
