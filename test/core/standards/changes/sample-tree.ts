import { judgeChange, type DocumentFile, type JudgeOptions } from "#core/standards/changes/judge-change.ts";
import type { Verdict } from "#core/standards/changes/verdict.ts";

/** What is different in a sample document; fields are lines of the front matter. */
export interface Sample {
  readonly type?: string;
  readonly status?: string;
  readonly track?: string;
  readonly fields?: readonly string[];
  readonly body?: string;
}

const BODY = "## Introduction\n\nText.\n\n## Motivation\n\nA reason.\n\n## Regulations\n\nNodes MUST be tested.\n";

/** The text of a Standard. */
export function sample({
  type = "Standard",
  status = "Draft",
  track = "IaaS",
  fields = [],
  body = BODY,
}: Sample = {}): string {
  const lines = [
    "title: Sample",
    `type: ${type}`,
    ...(status === "" ? [] : [`status: ${status}`]),
    `track: ${track}`,
    ...fields,
  ];
  return `---\n${lines.join("\n")}\n---\n\n${body}`;
}

/** A Stable Standard with one rule, or another text below `## Regulations`. */
export function stable(
  rule = "Nodes MUST be tested.",
  fields: readonly string[] = ["stabilized_at: 2024-01-01"],
): string {
  return sample({ status: "Stable", fields, body: `## Introduction\n\nText.\n\n## Regulations\n\n${rule}\n` });
}

/** The files of a tree by name. */
export function tree(texts: Readonly<Record<string, string>>): DocumentFile[] {
  return Object.entries(texts).map(([name, text]) => ({
    path: `Standards/${name}`,
    bytes: new TextEncoder().encode(text),
  }));
}

/** Judges a change of a tree; `head` is laid over `base`, and undefined takes a file away. */
export function judgeStep(
  base: Readonly<Record<string, string>>,
  head: Readonly<Record<string, string | undefined>>,
  options: JudgeOptions = {},
): Verdict {
  const after = Object.entries({ ...base, ...head }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return judgeChange(tree(base), tree(Object.fromEntries(after)), options);
}

/** `error number`, one line per reason, in the order of the verdict. */
export function reasonsOf({ reasons }: Verdict): string[] {
  return reasons.map(({ severity, ruleId }) => `${severity} ${ruleId.replace("change/", "")}`);
}
