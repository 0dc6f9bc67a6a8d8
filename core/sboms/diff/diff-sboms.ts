import type { ComparedSide } from "./compared-side.ts";
import {
  changesOf,
  diffComponents,
  matchComponents,
  partnersOf,
  type ChangedComponent,
  type ComparedComponent,
  type ComponentsDiff,
} from "./diff-components.ts";
import { diffEdges, type EdgesDiff } from "./diff-edges.ts";
import { diffParts, type PartsDiff } from "./diff-parts.ts";

/** What changed from one SBOM to another. */
export interface SbomDiff extends ComponentsDiff {
  /** What the documents are about, where that changed; a side that does not say it is undefined. */
  readonly subject:
    | ChangedComponent
    | { readonly before: ComparedComponent | undefined; readonly after: ComparedComponent | undefined }
    | undefined;
  readonly edges: EdgesDiff;
  readonly services: PartsDiff;
  readonly vulnerabilities: PartsDiff;
  /** Members that differ and are compared as a whole only: `compositions`, `properties of 3 components`. */
  readonly others: readonly string[];
  /** Matters that were not compared, in words. */
  readonly notCompared: readonly string[];
}

const NO_PARTS: PartsDiff = { added: [], removed: [], changed: [] };

/** Compares two SBOMs, whatever their formats; what one side cannot say is named as not compared. Linear in the documents. */
export function diffSboms(before: ComparedSide, after: ComparedSide): SbomDiff {
  const matching = matchComponents(before.components, after.components);
  const partners = partnersOf(matching);
  const isGraphStated = before.graph.isStated && after.graph.isStated;
  const [earlier, later] = [before.details, after.details];
  const bothDetailed = earlier !== undefined && later !== undefined;
  return {
    ...diffComponents(before.components, after.components, matching),
    subject: diffSubject(before.subject, after.subject),
    edges: isGraphStated ? diffEdges(before, after, partners) : { added: [], removed: [] },
    services: bothDetailed ? diffParts(earlier.services, later.services) : NO_PARTS,
    vulnerabilities: bothDetailed ? diffParts(earlier.vulnerabilities, later.vulnerabilities) : NO_PARTS,
    others: diffOthers(before, after, partners),
    notCompared: listNotCompared(before, after),
  };
}

/** Whether there is no difference in anything that was compared. */
export function isSame({
  added,
  removed,
  changed,
  subject,
  edges,
  services,
  vulnerabilities,
  others,
}: SbomDiff): boolean {
  const lists = [added, removed, changed, edges.added, edges.removed, others];
  const parts = [services, vulnerabilities].flatMap((one) => [one.added, one.removed, one.changed]);
  return subject === undefined && [...lists, ...parts].every(({ length }) => length === 0);
}

function diffSubject(before: ComparedComponent | undefined, after: ComparedComponent | undefined): SbomDiff["subject"] {
  if (before === undefined || after === undefined) return before === after ? undefined : { before, after };
  const changes = changesOf(before, after);
  const isRenamed = before.name !== after.name || (before.group ?? "") !== (after.group ?? "");
  return changes.length > 0 || isRenamed ? { before, after, changes } : undefined;
}

/** Members of the document, and of components whose version stayed, that are not the same. */
function diffOthers(
  before: ComparedSide,
  after: ComparedSide,
  partners: ReadonlyMap<ComparedComponent, ComparedComponent>,
): readonly string[] {
  const [earlier, later] = [before.details, after.details];
  // Formats have different members, and all of them would differ.
  if (earlier === undefined || later === undefined || earlier.kind !== later.kind) return [];
  const counts = new Map<string, number>();
  for (const [component, partner] of partners) {
    if ((component.version ?? "") !== (partner.version ?? "")) continue;
    for (const name of differing(earlier.others.of(partner), later.others.of(component))) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [
    ...differing(earlier.others.ofDocument, later.others.ofDocument),
    ...[...counts].map(([name, count]) => `${name} of ${count} ${count === 1 ? "component" : "components"}`),
  ];
}

function differing(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));
}

function listNotCompared(before: ComparedSide, after: ComparedSide): readonly string[] {
  const sides = [before, after];
  const kinds = new Set(sides.map(({ details }) => details?.kind));
  return [
    ...(sides.every(({ graph }) => graph.isStated) || sides.every(({ graph }) => !graph.isStated)
      ? []
      : ["dependencies: one of the documents says nothing about them"]),
    ...(kinds.has(undefined) ? ["suppliers, services, vulnerabilities and all other members"] : []),
    ...(!kinds.has(undefined) && kinds.size > 1 ? ["members that only one of the formats has"] : []),
    ...(!kinds.has(undefined) && kinds.size === 1 && kinds.has("SPDX3") ? ["files, snippets and annotations"] : []),
  ];
}
