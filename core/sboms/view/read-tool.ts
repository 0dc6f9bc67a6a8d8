/** A tool as SPDX names it: one text for name and version. */
export interface NamedTool {
  readonly name: string;
  readonly version: string | undefined;
  /** Written as clause 6.8 advises: `name-version`. */
  readonly isByConvention: boolean;
}

/** Longer texts are no names of tools; what comes behind is not looked at. */
const MAX_LENGTH = 300;
/** Where a version may start: tools put a hyphen, a blank, `@`, `/`, `_` or `:` before it. */
const START = /[-@/:_\s]v?(?=\d)/gi;
/** Numbers with points, a single number, or a number with the mark of a version before its release. */
const VERSION = /^\d+(?:$|[\s(]|[.+~][\w.+~-]*|-(?:alpha|beta|rc|pre|dev|snapshot|\d|[0-9a-f]{7})[\w.+~-]*)/i;
/** A tool built from a commit says its hash. */
const COMMIT = /[-@]([0-9a-f]{7,40})$/;

/** Name and version of `Tool: …`, whatever stands between them: `syft-1.2`, `pypispdx - 0.1.0`, `cdxgen@11.0.0`, `trivy 0.67`. */
export function readTool(text: string): NamedTool {
  const whole = text.slice(0, MAX_LENGTH).trim();
  for (const match of whole.matchAll(START)) {
    const start = match.index + match[0].length;
    const version = VERSION.exec(whole.slice(start))?.[0].replace(/[\s(]$/, "");
    const name = whole.slice(0, match.index).replace(/[-@/:_\s]{1,9}$/, "");
    if (version !== undefined && name !== "") {
      return { name, version, isByConvention: whole[match.index] === "-" && whole[match.index - 1] !== " " };
    }
  }
  const commit = COMMIT.exec(whole);
  if (commit?.[1] !== undefined && /\d/.test(commit[1])) {
    return { name: whole.slice(0, commit.index), version: commit[1], isByConvention: whole[commit.index] === "-" };
  }
  return { name: whole, version: undefined, isByConvention: false };
}
