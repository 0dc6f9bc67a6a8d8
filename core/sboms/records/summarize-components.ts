import type { ComponentRecord } from "./sbom-record.ts";

/** A value and how many components have it. */
export type Tally = readonly [value: string, components: number];

/** What the components of an SBOM are, at a glance. Lists are in order of frequency, and cut. */
export interface ComponentsSummary {
  readonly licenses: readonly Tally[];
  /** Different licenses in all, those beyond the cut included. */
  readonly licenseCount: number;
  readonly unlicensed: number;
  /** Types of package URLs: `npm`, `maven`, `deb`. */
  readonly ecosystems: readonly Tally[];
  readonly withoutPurl: number;
  readonly types: readonly Tally[];
}

/** Values kept per list. */
const MAX_VALUES = 50;

/** Counts licenses, ecosystems and types. */
export function summarizeComponents(components: readonly ComponentRecord[]): ComponentsSummary {
  const licenses = new Map<string, number>();
  const ecosystems = new Map<string, number>();
  const types = new Map<string, number>();
  let unlicensed = 0;
  let withoutPurl = 0;
  for (const component of components) {
    if (component.licenses.length === 0) unlicensed += 1;
    for (const license of new Set(component.licenses)) count(licenses, license);
    const ecosystem = ecosystemOf(component.purl);
    if (ecosystem === undefined) withoutPurl += 1;
    else count(ecosystems, ecosystem);
    count(types, component.type);
  }
  return {
    licenses: mostFrequent(licenses),
    licenseCount: licenses.size,
    unlicensed,
    ecosystems: mostFrequent(ecosystems),
    withoutPurl,
    types: mostFrequent(types),
  };
}

/** The type of a package URL; undefined for what is none. */
function ecosystemOf(purl: string | undefined): string | undefined {
  return /^pkg:\/*([a-z][a-z0-9.+-]*)\//i.exec(purl ?? "")?.[1]?.toLowerCase();
}

function count(tallies: Map<string, number>, value: string): void {
  tallies.set(value, (tallies.get(value) ?? 0) + 1);
}

function mostFrequent(tallies: ReadonlyMap<string, number>): readonly Tally[] {
  return [...tallies].toSorted(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1)).slice(0, MAX_VALUES);
}
