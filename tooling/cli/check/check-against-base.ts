import type { CommandIo } from "../command.ts";
import type { CheckReport } from "../formats/format.ts";
import { checkChange } from "#core/standards/changes/check-change.ts";
import { configurationOf } from "#core/standards/checking/tree-configuration.ts";
import { withNewErrors, type Verdict } from "#core/standards/changes/verdict.ts";
import { countFindings } from "#core/base/finding.ts";

import { readChangeStates, readDescription } from "./change-states.ts";
import { displayPath, isWanted, statedAddress, type CheckOverrides } from "./check-trees.ts";
import { NATIVE_PATTERNS } from "./native-patterns.ts";

/** What `--base` and the options around it say. */
export interface BaseArguments {
  /** A folder, or else a commit, branch or tag. */
  readonly base: string;
  readonly also: readonly string[];
  /** File with what the author says about the change. */
  readonly description: string | undefined;
}

/** Checks the working tree as a change of a base; paths become relative to the working folder. */
export async function checkAgainstBase(
  paths: readonly string[],
  wanted: BaseArguments,
  overrides: CheckOverrides,
  { cwd }: Pick<CommandIo, "cwd">,
): Promise<CheckReport & { readonly verdict: Verdict }> {
  const started = performance.now();
  const description = readDescription(wanted.description, cwd);
  const { tree, base, head, otherHeads } = readChangeStates(paths, wanted, cwd);
  const shown = (path: string): string => displayPath(tree.root, path, cwd);
  const { findings, files, verdict } = await checkChange(base, head, {
    configuration: overrides.apply(configurationOf(tree, NATIVE_PATTERNS)),
    withStyle: overrides.withStyle,
    isComplete: true,
    otherHeads,
    description,
  });
  const kept = findings
    .filter(({ ruleId }) => overrides.rules === undefined || isWanted(ruleId, overrides.rules))
    .map((finding) => ({ ...finding, place: { ...finding.place, path: shown(finding.place.path) } }));
  const counts = countFindings(kept);
  const bytes = new Map(tree.files.concat(tree.scopes).map((file) => [shown(file.path), file.bytes]));
  return {
    findings: kept,
    counts,
    files,
    milliseconds: performance.now() - started,
    siteAddress: overrides.siteAddress ?? statedAddress(tree),
    textOf: (path) => {
      const found = bytes.get(path);
      return found === undefined ? undefined : new TextDecoder("utf-8").decode(found);
    },
    // A finding that `--rule` leaves out does not count.
    verdict: withPaths(withNewErrors(verdict, counts.error), shown),
  };
}

function withPaths(verdict: Verdict, shown: (path: string) => string): Verdict {
  const reasons = verdict.reasons.map((reason) => ({
    ...reason,
    place: { ...reason.place, path: shown(reason.place.path) },
  }));
  const requirements = verdict.requirements.map((row) => ({ ...row, path: shown(row.path) }));
  const documents = verdict.documents.map((document) => ({
    ...document,
    path: shown(document.path),
    ...(document.previousPath === undefined ? {} : { previousPath: shown(document.previousPath) }),
  }));
  return { ...verdict, reasons, requirements, documents };
}
