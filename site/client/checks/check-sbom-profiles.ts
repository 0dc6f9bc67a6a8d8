import type { JsonPatch } from "#core/base/json/json-patch.ts";
import type { RulePlace } from "#core/sboms/profiles/evaluate-profile.ts";
import type { ProfileJson, RuleJson } from "#core/sboms/profiles/profile-json.ts";
import { remedyFor, type Wording } from "#core/sboms/profiles/profile.ts";
import type { SbomContent } from "#core/sboms/view/sbom-content.ts";

import { codedText } from "./check-findings.ts";
import { element } from "../element.ts";

/** Places listed of a rule. */
const MAX_PLACES = 5;

/** How profiles are told. */
export interface ProfileTelling {
  readonly language: keyof Wording;
  readonly kind: SbomContent["kind"];
  /** Shows a place of the document, by its JSON pointer. */
  readonly show: (pointer: string) => void;
  readonly repair: (patch: JsonPatch) => void;
}

/** A profile that opens: how the document stands, and the rules that are not met. */
export function profileItem(profile: ProfileJson, telling: ProfileTelling): HTMLDetailsElement {
  const { title, satisfied, score, grade, rules, caveat, remarks } = profile;
  const [className, word] = satisfied
    ? ["mark mark-good icon-check", "Satisfied"]
    : ["mark mark-warn icon-clock", `${score} of 100, grade ${grade}`];
  const open = rules.filter(({ share }) => share !== undefined && share < 1);
  const rest = rules.length - open.length;
  const list = element("ul", "finding-list", ...open.map((rule) => ruleItem(rule, telling)));
  list.lang = telling.language;
  const notes = [...(caveat === undefined ? [] : [caveat]), ...remarks.map((remark) => remark[telling.language])];
  return element(
    "details",
    "profile-item",
    element("summary", "", `${title} `, element("span", className, word)),
    ...notes.map((text) => element("p", "list-summary", ...codedText(text))),
    ...(open.length === 0 ? [] : [list]),
    element("p", "list-summary", `${rest} of ${rules.length} rules are met or not wanted here.`),
  );
}

function ruleItem(rule: RuleJson, { language, kind, show, repair }: ProfileTelling): HTMLLIElement {
  const { patch } = rule;
  const counts = (["missing", "wrong", "unknown"] as const)
    .filter((outcome) => rule[outcome] > 0)
    .map((outcome) => `${rule[outcome].toLocaleString("en")} ${outcome}`);
  const places = rule.places
    .filter(({ pointer, reason }) => pointer !== "" || reason !== undefined)
    .slice(0, MAX_PLACES);
  return element(
    "li",
    "",
    element("strong", "", rule.title[language]),
    ` ${counts.join(", ")} `,
    element("small", "", rule.clause),
    element("p", "rule-places", ...codedText(remedyFor(rule.remedy, kind)[language])),
    ...(places.length === 0
      ? []
      : [element("ul", "rule-places", ...places.map((place) => placeItem(place, language, show)))]),
    ...(patch === undefined
      ? []
      : [
          element(
            "p",
            "finding-foot",
            textButton(() => repair(patch), "", "Repair"),
          ),
        ]),
  );
}

function placeItem(
  { pointer, reason }: RulePlace,
  language: keyof Wording,
  show: (pointer: string) => void,
): HTMLLIElement {
  const told = reason === undefined ? [] : codedText(reason[language]);
  if (pointer === "") return element("li", "", ...told);
  const button = textButton(() => show(pointer), "link-button", element("code", "", pointer));
  return element("li", "", button, ...(told.length === 0 ? [] : [": ", ...told]));
}

function textButton(onClick: () => void, className: string, ...content: (Node | string)[]): HTMLButtonElement {
  const made = element("button", className, ...content);
  made.type = "button";
  made.addEventListener("click", onClick);
  return made;
}
