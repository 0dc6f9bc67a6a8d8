import { createHash } from "node:crypto";

import type { Finding } from "#core/base/finding.ts";

/**
 * Names for findings that survive edits elsewhere in the file: rule, path and the text concerned, never the line. Equal
 * findings in one file are told apart by their order.
 */
export function fingerprints(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ ruleId, place, message }) => {
    const text = (place.quote ?? message).replace(/\s+/g, " ").trim();
    const key = [ruleId, place.path, text].join("\n");
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return createHash("sha256").update(`${key}\n${occurrence}`).digest("hex").slice(0, 40);
  });
}
