// What the product says in each language, read from the files that its translators write.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export type Language = "en" | "cy" | "ur";
export const languages: readonly Language[] = ["en", "cy", "ur"];
export const directions: Record<Language, "ltr" | "rtl"> = { en: "ltr", cy: "ltr", ur: "rtl" };

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "translations");
const catalogues = new Map<Language, Map<string, string>>();

/// The sentence as the product says it in `language`, with `values` in its places. Throws when nobody has translated it.
export function say(language: Language, sentence: string, ...values: string[]): string {
  return values.reduce(
    (text, value, i) => text.replaceAll(`{${i + 1}}`, isolated(language, value)),
    translation(language, sentence),
  );
}

/// From right to left, what stands in a place is isolated, so that it does not turn the words around it about.
function isolated(language: Language, value: string): string {
  return directions[language] === "rtl" ? `\u2068${value}\u2069` : value;
}

/// The same, matching whatever stands in its places.
export function saying(language: Language, sentence: string): RegExp {
  const parts = translation(language, sentence).split(/\{\d\}/);
  return new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".+"));
}

function translation(language: Language, sentence: string): string {
  const known = catalogue(language).get(sentence);
  if (known === undefined) throw new Error(`The product does not say “${sentence}”`);
  // English is what the code says itself.
  const text = language === "en" ? sentence : known;
  if (text === "") throw new Error(`Nobody has put “${sentence}” into the language ${language}`);
  return text;
}

function catalogue(language: Language): Map<string, string> {
  const known = catalogues.get(language);
  if (known) return known;
  const file = readFileSync(join(folder, language === "en" ? "earshot.pot" : `${language}.po`), "utf8");
  const read = new Map(file.split(/\n\n+/).flatMap(entry));
  catalogues.set(language, read);
  return read;
}

/// One entry of a .po file: a sentence and its translation, empty while it waits for one or for a second look.
function entry(text: string): [string, string][] {
  const lines = text.split("\n").filter((line) => !line.startsWith("#~"));
  const waits = lines.some((line) => line.startsWith("#,") && line.includes("fuzzy"));
  const values = new Map<string, string>();
  let keyword = "";
  for (const line of lines) {
    const found = /^(msgid|msgid_plural|msgstr|msgstr\[\d\]) "/.exec(line);
    if (found) keyword = found[1];
    if (found || line.startsWith('"')) values.set(keyword, (values.get(keyword) ?? "") + unquoted(line));
  }
  const sentence = values.get("msgid");
  return sentence ? [[sentence, waits ? "" : (values.get("msgstr") ?? "")]] : [];
}

function unquoted(line: string): string {
  return JSON.parse(line.slice(line.indexOf('"'))) as string;
}
