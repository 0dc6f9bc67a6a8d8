import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { applyFixes } from "#core/standards/editing/apply-fixes.ts";
import type { Finding } from "#core/base/finding.ts";
import { decodeUtf8 } from "#core/base/text/decode-utf8.ts";

import { replaceFile } from "../../files/replace-file.ts";
import type { CheckReport } from "../formats/format.ts";

/** A repair that was written. */
export interface Repair {
  readonly path: string;
  readonly description: string;
  readonly line: number;
}

/**
 * Writes the fixes of a report into their files, each file at once (a temporary file takes its place), and says what was
 * done. Fixes that overlap others are left for another round.
 */
export function writeFixes({ findings }: CheckReport, cwd: string): Repair[] {
  const byPath = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.fix !== undefined) byPath.set(finding.place.path, [...(byPath.get(finding.place.path) ?? []), finding]);
  }
  return [...byPath].flatMap(([path, fixable]) => {
    const file = resolve(cwd, path);
    const decoded = decodeUtf8(readFileSync(file));
    if (!decoded.ok) return [];
    const { text, applied } = applyFixes(decoded.value.text, fixable);
    replaceFile(file, text);
    return applied.map(({ place, fix }) => ({ path, description: fix?.description ?? "", line: place.start.line }));
  });
}
