import { join, relative, sep } from "node:path";

import type { CheckConfiguration } from "#core/standards/checking/check-config.ts";
import { checkFiles } from "#core/standards/checking/check-files.ts";
import { configurationOf } from "#core/standards/checking/tree-configuration.ts";
import { rulePage } from "#core/standards/checking/rule-page.ts";
import { parseTreeConfig } from "#core/standards/publishing/site-config.ts";
import { compareFindings, countFindings, type Finding } from "#core/base/finding.ts";

import type { CheckReport } from "../formats/format.ts";
import type { DiskTree } from "./collect-trees.ts";
import { NATIVE_PATTERNS } from "./native-patterns.ts";

/** What the command line sets over the configuration of a tree. */
export interface CheckOverrides {
  readonly apply: (configuration: CheckConfiguration) => CheckConfiguration;
  /** Only findings of these rules; undefined for all. */
  readonly rules: ReadonlySet<string> | undefined;
  /** Address of the site that explains the rules, without trailing slash; undefined for that of the first tree that states one. */
  readonly siteAddress: string | undefined;
  /** Whether markdownlint and typography are asked too. */
  readonly withStyle: boolean;
}

/** Checks trees one by one; paths of the findings become relative to the working folder. */
export async function checkTrees(
  trees: readonly DiskTree[],
  overrides: CheckOverrides,
  cwd: string,
): Promise<CheckReport> {
  const started = performance.now();
  const findings: Finding[] = [];
  const bytes = new Map<string, Uint8Array>();
  let files = 0;
  for (const tree of trees) {
    const configuration = overrides.apply(configurationOf(tree, NATIVE_PATTERNS));
    const shown = (path: string): string => displayPath(tree.root, path, cwd);
    const { scopes, repositoryPaths, isComplete } = tree;
    const options = { configuration, scopes, repositoryPaths, isComplete, withStyle: overrides.withStyle };
    const checked = await checkFiles(tree.files, options);
    for (const file of [...tree.files, ...scopes]) bytes.set(shown(file.path), file.bytes);
    files += tree.wanted?.size ?? tree.files.length + scopes.length;
    for (const finding of checked.findings) {
      if (tree.wanted !== undefined && !tree.wanted.has(finding.place.path)) continue;
      if (overrides.rules !== undefined && !isWanted(finding.ruleId, overrides.rules)) continue;
      findings.push({ ...finding, place: { ...finding.place, path: shown(finding.place.path) } });
    }
  }
  findings.sort(compareFindings);
  return {
    findings,
    counts: countFindings(findings),
    files,
    milliseconds: performance.now() - started,
    siteAddress: overrides.siteAddress ?? trees.map(statedAddress).find((address) => address !== undefined),
    textOf: (path) => {
      const found = bytes.get(path);
      return found === undefined ? undefined : new TextDecoder("utf-8").decode(found);
    },
  };
}

/** `markdownlint` stands for every `markdownlint/…`, `config` for `config-schema`. */
export function isWanted(ruleId: string, rules: ReadonlySet<string>): boolean {
  return rules.has(ruleId) || rules.has(rulePage(ruleId));
}

/** The address that a tree's configuration gives its site. */
export function statedAddress({ configText }: DiskTree): string | undefined {
  return configText === undefined ? undefined : parseTreeConfig(configText).config.site.address;
}

/** The path as a person in the working folder would write it. */
export function displayPath(root: string, path: string, cwd: string): string {
  return relative(cwd, join(root, path)).split(sep).join("/") || path;
}
