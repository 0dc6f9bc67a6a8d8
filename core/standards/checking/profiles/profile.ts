import type { Severity } from "#core/base/finding.ts";

/** How close to the letter of SCS-0001 a tree is judged. Data only. */
export interface Profile {
  readonly name: "strict" | "practical";
  readonly summary: string;
  /** Headings that count for a section besides its own name, lower case, by the section's name. */
  readonly sectionAliases: Readonly<Record<string, readonly string[]>>;
  /** Whether a supplement that describes tests satisfies the Conformance Tests section of what it supplements. */
  readonly supplementDescribesTests: boolean;
  /** Track names that file names may use but the field `track` may not. */
  readonly tracksBarredFromField: readonly string[];
  /** Rules that are not applied to Deprecated and Rejected documents, whose text nobody changes any more. */
  readonly notForRetired: readonly string[];
  /** Deviations from the severities that the rules state. */
  readonly severities: Readonly<Record<string, Severity | "off">>;
}
