import type { Judgement } from "../profile.ts";
import type { Pointed } from "./bsi-view.ts";
import { PRESENT, missing, wrong, replaceText, withRepair } from "./fault.ts";

const TWICE = { en: "{} is the second value, expected one", de: "{} ist der zweite Wert, erwartet ist einer" } as const;

/** A property of the BSI taxonomy: exactly once, one of its words. */
export function judgeProperty(values: readonly Pointed[], words: readonly [string, string]): Judgement {
  const [value, second] = values;
  if (value === undefined) return missing();
  if (second !== undefined) return wrong(TWICE, second);
  if (words.includes(value.text)) return PRESENT;
  const [yes, no] = words;
  const judgement = wrong(
    {
      en: `{} is no word of the taxonomy, expected \`${yes}\` or \`${no}\``,
      de: `{} ist kein Wort der Taxonomie, erwartet ist \`${yes}\` oder \`${no}\``,
    },
    value,
  );
  return withRepair(judgement, replaceText(value.pointer, wordFor(value.text, words)));
}

/** The word that was meant, where only one can be. */
function wordFor(text: string, [yes, no]: readonly [string, string]): string | undefined {
  const plain = text.trim().toLowerCase();
  if (plain === "true" || plain === "yes" || plain === yes) return yes;
  const isNo = plain === "false" || plain === "no" || plain.replace(/[-_ ]/g, "") === no.replace(/[-_ ]/g, "");
  return isNo ? no : undefined;
}
