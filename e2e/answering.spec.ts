// From an ask to an answer that everybody reads, and what can come between.
import { answered, asked } from "./support/before";
import { newWords } from "./support/family";
import { agencyLead, healthLead, lead, worker } from "./support/people";
import { fillDate, inDays, publish, writeAnswer } from "./support/staff";
import { button, expect, main, test } from "./support/test";

test("A service promises, and keeps its promise", async ({ open }) => {
  const { ask } = await asked(newWords("en"));
  const promise = `A seat for everybody, ${ask}.`;
  const page = await open({ as: lead, path: `${ask}/answer` });
  await page.getByLabel("We will do it").check();
  await page.getByLabel("What will you do?").fill(promise);
  await fillDate(page, inDays(30));
  await button(page, "Save and check").click();
  await publish(page);
  await page.goto("/telling");
  await main(page).getByRole("link", { name: promise }).click();
  await button(page, "Say that it is done, or correct it").click();
  await page.getByLabel("We did it").check();
  await page.getByLabel("What did you do?").fill("There are 20 more seats.");
  await button(page, "Save and check").click();
  await publish(page);
  await expect(main(page)).toContainText("There are 20 more seats.");
  await expect(main(page)).toContainText("They did what they promised");
});

test("A service tells of a change that nobody asked for", async ({ open }) => {
  const { bus } = newWords("en");
  const page = await open({ as: lead, path: "/telling" });
  await main(page).getByRole("button", { name: "Tell of a change that nobody asked for" }).click();
  await page.getByLabel("Which service changed it?").selectOption("School Transport");
  await page.getByLabel("What did you change?").fill(`The number ${bus} bus has lights inside.`);
  await page.getByLabel("Why did you change it?").fill("It was dark in winter.");
  await fillDate(page, inDays(-3));
  await button(page, "Save and check").click();
  await expect(main(page)).toContainText("This is what everybody will read.");
  await button(page, "Publish now").click();
  await expect(main(page)).toContainText("Nobody asked for this.");
  await expect(main(page)).toContainText(`The number ${bus} bus has lights inside.`);
});

test("Words are checked for being plain before anything is saved", async ({ open }) => {
  const { ask } = await asked(newWords("en"));
  const page = await open({ as: lead, path: `${ask}/answer`, javaScriptEnabled: false });
  await page.getByLabel("We did it").check();
  await page
    .getByLabel("What did you do?")
    .fill(
      "Following multidisciplinary consultation regarding the operational implementation of transportation timetabling " +
        "arrangements, the responsible authority has determined that EHCP provision necessitates substantial " +
        "modification of previously communicated departure schedules.",
    );
  await button(page, "Check the words").click();
  const help = page.getByRole("status");
  await expect(help).toContainText("This is very hard to read.");
  await expect(help).toContainText("more than 25 words");
  await expect(help.getByRole("listitem").filter({ hasText: /^EHCP$/ })).toBeVisible();
  await expect(help).toContainText("Nothing was saved.");
  await expect(page.getByLabel("What did you do?")).toHaveValue(/^Following/);
});

test("A lead reads how plain the words are while writing them", async ({ open }) => {
  const { ask } = await asked(newWords("en"));
  const page = await open({ as: lead, path: `${ask}/answer` });
  const help = page.locator("#checked-words");
  await page.getByLabel("We did it").check();
  const box = page.getByLabel("What did you do?");
  const before = await box.boundingBox();
  await box.pressSequentially("We asked the SENCO for a bus, and it comes on time now, every day.");
  await expect(help).toContainText("can read this");
  await expect(help.getByRole("listitem").filter({ hasText: /^SENCO$/ })).toBeVisible();
  await expect(box).toBeFocused();
  expect((await box.boundingBox())?.height).toBe(before?.height);
  await box.fill("We asked the SENCO (the teacher for special needs) for a bus, and it comes on time now, every day.");
  await expect(help).not.toContainText("Say what these letters stand for");

  // Somebody was signed out meanwhile: what is asked leads to another page, and nothing is lost or said.
  await page.route(`**${ask}/answer`, (route) => route.fulfill({ contentType: "text/html", body: "<h1>Sign in</h1>" }));
  const asks = page.waitForResponse(`**${ask}/answer`);
  await box.fill("It comes now.");
  await asks;
  await expect(help).toContainText("can read this");
  await expect(box).toHaveValue("It comes now.");
});

test("An answer of Health is looked over by a second person before it is published", async ({ open }) => {
  const bus = newWords("en");
  const { ask } = await asked(bus, "health-visiting");
  const page = await open({ as: healthLead });
  await writeAnswer(page, ask, "We visit in the evening too.");
  await expect(main(page)).toContainText("Your agency wants a second person to look over each answer");
  await button(page, "Ask for a look").click();
  await expect(button(page, "Publish now")).toHaveCount(0);
  await page.goto(`${ask}/look`);
  await expect(button(page, "Save")).toHaveCount(0);

  const second = await open({ as: "agency2@fenshire.example", path: ask });
  await main(second).getByRole("button", { name: "Look it over" }).click();
  await second.getByLabel("No, send it back").check();
  await second.getByLabel("What should be different?").fill("Say from when.");
  await button(second, "Save").click();
  await page.goto(`${ask}/publish`);
  await expect(main(page)).toContainText("It was sent back: Say from when.");
  await writeAnswer(page, ask, "From Monday we visit in the evening too.");
  await button(page, "Ask for a look").click();
  await second.goto(`${ask}/look`);
  await expect(main(second)).toContainText("From Monday");
  await second.getByLabel("Yes, as it is").check();
  await button(second, "Save").click();
  await page.goto(`${ask}/publish`);
  await publish(page);
  await expect(main(page)).toContainText("From Monday we visit in the evening too.");
});

test("An answer is kept for another day, and that is called off again", async ({ open }) => {
  const { ask } = await asked(newWords("en"));
  const page = await open({ as: lead });
  await writeAnswer(page, ask, "The bus waits until ten past three.");
  await fillDate(page, inDays(3));
  await page.getByLabel("At what time?").selectOption("8:00");
  await button(page, "Publish it then").click();
  await expect(main(page)).toContainText("It is published by itself on");
  await button(page, "Do not publish it then").click();
  await expect(button(page, "Publish it then")).toBeVisible();
});

test("A correction shows what stood there before, and why", async ({ open }) => {
  const said = newWords("en");
  const { change } = await answered(said, "The bus waits until ten past three.");
  const page = await open({ as: lead, path: "/asks" });
  await page.getByText("Filter the list").click();
  await page.getByLabel("Words in it, or its reference").fill(`${said.bus}`);
  await page.getByLabel("State").selectOption("Answered");
  await button(page, "Show these").click();
  await main(page).getByRole("link", { name: said.words }).click();
  await main(page).getByRole("link", { name: "See it as everybody sees it" }).click();
  await main(page).getByRole("link", { name: "Correct the answer" }).click();
  await page.getByLabel("What did you do?").fill("The bus waits until five past three.");
  await page.getByLabel("Why do you correct it?").fill("We wrote a wrong time.");
  await button(page, "Save and check").click();
  await publish(page);
  const everybody = await open({ path: change });
  for (const words of ["five past three", "ten past three", "We wrote a wrong time."])
    await expect(main(everybody)).toContainText(words);
});

test("What is not for a service goes back, with a better one suggested", async ({ open }) => {
  const bus = newWords("en");
  const { ask, receipt } = await asked(bus);
  const page = await open({ as: lead, path: ask });
  await main(page).getByRole("link", { name: "Not for us" }).click();
  await button(page, "Give it back").click();
  await expect(page.getByRole("alert")).toContainText("Write why it is not for you.");
  await page.getByLabel("Why is it not for you?").fill("This bus is run by the play service.");
  await page.getByLabel("Which service could answer it?").selectOption("Play and Childcare");
  await button(page, "Give it back").click();

  const again = await open({ as: worker, path: "/voices" });
  await again.getByRole("list", { name: "Came back" }).getByRole("link", { name: bus.words }).click();
  await expect(main(again)).toContainText("They think that Play and Childcare can answer.");
  await expect(again.locator("input[name=service]:checked")).toHaveValue("play-and-childcare");
  await again.getByRole("button", { name: "Pass it on" }).click();
  await again.goto(receipt.link);
  await expect(main(again)).toContainText("Play and Childcare has it");
});

test("The clock stops with a reason that the family reads, and runs again", async ({ open }) => {
  const { ask, receipt } = await asked(newWords("en"));
  const page = await open({ as: agencyLead, path: ask });
  await main(page).getByRole("link", { name: "Stop the clock" }).click();
  await button(page, "Stop the clock").click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("Why does it have to stop?").fill("We asked the school when it ends.");
  await button(page, "Stop the clock").click();
  await expect(main(page)).toContainText("We asked the school when it ends.");
  const family = await open({ path: receipt.link });
  await expect(main(family)).toContainText("We asked the school when it ends.");
  await main(page).getByRole("link", { name: "Let the clock run again" }).click();
  await button(page, "Let the clock run again").click();
  await expect(main(page).getByRole("link", { name: "Stop the clock" })).toBeVisible();
});
