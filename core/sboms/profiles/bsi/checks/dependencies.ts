import { CLAUSE, type ComponentCheck } from "../check.ts";
import { PRESENT, missing, wrong, withRepair } from "../fault.ts";

const TEXTS = {
  noReference: {
    en: "The component has no `bom-ref`, so nothing can be said about its dependencies",
    de: "Die Komponente hat keine `bom-ref`; über ihre Abhängigkeiten lässt sich nichts sagen",
  },
  dangling: { en: "{} leads to nothing in the document", de: "{} führt zu nichts im Dokument" },
  noEntry: {
    en: "The component has no entry among the dependencies; a leaf has an empty one",
    de: "Die Komponente hat keinen Eintrag bei den Abhängigkeiten; ein Blatt hat einen leeren",
  },
  noCompleteness: {
    en: "Nothing says whether the dependencies of the component are complete",
    de: "Nichts sagt, ob die Abhängigkeiten der Komponente vollständig sind",
  },
  badCompleteness: {
    en: "{} does not say whether the dependencies are complete",
    de: "{} sagt nicht, ob die Abhängigkeiten vollständig sind",
  },
} as const;

/** CycloneDX also has `incomplete_first_party_only` and the like; SPDX says `noAssertion` for unknown. */
const COMPLETENESS = /^(?:complete|incomplete(?:_\w+)?|unknown|noAssertion)$/;

/** C5: what the component depends on or contains, and whether that is all. */
export const DEPENDENCIES: ComponentCheck = {
  id: "component-dependencies",
  title: { en: "Dependencies and their completeness", de: "Abhängigkeiten und ihre Vollständigkeit" },
  clause: CLAUSE.componentRequired,
  remedy: {
    CycloneDX: {
      en: "Write an entry in `dependencies` (a leaf has an empty `dependsOn`), and name the component in `compositions[].dependencies` or `.assemblies` with `aggregate` `complete`, `incomplete` or `unknown`.",
      de: "Einen Eintrag in `dependencies` schreiben (ein Blatt hat ein leeres `dependsOn`) und die Komponente in `compositions[].dependencies` oder `.assemblies` nennen, mit `aggregate` `complete`, `incomplete` oder `unknown`.",
    },
    SPDX: {
      en: "Write a relationship `dependsOn` or `contains` with `completeness` `complete`, `incomplete` or `noAssertion`.",
      de: "Eine Beziehung `dependsOn` oder `contains` schreiben, mit `completeness` `complete`, `incomplete` oder `noAssertion`.",
    },
  },
  kinds: ["full", "logical"],
  judge: ({ relations: { isNamed, isListed, dangling, completeness, stateUnknown } }) => {
    if (!isNamed) return missing(TEXTS.noReference);
    const [nowhere] = dangling;
    if (nowhere !== undefined) return wrong(TEXTS.dangling, nowhere);
    if (!isListed) return withRepair(missing(TEXTS.noEntry), stateUnknown);
    if (completeness === undefined) return withRepair(missing(TEXTS.noCompleteness), stateUnknown);
    return COMPLETENESS.test(completeness.text) ? PRESENT : wrong(TEXTS.badCompleteness, completeness);
  },
};
