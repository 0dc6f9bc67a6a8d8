import type { CycloneDxComponent } from "../../formats/cyclonedx/cyclonedx.ts";
import { COMPONENT_KINDS, type ComponentKind } from "./bsi-view.ts";
import { settleKind, type SettledKind } from "./settle-kind.ts";

/** The guideline names four kinds but no marker for them; this property is ours (SPDX 3: in a `CdxPropertiesExtension`). */
export const KIND_PROPERTY = "stele:component:kind";

/** Types that can stand for many files without being one. */
const ABSTRACT_TYPES = new Set(["application", "framework", "operating-system", "container", "platform"]);
/** Properties that only a file has. */
const FILE_PROPERTIES = /^bsi:component:(?:filename|executable|archive|structured)$/;

/** Where a component stands in its document. */
export interface ComponentPlace {
  readonly isSubject: boolean;
  /** The document says that it is made of nothing. */
  readonly saysEmpty: boolean;
}

/** The kind of a component: as its property says, else as its other members show, else `full`; within the limits of 5.1. */
export function kindOfComponent(component: CycloneDxComponent, place: ComponentPlace): SettledKind {
  const { properties = [], type } = component;
  const hasFileProperties = properties.some(({ name = "" }) => FILE_PROPERTIES.test(name));
  const claim = claimOf(component, hasFileProperties);
  return settleKind({ ...claim, ...place, isDelivered: hasFileProperties || type === "file" });
}

function claimOf(component: CycloneDxComponent, hasFileProperties: boolean) {
  const stated = component.properties?.find(({ name }) => name === KIND_PROPERTY)?.value;
  const kind = COMPONENT_KINDS.find((known) => known === stated);
  if (kind !== undefined) return { kind, isStated: true };
  const references = component.externalReferences ?? [];
  // 3.2.5: whoever links the SBOM of a component refers to it. This is the guideline's own marker.
  if (references.some(({ type }) => type === "bom")) return { kind: "referenced", isStated: true } as const;
  if (component.isExternal === true || component.scope === "excluded") {
    return { kind: "identified", isStated: false } as const;
  }
  const isFile = references.some(({ type }) => type === "distribution") || hasFileProperties;
  const contains = (component.components ?? []).length > 0;
  const isLogical = ABSTRACT_TYPES.has(component.type) && contains && !isFile;
  const concluded: ComponentKind = isLogical ? "logical" : "full";
  return { kind: concluded, isStated: false };
}
