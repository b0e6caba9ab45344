// What html-validate checks of every page, and why we do not follow some of its advice.
/** @type {import("html-validate").ConfigData} */
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // Checkboxes of one question have one name, as radios do.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "submit", "button", "reset"] }],
    // VoiceOver takes a list without bullets for no list, unless its role says that it is one.
    "no-redundant-role": "off",
    // The same for lists with numbers; and GOV.UK Frontend's links that look like buttons, which lead somewhere.
    "prefer-native-element": ["error", { exclude: ["button", "list"] }],
    // A length that search engines like. The title of an answer begins with what the family said.
    "long-title": "off",
    // Both take half a second of a page with all services. axe finds the same: aria-hidden-focus, and support/soundness.ts
    // looks for ids that stand there twice.
    "hidden-focusable": "off",
    "no-dup-id": "off",
  },
};
