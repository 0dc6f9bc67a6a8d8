import type { Severity } from "#core/base/finding.ts";

const ORDER: readonly Severity[] = ["note", "warning", "error"];

/** A severity and the graver ones; none for `never`. */
export function severitiesFrom(least: Severity | "never"): ReadonlySet<Severity> {
  return new Set(least === "never" ? [] : ORDER.slice(ORDER.indexOf(least)));
}
