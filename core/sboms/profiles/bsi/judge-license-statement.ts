import { isNoneOrNoAssertion, parseLicenseExpression } from "../../licenses/parse-license-expression.ts";
import { replaceDeprecated } from "../../licenses/replace-deprecated.ts";
import type { Judgement } from "../profile.ts";
import type { LicenseStatement, Pointed } from "./bsi-view.ts";
import { PRESENT, presentWithNote, replaceText, withRepair, wrong } from "./fault.ts";

const TEXTS = {
  freeText: {
    en: "{} is free text, expected an SPDX id or expression (6.1)",
    de: "{} ist freier Text, erwartet ist eine SPDX-Kennung oder ein SPDX-Ausdruck (6.1)",
  },
  nothing: { en: "{} names no license (6.1)", de: "{} nennt keine Lizenz (6.1)" },
  grammar: { en: "{} is no SPDX license expression (6.1)", de: "{} ist kein SPDX-Lizenzausdruck (6.1)" },
  unknown: {
    en: "{} is not on the SPDX list, expected an id of the list, `LicenseRef-scancode-…` or `LicenseRef-<entity>-…` (6.1)",
    de: "{} steht nicht auf der SPDX-Liste, erwartet ist eine Kennung der Liste, `LicenseRef-scancode-…` oder `LicenseRef-<Stelle>-…` (6.1)",
  },
  noEntity: {
    en: "{} does not name who inventoried the license, expected `LicenseRef-<entity>-…` (6.1)",
    de: "{} nennt nicht, wer die Lizenz erfasst hat, erwartet ist `LicenseRef-<Stelle>-…` (6.1)",
  },
  deprecated: {
    en: "{} is deprecated on the SPDX list; its successor says more",
    de: "{} ist auf der SPDX-Liste veraltet; die Nachfolgerin sagt mehr",
  },
} as const;

const WITH_ENTITY = /LicenseRef-[a-z0-9.]+-[a-z0-9.-]/i;

/** Licenses by the rules of 6.1; the first fault decides. */
export function judgeLicenses(licenses: readonly LicenseStatement[]): Judgement {
  let note: Judgement | undefined;
  for (const license of licenses) {
    if (license.form === "name" && !isNoneOrNoAssertion(license.text)) return wrong(TEXTS.freeText, license);
    const judgement = judgeLicenseText(license);
    if (judgement.outcome !== "present") return judgement;
    if (judgement.reason !== undefined) note ??= judgement;
  }
  return note ?? PRESENT;
}

/** One expression by the rules of 6.1. */
export function judgeLicenseText(license: Pointed): Judgement {
  const { text, pointer } = license;
  // Also inside an expression, where the grammar takes it for an id.
  if (/(?:^|[\s(])(?:NONE|NOASSERTION)(?=$|[\s)])/i.test(text)) return wrong(TEXTS.nothing, license);
  const parsed = parseLicenseExpression(text);
  if (!parsed.ok) return wrong(TEXTS.grammar, license);
  for (const term of parsed.value.terms) {
    if (term.kind === "unknown") return wrong(TEXTS.unknown, { text: term.id, pointer });
    if (term.exception?.kind === "unknown") return wrong(TEXTS.unknown, { text: term.exception.id, pointer });
    if (term.kind === "reference" && !namesEntity(term.id)) {
      return wrong(TEXTS.noEntity, { text: term.id, pointer });
    }
  }
  const deprecated = parsed.value.terms.find(({ isDeprecated }) => isDeprecated);
  if (deprecated === undefined) return PRESENT;
  const note = presentWithNote(TEXTS.deprecated, { text: deprecated.id, pointer });
  return withRepair(note, replaceText(pointer, replaceDeprecated(text)));
}

/** `LicenseRef-<entity>-<name>`, which ends with no hyphen; behind the colon where another document defines it. */
function namesEntity(id: string): boolean {
  const own = id.slice(id.lastIndexOf(":") + 1);
  return WITH_ENTITY.test(own) && /[a-z0-9.]$/i.test(own);
}
