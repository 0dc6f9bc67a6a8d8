import type { CycloneDxBom, CycloneDxComponent } from "../../cyclonedx.ts";
import type { Pointed, Relations } from "./bsi-view.ts";
import type { PlacedComponent } from "./view-cyclonedx.ts";

interface Entry {
  readonly targets: readonly string[];
  readonly dangling: readonly Pointed[];
}

/** What the dependency graph and the compositions say about each component, and which components they leave out. */
export function readCycloneDxRelations(
  bom: CycloneDxBom,
  components: readonly PlacedComponent[],
  references: ReadonlySet<string>,
): { readonly relationsOf: (component: CycloneDxComponent) => Relations; readonly unreached: readonly string[] } {
  const entries = readEntries(bom, references);
  const completeness = readCompleteness(bom);
  const relationsOf = ({ "bom-ref": reference, components: inside = [] }: CycloneDxComponent): Relations => {
    const entry = reference === undefined ? undefined : entries.get(reference);
    return {
      isNamed: reference !== undefined,
      isListed: entry !== undefined || inside.length > 0,
      dangling: entry?.dangling ?? [],
      completeness: reference === undefined ? undefined : completeness.get(reference),
    };
  };
  return { relationsOf, unreached: findUnreached(bom, components, entries) };
}

/** Entries by `ref`; two entries of the same count as one. */
function readEntries(bom: CycloneDxBom, references: ReadonlySet<string>): ReadonlyMap<string, Entry> {
  const entries = new Map<string, { targets: string[]; dangling: Pointed[] }>();
  for (const [index, { ref, dependsOn = [] }] of (bom.dependencies ?? []).entries()) {
    const entry = entries.get(ref) ?? { targets: [], dangling: [] };
    entries.set(ref, entry);
    for (const [number, text] of dependsOn.entries()) {
      entry.targets.push(text);
      // A BOM-Link leads into another document.
      if (references.has(text) || text.startsWith("urn:cdx:")) continue;
      entry.dangling.push({ text, pointer: `/dependencies/${index}/dependsOn/${number}` });
    }
  }
  return entries;
}

/** The aggregate of the first composition that names a component. */
function readCompleteness(bom: CycloneDxBom): ReadonlyMap<string, Pointed> {
  const completeness = new Map<string, Pointed>();
  for (const [index, { aggregate, assemblies = [], dependencies = [] }] of (bom.compositions ?? []).entries()) {
    const said = { text: aggregate, pointer: `/compositions/${index}/aggregate` };
    for (const reference of [...assemblies, ...dependencies]) {
      if (!completeness.has(reference)) completeness.set(reference, said);
    }
  }
  return completeness;
}

/** Components that neither a dependency nor an assembly connects with the subject. */
function findUnreached(
  bom: CycloneDxBom,
  components: readonly PlacedComponent[],
  entries: ReadonlyMap<string, Entry>,
): readonly string[] {
  const subject = bom.metadata?.component;
  if (subject === undefined) return [];
  const byReference = new Map(components.map((placed) => [placed.component["bom-ref"], placed.component]));
  const reached = new Set([subject]);
  // A set may grow while it is walked; what is added is walked too.
  for (const { "bom-ref": reference, components: inside = [] } of reached) {
    for (const component of inside) reached.add(component);
    for (const target of entries.get(reference ?? "")?.targets ?? []) {
      const component = byReference.get(target);
      if (component !== undefined) reached.add(component);
    }
  }
  return components.filter(({ component }) => !reached.has(component)).map(({ pointer }) => pointer);
}
