import { CLAUSE, type ComponentCheck } from "../check.ts";
import type { BsiComponent } from "../bsi-view.ts";
import { missing, presentWithNote } from "../fault.ts";
import { judgeLinks } from "../judge-link.ts";

const MORE = {
  en: "The component says more than creator, name and version, which should stand in the referenced SBOM only",
  de: "Die Komponente sagt mehr als Ersteller, Name und Version; das sollte nur in der verwiesenen SBOM stehen",
} as const;

function saysMore({ filenames, licenses, deployables, sources, identifiers }: BsiComponent): boolean {
  return [filenames, licenses, deployables, sources, identifiers].some(({ length }) => length > 0);
}

/** C18: where a referenced component is described, and nothing twice. */
export const BOM_REFERENCE: ComponentCheck = {
  id: "bom-reference",
  title: { en: "Reference to another SBOM", de: "Verweis auf eine andere SBOM" },
  clause: CLAUSE.referenced,
  tier: "additional",
  remedy: {
    CycloneDX: {
      en: "Write an entry in `externalReferences` of type `bom`, and leave all but creator, name and version to that SBOM.",
      de: "Einen Eintrag vom Typ `bom` in `externalReferences` schreiben und alles außer Ersteller, Name und Version jener SBOM überlassen.",
    },
    SPDX: {
      en: "Write an `externalRef` of type `buildMeta` on the `software_Sbom` that describes the package.",
      de: "Eine `externalRef` vom Typ `buildMeta` am `software_Sbom` schreiben, das das Paket beschreibt.",
    },
  },
  kinds: ["referenced"],
  judge: (component) => {
    const { descriptions, pointer } = component;
    if (descriptions.length === 0) return missing();
    const judgement = judgeLinks(descriptions);
    return judgement.outcome === "present" && saysMore(component) ? presentWithNote(MORE, { pointer }) : judgement;
  },
};
