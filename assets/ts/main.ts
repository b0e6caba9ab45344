// What a page does better with a script. Every page works without it.
import {
  Accordion,
  Button,
  CharacterCount,
  createAll,
  ErrorSummary,
  ExitThisPage,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  ServiceNavigation,
  SkipLink,
  Tabs,
} from "govuk-frontend";

import { readAloud } from "./aloud";
import { linkExclusiveBoxes, revealWithChoices } from "./choices";
import { preventSecondSubmits } from "./forms";
import { listenToKeys } from "./keys";
import { arriveAtGroups } from "./problems";
import { checkWordsWhileWriting } from "./words";

// GOV.UK Frontend styles some components by these classes on the body, which its own template sets inline.
document.body.classList.add("js-enabled", "govuk-frontend-supported");

preventSecondSubmits();
revealWithChoices();
linkExclusiveBoxes();
readAloud();
for (const component of [
  Accordion,
  Button,
  CharacterCount,
  ErrorSummary,
  ExitThisPage,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  ServiceNavigation,
  SkipLink,
  Tabs,
]) {
  // A component that this browser cannot improve stays as it came.
  createAll(component as never, undefined, { onError: () => undefined });
}
arriveAtGroups();
listenToKeys();
checkWordsWhileWriting();
