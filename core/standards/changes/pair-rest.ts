/** Pairs what the comparison of sentences left over: rewritten demands, and demands that were merged or split. */
import type { RequirementChange } from "#core/standards/requirements/compare-requirements.ts";
import { compareLevels } from "#core/standards/requirements/key-words.ts";

import { isMergedFrom } from "./merge.ts";
import type { FoundDemand } from "./find-demands.ts";

type DemandChange = RequirementChange<FoundDemand>;

/** A change, and whether it only says in more or fewer sentences what was said before. */
export interface PairedChange {
  readonly change: DemandChange;
  readonly isMerged: boolean;
}

/** Share of common stems from which on two demands of one section are versions of one. */
const MIN_COMMON = 0.5;
/** Demands of either side that are compared with each other; more are read as new and gone. */
const MAX_REST = 100;

/** The changes, with rewritten demands as one and merged ones marked. */
export function pairRest(changes: readonly DemandChange[]): PairedChange[] {
  const lost = changes.filter(({ kind }) => kind === "removed");
  const fresh = changes.filter(({ kind }) => kind === "added");
  const partners = lost.length > MAX_REST || fresh.length > MAX_REST ? new Map() : findPartners(lost, fresh);
  const paired = changes.flatMap((change): DemandChange[] => {
    if ([...partners.values()].includes(change)) return [];
    const partner = partners.get(change);
    return [partner === undefined ? change : joined(partner, change)];
  });
  const merged = findMerged(paired);
  return paired.map((change) => ({ change, isMerged: merged.has(change) }));
}

function joined({ before }: DemandChange, { after }: DemandChange): DemandChange {
  if (before === undefined || after === undefined) return { kind: "changed" };
  const step = compareLevels(after.level, before.level);
  return { kind: step > 0 ? "raised" : step < 0 ? "relaxed" : "changed", before, after };
}

/** For every new demand the gone one of its section that shares the most stems with it. */
function findPartners(lost: readonly DemandChange[], fresh: readonly DemandChange[]): Map<DemandChange, DemandChange> {
  const partners = new Map<DemandChange, DemandChange>();
  const taken = new Set<DemandChange>();
  const candidates = fresh
    .flatMap((change) => lost.map((other) => ({ change, other, share: shareOf(other.before, change.after) })))
    .filter(({ share }) => share >= MIN_COMMON)
    .sort((a, b) => b.share - a.share);
  for (const { change, other } of candidates) {
    if (partners.has(change) || taken.has(other)) continue;
    partners.set(change, other);
    taken.add(other);
  }
  return partners;
}

function shareOf(before: FoundDemand | undefined, after: FoundDemand | undefined): number {
  if (before === undefined || after === undefined || before.section !== after.section) return 0;
  const [from, to] = [stemsOf(before.text), stemsOf(after.text)];
  const common = [...from].filter((stem) => to.has(stem)).length;
  return (2 * common) / (from.size + to.size || 1);
}

function stemsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  const stems = words.filter((word) => !/^(?:a|an|the|is|are|be|must|should|may|shall|not|of|to|in)$/.test(word));
  return new Set(stems.map((word) => (word.length <= 3 ? word : word.replace(/(?:ing|ed|es|s|e|d)$/, ""))));
}

/** Changes that a demand in one sentence and the same in two explain. */
function findMerged(changes: readonly DemandChange[]): ReadonlySet<DemandChange> {
  const merged = new Set<DemandChange>();
  const both = changes.filter(({ before, after }) => before !== undefined && after !== undefined).slice(0, MAX_REST);
  for (const change of both) {
    for (const other of changes) {
      const { before, after } = change;
      if (before === undefined || after === undefined || merged.has(other)) continue;
      const isOne =
        (other.kind === "removed" && other.before !== undefined && isMerged(before, other.before, after)) ||
        (other.kind === "added" && other.after !== undefined && isMerged(after, other.after, before));
      if (!isOne) continue;
      merged.add(change);
      merged.add(other);
    }
  }
  return merged;
}

function isMerged(one: FoundDemand, other: FoundDemand, whole: FoundDemand): boolean {
  return isMergedFrom(one, other, whole) || isMergedFrom(other, one, whole);
}
