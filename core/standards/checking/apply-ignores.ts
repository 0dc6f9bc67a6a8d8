import type { Finding } from "#core/base/finding.ts";

import type { Ignore } from "./check-config.ts";
import { GOOD_PRACTICE } from "../rules/parts/sources.ts";

/**
 * Takes away the findings that a configuration accepts. An ignore that matches nothing is itself a finding, as it would
 * hide the next fault unseen; not so when only a part of the tree was checked.
 */
export function applyIgnores(findings: readonly Finding[], ignores: readonly Ignore[], isComplete: boolean): Finding[] {
  if (ignores.length === 0) return [...findings];
  const patterns = ignores.map(({ path }) => (path === undefined ? undefined : globPattern(path)));
  const used = new Set<number>();
  const kept = findings.filter((finding) => {
    const matching = ignores.findIndex(
      ({ rule }, index) => rule === finding.ruleId && (patterns[index]?.test(finding.place.path) ?? true),
    );
    if (matching >= 0) used.add(matching);
    return matching < 0;
  });
  if (!isComplete) return kept;
  const unused = ignores.filter((_ignore, index) => !used.has(index));
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

/** `*` stands for anything but a slash, `**` for anything; a pattern may begin at any folder. */
function globPattern(glob: string): RegExp {
  const source = glob
    .split(/(\*\*|\*)/)
    .map((part) => (part === "**" ? ".*" : part === "*" ? "[^/]*" : part.replace(/[.+?^${}()|[\]\\]/g, "\\$&")))
    .join("");
  return new RegExp(`(?:^|/)${source}$`);
}
