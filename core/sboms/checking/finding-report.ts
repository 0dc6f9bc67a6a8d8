import type { Severity } from "#core/base/finding.ts";

import type { PointedFinding } from "./pointed-finding.ts";

/** A finding without its severity, which the report knows already. */
export type FindingFacts = Omit<PointedFinding, "severity">;

/** Takes findings up to a cap: a hostile document could cause millions, and nobody reads more than a few hundred. */
export class FindingReport {
  readonly #limit: number;
  readonly #kept: Record<Severity, PointedFinding[]> = { error: [], warning: [], note: [] };
  readonly #counts: Record<Severity, number> = { error: 0, warning: 0, note: 0 };

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Adds a finding; its facts are made only when there is room. */
  add(severity: Severity, facts: () => FindingFacts): void {
    this.#counts[severity] += 1;
    const kept = this.#kept[severity];
    if (kept.length < this.#limit) kept.push({ ...facts(), severity });
  }

  /** The graver findings first, up to the cap. */
  get findings(): readonly PointedFinding[] {
    const { error, warning, note } = this.#kept;
    return [...error, ...warning, ...note].slice(0, this.#limit);
  }

  /** Findings of each severity, those beyond the cap included. */
  get counts(): Readonly<Record<Severity, number>> {
    return this.#counts;
  }
}
