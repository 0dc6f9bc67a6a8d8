/** What is wrong with a configuration beyond its schema: names that lead nowhere, and tracks that cannot be told apart. */
import type { Finding, Fix, Place } from "#core/base/finding.ts";
import { closestName } from "#core/base/text/closest-name.ts";
import { COMMON_RULES } from "#core/standards/checking/common-rules.ts";
import { RULES } from "#core/standards/rules/index.ts";
import { SCOPE_RULES } from "#core/standards/scopes/rules/index.ts";
import type { TreeConfigFile } from "#schemas/compiled/tree-config.js";

/** A fault: what is wrong, and the JSON pointer of the value or of the name before it. */
export interface ConfigFault {
  readonly message: string;
  readonly pointer: string;
  /** The name that stands there, and the one that was meant. */
  readonly meant?: { readonly written: string; readonly name: string };
}

/** The ids that `severities` and `ignores` may name, without those of the style. */
const KNOWN_RULES: readonly string[] = [...RULES, ...SCOPE_RULES, ...COMMON_RULES].map(({ id }) => id);
const OF_STYLE = /^(?:markdownlint|typography)(?:\/|$)/;
/** Rules that stand before all others: of what cannot be read. */
const OF_READING = /^(?:document-unreadable|scope(?:-syntax|-schema)?|config(?:-syntax|-schema)?|change(?:\/.*)?)$/;

/** The faults that can be seen in the file alone. */
export function* configFaults({ tracks = [], check = {} }: TreeConfigFile): Iterable<ConfigFault> {
  for (const rule of Object.keys(check.severities ?? {})) {
    yield* unknownRule(rule, `/check/severities/${rule.replaceAll("/", "~1")}`);
  }
  for (const [index, { rule }] of (check.ignores ?? []).entries()) {
    yield* unknownRule(rule, `/check/ignores/${index}/rule`);
  }
  for (const [index, { id, digit }] of tracks.entries()) {
    const sameId = tracks.slice(0, index).find((other) => other.id.toLowerCase() === id.toLowerCase());
    const sameDigit = tracks.slice(0, index).find((other) => other.digit === digit);
    if (sameId !== undefined) {
      yield { message: `There are two tracks \`${id}\`; keep one.`, pointer: `/tracks/${index}/id` };
    } else if (sameDigit !== undefined) {
      const message = `The tracks \`${sameDigit.id}\` and \`${id}\` both have the digit \`${digit}\`, so numbers cannot tell them apart; give one of them another digit.`;
      yield { message, pointer: `/tracks/${index}/digit` };
    }
  }
}

function* unknownRule(rule: string, pointer: string): Iterable<ConfigFault> {
  if (KNOWN_RULES.includes(rule) || OF_STYLE.test(rule) || OF_READING.test(rule)) return;
  const name = closestName(rule, KNOWN_RULES);
  const remedy = name === undefined ? "`stele explain` lists them." : `did you mean \`${name}\`?`;
  yield {
    message: `There is no rule \`${rule}\`; ${remedy}`,
    pointer,
    ...(name === undefined ? {} : { meant: { written: rule, name } }),
  };
}

/** Folders and files of the layout that the tree does not have; `paths` are all files of the tree. */
export function* layoutFaults({ layout = {} }: TreeConfigFile, paths: readonly string[]): Iterable<ConfigFault> {
  const folders = [...new Set(paths.flatMap((path) => foldersOf(path)))];
  for (const [kind, folder] of Object.entries(layout)) {
    if (folders.includes(folder) || paths.includes(folder)) continue;
    const same = folders.find((other) => other.toLowerCase() === folder.toLowerCase());
    const name =
      same ??
      closestName(folder, folders) ??
      (kind === "documents" ? folders.find((other) => isFolderOfDocuments(other, paths)) : undefined);
    const remedy = name === undefined ? `make it, or remove \`${kind}\` from the layout.` : `did you mean \`${name}\`?`;
    yield {
      message: `\`layout.${kind}\` is \`${folder}\`, but the tree has no such ${kind === "accounts" ? "file" : "folder"}; ${remedy}`,
      pointer: `/layout/${kind}`,
      ...(name === undefined ? {} : { meant: { written: folder, name } }),
    };
  }
}

function foldersOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_part, index) => parts.slice(0, index + 1).join("/"));
}

function isFolderOfDocuments(folder: string, paths: readonly string[]): boolean {
  return paths.some(
    (path) => path.startsWith(`${folder}/`) && /\/[a-z]+-(?:\d{4}|xxxx)-[vw]\d+-[^/]+\.md$/i.test(path),
  );
}

/** A fault as a finding; the fix writes the name that was meant where it stands plainly. */
export function toConfigFinding(
  { message, pointer, meant }: ConfigFault,
  place: Place,
  text: string,
  offset: number,
): Finding {
  const isPlain = meant !== undefined && text.startsWith(meant.written, offset);
  const fix: Fix | undefined = isPlain
    ? {
        description: `Write \`${meant.name}\``,
        edits: [{ start: offset, end: offset + meant.written.length, text: meant.name }],
      }
    : undefined;
  const source = { clause: "Stele, stele.config.yaml" };
  return {
    ruleId: "config",
    severity: "error",
    message,
    place: { ...place, pointer },
    source,
    ...(fix === undefined ? {} : { fix }),
  };
}
