import type { CycloneDxComponent } from "../../cyclonedx.ts";
import type { RemarkCounter, Wording } from "../profile.ts";
import { COMPONENT_KINDS, type BsiComponent, type BsiView, type ComponentKind } from "./bsi-view.ts";

/** The guideline names four kinds but no marker for them; this property is ours (SPDX 3: in a `CdxPropertiesExtension`). */
export const KIND_PROPERTY = "stele:component:kind";

/** Types that can stand for many files without being one. */
const ABSTRACT_TYPES = new Set(["application", "framework", "operating-system", "container", "platform"]);
/** Properties that only a file has. */
const FILE_PROPERTIES = /^bsi:component:(?:filename|executable|archive|structured)$/;

/** The kind of a component: as its property says, else as its other members show, else `full`. */
export function kindOfComponent(component: CycloneDxComponent): { kind: ComponentKind; isKindStated: boolean } {
  const stated = component.properties?.find(({ name }) => name === KIND_PROPERTY)?.value;
  const kind = COMPONENT_KINDS.find((known) => known === stated);
  if (kind !== undefined) return { kind, isKindStated: true };
  const references = component.externalReferences ?? [];
  // 3.2.5: whoever links the SBOM of a component refers to it. This is the guideline's own marker.
  if (references.some(({ type }) => type === "bom")) return { kind: "referenced", isKindStated: true };
  if (component.isExternal === true || component.scope === "excluded") {
    return { kind: "identified", isKindStated: false };
  }
  const isFile =
    references.some(({ type }) => type === "distribution") ||
    (component.properties ?? []).some(({ name = "" }) => FILE_PROPERTIES.test(name));
  const contains = (component.components ?? []).length > 0;
  const isLogical = ABSTRACT_TYPES.has(component.type) && contains && !isFile;
  return { kind: isLogical ? "logical" : "full", isKindStated: false };
}

/** Counts what was concluded about kinds, for people who wonder why a rule does not apply. */
export function countKinds({ format }: BsiView): RemarkCounter<BsiComponent> {
  const concluded = { full: 0, logical: 0, identified: 0, referenced: 0 };
  return {
    see: ({ kind, isKindStated }) => {
      if (!isKindStated) concluded[kind] += 1;
    },
    conclude: () => [
      ...(concluded.logical > 0 ? [remarkLogical(concluded.logical)] : []),
      ...(concluded.identified > 0 ? [remarkIdentified(concluded.identified, format)] : []),
    ],
  };
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
