import { join, relative, sep } from "node:path";

import { DEFAULT_CONFIGURATION, readCheckConfig, type CheckConfiguration } from "#core/documents/check-config.ts";
import { checkFiles } from "#core/documents/check-files.ts";
import { compareFindings, countFindings, type Finding } from "#core/finding.ts";

import type { CheckReport } from "../formats/format.ts";
import type { DiskTree } from "./collect-trees.ts";

/** What the command line sets over the configuration of a tree. */
export interface CheckOverrides {
  readonly apply: (configuration: CheckConfiguration) => CheckConfiguration;
  /** Only findings of these rules; undefined for all. */
  readonly rules: ReadonlySet<string> | undefined;
}

/** Checks trees one by one; paths of the findings become relative to the working folder. */
export function checkTrees(trees: readonly DiskTree[], overrides: CheckOverrides, cwd: string): CheckReport {
  const started = performance.now();
  const findings: Finding[] = [];
  const bytes = new Map<string, Uint8Array>();
  let files = 0;
  for (const tree of trees) {
    const configuration = overrides.apply(
      tree.configText === undefined ? DEFAULT_CONFIGURATION : readCheckConfig(tree.configText),
    );
    const shown = (path: string): string => displayPath(tree.root, path, cwd);
    const checked = checkFiles(tree.files, { configuration, isComplete: tree.isComplete });
    for (const file of tree.files) bytes.set(shown(file.path), file.bytes);
    files += tree.wanted?.size ?? tree.files.length;
    for (const finding of checked.findings) {
      if (tree.wanted !== undefined && !tree.wanted.has(finding.place.path)) continue;
      if (overrides.rules !== undefined && !overrides.rules.has(finding.ruleId)) continue;
      findings.push({ ...finding, place: { ...finding.place, path: shown(finding.place.path) } });
    }
  }
  findings.sort(compareFindings);
  return {
    findings,
    counts: countFindings(findings),
    files,
    milliseconds: performance.now() - started,
    textOf: (path) => {
      const found = bytes.get(path);
      return found === undefined ? undefined : new TextDecoder("utf-8").decode(found);
    },
  };
}

/** The path as a person in the working folder would write it. */
function displayPath(root: string, path: string, cwd: string): string {
  return relative(cwd, join(root, path)).split(sep).join("/") || path;
}
