import { ruleDocsPath } from "#core/standards/checking/rule-page.ts";
import type { Verdict } from "#core/standards/changes/verdict.ts";
import { wordMorePlaces, type Finding, type Severity } from "#core/base/finding.ts";

/** Everything that a report of a check may show. */
export interface CheckReport {
  /** Paths are relative to the working folder. */
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly files: number;
  readonly milliseconds: number;
  /** The files that were checked, those without findings too, where the command knows them by name. */
  readonly paths?: readonly string[];
  /** The least severity that fails the run (default: error). */
  readonly failOn?: Severity | "never";
  /** The site whose `/docs/rules` explains the rules, `https://standards.example`; undefined where nobody said. */
  readonly siteAddress: string | undefined;
  /** The judgement of the step from a base, where one was named. */
  readonly verdict?: Verdict;
  /** The text of a file by its path, for code frames. */
  readonly textOf: (path: string) => string | undefined;
}

/** How a report is shown. */
export interface FormatOptions {
  readonly color: boolean;
  readonly columns: number;
  /** Only counts, no findings. */
  readonly isSummary: boolean;
}

/** Turns a report into what is printed, with a line ending at its end unless it is empty. */
export type Format = (report: CheckReport, options: FormatOptions) => string;

/** The address of the page about a rule; undefined where no site is known, as a path alone leads nowhere. */
export function ruleUrl(ruleId: string, { siteAddress }: Pick<CheckReport, "siteAddress">): string | undefined {
  return siteAddress === undefined ? undefined : siteAddress + ruleDocsPath(ruleId);
}

/** The message of a finding, with the other places where it holds. */
export function messageWithPlaces(finding: Finding): string {
  const more = wordMorePlaces(finding);
  return more === undefined ? finding.message : `${finding.message}; and at ${more}`;
}

/** `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
