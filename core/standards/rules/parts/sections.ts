/** Which sections a document has, for the rules that each demand one. */
import type { DocumentType } from "../../documents/document-summary.ts";
import { comparableHeading, type Section } from "../../documents/outline.ts";
import { fieldValue } from "./places.ts";
import type { Report, RuleContext } from "./rule.ts";

/** A section that documents of some types have to have. */
export interface SectionDemand {
  readonly types: readonly DocumentType[];
  /** Its name as SCS-0001 writes it. */
  readonly name: string;
  /** How the demand is worded: "must" or "should". */
  readonly duty: "must" | "should";
  /** What the section is for, to help its author. */
  readonly purpose: string;
}

/** The second-level section that satisfies a name under the profile, if there is one. */
export function findSection({ outline, settings }: RuleContext, name: string): Section | undefined {
  const key = name.toLowerCase();
  const accepted = [key, ...(settings.profile.sectionAliases[key] ?? [])];
  return outline.find((section) => section.depth === 2 && accepted.includes(comparableHeading(section.text)));
}

/** A report for a section that is not there; none for documents that do not need it. */
export function* reportMissingSection(context: RuleContext, demand: SectionDemand): Iterable<Report> {
  const { document, summary } = context;
  if (summary.type === undefined || !demand.types.includes(summary.type)) return;
  if (findSection(context, demand.name) !== undefined) return;
  yield {
    message: `There is no section \`## ${demand.name}\`; a ${summary.type} ${demand.duty} have one: ${demand.purpose}.`,
    span: fieldValue(document, "type"),
  };
}
