// What a page does better with a script. Every page works without it.
import { initAll } from "govuk-frontend";

import { preventSecondSubmits } from "./forms";
import { arriveAtGroups } from "./problems";

// GOV.UK Frontend styles some components by these classes on the body, which its own template sets inline.
document.body.classList.add("js-enabled", "govuk-frontend-supported");

preventSecondSubmits();
initAll({ onError: () => undefined });
arriveAtGroups();
