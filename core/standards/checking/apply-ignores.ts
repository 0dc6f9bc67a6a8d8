import type { Finding } from "#core/base/finding.ts";
import { matchesGlob, parseGlob } from "#core/base/text/glob.ts";

import type { Ignore } from "./check-config.ts";
import { GOOD_PRACTICE } from "../rules/parts/sources.ts";

/** Steps that all comparisons of paths together may take: far more than any tree needs, and a fraction of a second. */
const MAX_STEPS = 50_000_000;

/**
 * Takes away the findings that a configuration accepts. An ignore that matches nothing is itself a finding, as it would
 * hide the next fault unseen; not so when only a part of the tree was checked.
 */
export function applyIgnores(findings: readonly Finding[], ignores: readonly Ignore[], isComplete: boolean): Finding[] {
  if (ignores.length === 0) return [...findings];
  const matcher = createMatcher(ignores);
  const used = new Set<Ignore>();
  const kept = findings.filter((finding) => {
    const ignore = matcher.find(finding);
    if (ignore !== undefined) used.add(ignore);
    return ignore === undefined;
  });
  const costly = matcher.tooCostly();
  if (costly !== undefined) return [...kept, tooCostly(costly)];
  if (!isComplete) return kept;
  const unused = ignores.filter((ignore) => !used.has(ignore));
  return [
    ...kept,
    ...unused.map(({ rule, path, place }): Finding => ({
      ruleId: "unused-ignore",
      severity: "warning",
      message: `The ignore of \`${rule}\`${path === undefined ? "" : ` for \`${path}\``} matches no finding, expected it to be removed.`,
      place,
      source: GOOD_PRACTICE,
    })),
  ];
}

/** Finds the ignore of a finding; findings of one rule in one file have the same, which is looked for once. */
function createMatcher(ignores: readonly Ignore[]) {
  const parsed = ignores.map((ignore) => ({
    ignore,
    glob: ignore.path === undefined ? undefined : parseGlob(ignore.path),
  }));
  const known = new Map<string, Ignore | undefined>();
  const budget = { left: MAX_STEPS };
  let costly: Ignore | undefined;
  const search = ({ ruleId, place }: Finding): Ignore | undefined =>
    parsed.find(({ ignore, glob }) => {
      if (ignore.rule !== ruleId) return false;
      if (glob === undefined) return true;
      const isMatch = matchesGlob(glob, place.path, budget);
      if (isMatch === undefined) costly ??= ignore;
      return isMatch === true;
    })?.ignore;
  return {
    find(finding: Finding): Ignore | undefined {
      const key = `${finding.ruleId}\0${finding.place.path}`;
      if (!known.has(key)) known.set(key, search(finding));
      return known.get(key);
    },
    /** The first ignore that could not be compared any more. */
    tooCostly: (): Ignore | undefined => costly,
  };
}

function tooCostly({ path = "", place }: Ignore): Finding {
  return {
    ruleId: "config",
    severity: "error",
    message: `Comparing \`${path}\` and the paths of other ignores with so many files takes too many steps; not all ignores were used. Write fewer or shorter paths.`,
    place,
    source: GOOD_PRACTICE,
  };
}
