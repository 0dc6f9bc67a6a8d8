import type { RemarkCounter, Wording } from "../profile.ts";
import type { BsiComponent, BsiView, ComponentKind } from "./bsi-view.ts";
import { KIND_PROPERTY } from "./component-kind.ts";

type Counts = Record<ComponentKind, number>;

/** Counts the exemptions that were used, and those that were not granted, for people who wonder why a rule does (not) apply. */
export function countKinds({ format }: BsiView): RemarkCounter<BsiComponent> {
  const concluded = noCounts();
  const stated = noCounts();
  const refused = noCounts();
  return {
    see: ({ kind, isKindStated, refusedKind }) => {
      if (refusedKind !== undefined) refused[refusedKind] += 1;
      else (isKindStated ? stated : concluded)[kind] += 1;
    },
    conclude: () => [
      ...(concluded.logical > 0 ? [remarkLogical(concluded.logical)] : []),
      ...(concluded.identified > 0 ? [remarkIdentified(concluded.identified, format)] : []),
      ...STATED.flatMap(([kind, remark]) => (stated[kind] > 0 ? [fill(remark, stated[kind])] : [])),
      ...REFUSED.flatMap(([kind, remark]) => (refused[kind] > 0 ? [fill(remark, refused[kind])] : [])),
    ],
  };
}

/** Exemptions that the document claims itself. */
const STATED: readonly (readonly [ComponentKind, Wording])[] = [
  [
    "logical",
    {
      en: "{} stated as logical components (3.2.2): nothing is asked of a file of theirs.",
      de: "{} als logische Komponenten angegeben (3.2.2): Nach einer Datei wird bei ihnen nicht gefragt.",
    },
  ],
  [
    "identified",
    {
      en: "{} stated as identified components outside the scope of delivery (3.2.4): creator, name, version and identifiers are asked of them, nothing else.",
      de: "{} als identifizierte Komponenten außerhalb des Lieferumfangs angegeben (3.2.4): Von ihnen werden Ersteller, Name, Version und Kennungen verlangt, sonst nichts.",
    },
  ],
  [
    "referenced",
    {
      en: "{} referenced components (3.2.5): creator, name and version are asked of them; the rest stands in the SBOM that they link to, which was not read.",
      de: "{} verwiesene Komponenten (3.2.5): Von ihnen werden Ersteller, Name und Version verlangt; das Übrige steht in der SBOM, auf die sie verweisen und die nicht gelesen wurde.",
    },
  ],
];

/** Exemptions that were claimed where the guideline has none. */
const REFUSED: readonly (readonly [ComponentKind, Wording])[] = [
  [
    "logical",
    {
      en: "{} claimed as logical components, but described as a file or as made of nothing; judged in full (3.2.2).",
      de: "{} als logische Komponenten ausgegeben, aber als Datei oder als aus nichts bestehend beschrieben; vollständig beurteilt (3.2.2).",
    },
  ],
  [
    "identified",
    {
      en: "{} claimed as identified components, but the subject or described as a delivered file; judged in full (3.2.4).",
      de: "{} als identifizierte Komponenten ausgegeben, aber Gegenstand oder als gelieferte Datei beschrieben; vollständig beurteilt (3.2.4).",
    },
  ],
  [
    "referenced",
    {
      en: "{} refers to an SBOM elsewhere, but is the subject of this one; only used components may be referenced, so it is judged in full (5.1).",
      de: "{} verweist auf eine SBOM anderswo, ist aber Gegenstand dieser SBOM; verwiesen werden darf nur auf verwendete Komponenten, daher vollständig beurteilt (5.1).",
    },
  ],
];

function noCounts(): Counts {
  return { full: 0, logical: 0, identified: 0, referenced: 0 };
}

function fill({ en, de }: Wording, count: number): Wording {
  return { en: en.replace("{}", String(count)), de: de.replace("{}", String(count)) };
}

function remarkLogical(count: number): Wording {
  return {
    en: `${count} judged as logical components (3.2.2): they contain components and say nothing about a file. The property \`${KIND_PROPERTY}\` overrules this.`,
    de: `${count} als logische Komponenten beurteilt (3.2.2): Sie enthalten Komponenten und sagen nichts über eine Datei. Die Eigenschaft \`${KIND_PROPERTY}\` geht vor.`,
  };
}

function remarkIdentified(count: number, format: BsiView["format"]): Wording {
  const marks = format === "SPDX" ? ["`hasProvidedDependency`"] : ["`isExternal`", "`scope`"];
  return {
    en: `${count} judged as identified components outside the scope of delivery (3.2.4): ${marks.join(" or ")} says so. The property \`${KIND_PROPERTY}\` overrules this.`,
    de: `${count} als identifizierte Komponenten außerhalb des Lieferumfangs beurteilt (3.2.4): ${marks.join(" oder ")} sagt es. Die Eigenschaft \`${KIND_PROPERTY}\` geht vor.`,
  };
}
