import type { CycloneDxBom, CycloneDxComponent } from "../../cyclonedx.ts";
import type { Pointed, Relations } from "./bsi-view.ts";
import type { PlacedComponent } from "./view-cyclonedx.ts";

/** What one member of `dependencies` says, and its number. */
interface Entry {
  readonly index: number;
  readonly targets: readonly string[];
  /** The next member about the same component. */
  readonly next: Entry | undefined;
}

const NONE: readonly never[] = [];

/** What the dependency graph and the compositions say about each component, and which components they leave out. */
export function readCycloneDxRelations(
  bom: CycloneDxBom,
  components: readonly PlacedComponent[],
  references: ReadonlySet<string>,
): { readonly relationsOf: (component: CycloneDxComponent) => Relations; readonly unreached: readonly string[] } {
  const entries = readEntries(bom);
  const completeness = readCompleteness(bom);
  const relationsOf = ({ "bom-ref": reference, components: inside = [] }: CycloneDxComponent): Relations => {
    const entry = reference === undefined ? undefined : entries.get(reference);
    return {
      isNamed: reference !== undefined,
      isListed: entry !== undefined || inside.length > 0,
      dangling: entry === undefined ? NONE : danglingOf(entry, references),
      completeness: reference === undefined ? undefined : completeness.get(reference),
    };
  };
  return { relationsOf, unreached: findUnreached(bom, components, entries) };
}

/** Members of `dependencies` by `ref`, the later ones of the same before the earlier ones. */
function readEntries(bom: CycloneDxBom): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const [index, { ref, dependsOn: targets = NONE }] of (bom.dependencies ?? []).entries()) {
    entries.set(ref, { index, targets, next: entries.get(ref) });
  }
  return entries;
}

/** What leads nowhere; a BOM-Link leads into another document. */
function danglingOf(first: Entry, references: ReadonlySet<string>): readonly Pointed[] {
  let dangling: Pointed[] | undefined;
  for (let entry: Entry | undefined = first; entry !== undefined; entry = entry.next) {
    for (const [number, text] of entry.targets.entries()) {
      if (references.has(text) || text.startsWith("urn:cdx:")) continue;
      dangling ??= [];
      dangling.push({ text, pointer: `/dependencies/${entry.index}/dependsOn/${number}` });
    }
  }
  return dangling ?? NONE;
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
  for (const { "bom-ref": reference, components: inside = NONE } of reached) {
    for (const component of inside) reached.add(component);
    for (let entry = entries.get(reference ?? ""); entry !== undefined; entry = entry.next) {
      for (const target of entry.targets) {
        const component = byReference.get(target);
        if (component !== undefined) reached.add(component);
      }
    }
  }
  return reached.size === components.length
    ? []
    : components.filter(({ component }) => !reached.has(component)).map(({ pointer }) => pointer);
}
