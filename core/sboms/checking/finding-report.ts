import type { Severity } from "#core/base/finding.ts";

import type { PointedFinding, PointedPlace } from "./pointed-finding.ts";

/** What makes findings one: the rule, and within it the cause. */
export interface FindingClass {
  readonly ruleId: string;
  /** Which of the matters that a rule looks after; those of one kind never take room from those of another. */
  readonly kind?: string;
  /** What the findings of a group have in common; absent where the kind says it. */
  readonly cause?: string;
}

/** A finding without what the report knows already. */
export type FindingFacts = Omit<PointedFinding, "severity" | "ruleId" | "count" | "others">;

/** Causes of a kind that have a finding of their own; the places of others are added to the last one. */
const MAX_CAUSES = 20;
/** Places listed of a finding, the first included; the count says how many there are. */
const MAX_PLACES = 10;
/** Places that a fix mends at once: it is applied, and asked for again where there are more. */
const MAX_REPAIRS = 500;
/** Findings of a severity: kinds come from schemas, which have thousands of places. */
const MAX_GROUPS = 1000;

/** Findings with the same cause. */
interface Group {
  readonly finding: PointedFinding;
  readonly others: PointedPlace[];
  count: number;
}

/** Causes of one kind. */
interface Kind {
  readonly groups: Map<string, Group>;
  last: Group | undefined;
}

/**
 * Takes findings and groups them: one cause is one finding, however often it is there. A hostile document could cause millions, and
 * what is there a thousand times must not hide what is there once.
 */
export class FindingReport {
  readonly #kinds = new Map<string, Kind>();
  readonly #groups: Record<Severity, Group[]> = { error: [], warning: [], note: [] };
  readonly #counts: Record<Severity, number> = { error: 0, warning: 0, note: 0 };

  /** Adds a finding; its facts are made only where they are listed. */
  add(severity: Severity, { ruleId, kind = "", cause = "" }: FindingClass, facts: () => FindingFacts): void {
    this.#counts[severity] += 1;
    const known = this.#kindOf(`${severity}\n${ruleId}\n${kind}`);
    const group = known.groups.get(cause) ?? (known.groups.size >= MAX_CAUSES ? known.last : undefined);
    if (group !== undefined) addPlace(group, facts);
    else if (this.#groups[severity].length < MAX_GROUPS) {
      known.last = { finding: { ...facts(), ruleId, severity }, others: [], count: 1 };
      known.groups.set(cause, known.last);
      this.#groups[severity].push(known.last);
    }
  }

  #kindOf(name: string): Kind {
    const known = this.#kinds.get(name);
    if (known !== undefined) return known;
    const kind: Kind = { groups: new Map(), last: undefined };
    if (this.#kinds.size < MAX_GROUPS) this.#kinds.set(name, kind);
    return kind;
  }

  /** The graver findings first, each group where its first place was found. */
  get findings(): readonly PointedFinding[] {
    const { error, warning, note } = this.#groups;
    return [...error, ...warning, ...note].map(({ finding, others, count }) =>
      count === 1 ? finding : { ...finding, count, others },
    );
  }

  /** Findings of each severity, every place counted. */
  get counts(): Readonly<Record<Severity, number>> {
    return this.#counts;
  }
}

/** Places beyond those that are listed are kept only as far as a machine can mend them. */
function addPlace(group: Group, facts: () => FindingFacts): void {
  group.count += 1;
  const room = group.finding.repair === undefined ? MAX_PLACES - 1 : MAX_REPAIRS - 1;
  if (group.others.length >= room) return;
  const { pointer, isAtName, range, repair } = facts();
  group.others.push({
    pointer,
    ...(isAtName === undefined ? {} : { isAtName }),
    ...(range === undefined ? {} : { range }),
    ...(repair === undefined ? {} : { repair }),
  });
}
