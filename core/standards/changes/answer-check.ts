/** A check as the API and the page /check answer it: one question, one answer, the same code. */
import { checkFiles, type TreeFile } from "#core/standards/checking/check-files.ts";
import { sortFiles } from "#core/standards/checking/sort-files.ts";
import { configurationOf } from "#core/standards/checking/tree-configuration.ts";
import type { CheckConfiguration } from "#core/standards/checking/check-config.ts";
import type { DocumentMemory } from "#core/standards/checking/document-memory.ts";
import { PROFILES } from "#core/standards/checking/profiles/index.ts";
import type { Profile } from "#core/standards/checking/profiles/profile.ts";
import { linkFinding, type LinkedFinding } from "#core/standards/checking/rule-page.ts";
import type { Severity } from "#core/base/finding.ts";

import { checkChange } from "./check-change.ts";
import type { JudgeOptions } from "./judge-change.ts";
import { linkVerdict, type LinkedVerdict } from "./verdict.ts";

/** Files to check. */
export interface CheckQuestion {
  /** Documents, and what else of the tree there is: scope files, its configuration. */
  readonly files: readonly TreeFile[];
  /** The text of a `stele.config.yaml`, where `files` has none (default: that of a tree without one). */
  readonly config?: string | undefined;
  /** Default: that of the configuration. */
  readonly profile?: Profile["name"] | undefined;
  /** Whether these are all files of the tree, so that what is absent does not exist (default: false). */
  readonly isComplete?: boolean;
  /** Where the files are a change of others. */
  readonly change?: ChangeQuestion | undefined;
}

/** The state before a change, and what else its judgement goes by. */
export interface ChangeQuestion extends Pick<JudgeOptions, "unchanged" | "otherHeads" | "description"> {
  readonly base: readonly TreeFile[];
}

/** What came of it; `stele check --format json` prints the same members. */
export interface CheckAnswer {
  readonly findings: readonly LinkedFinding[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly files: number;
  readonly verdict?: LinkedVerdict;
}

/** Checks files; where they are a change, the findings are those that it brings, and a verdict says whether it may be made. */
export async function answerCheck(question: CheckQuestion, memory?: DocumentMemory): Promise<CheckAnswer> {
  const { files, change, isComplete = false } = question;
  const { documents, scopes, ...texts } = sortFiles(files);
  const { configText = question.config } = texts;
  const configuration = withProfile(configurationOf({ ...texts, configText }), question.profile);
  const options = { configuration, isComplete, ...(memory === undefined ? {} : { memory }) };
  if (change === undefined) {
    const { findings, counts, files: count } = await checkFiles(documents, { ...options, scopes });
    return { findings: findings.map(linkFinding), counts, files: count };
  }
  const { base, ...around } = change;
  const before = sortFiles(base);
  const result = await checkChange(before, { documents, scopes }, { ...options, ...around });
  const { findings, counts, files: count, verdict } = result;
  return { findings: findings.map(linkFinding), counts, files: count, verdict: linkVerdict(verdict) };
}

function withProfile(configuration: CheckConfiguration, name: Profile["name"] | undefined): CheckConfiguration {
  if (name === undefined) return configuration;
  return { ...configuration, settings: { ...configuration.settings, profile: PROFILES[name] } };
}
