import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { checkFiles } from "#core/standards/checking/check-files.ts";
import { applyFixes } from "#core/standards/editing/apply-fixes.ts";
import { DEFAULT_CONFIGURATION, type CheckConfiguration } from "#core/standards/checking/check-config.ts";
import { PROFILES } from "#core/standards/checking/profiles/index.ts";
import type { Finding } from "#core/base/finding.ts";
import { createLineIndex } from "#core/base/text/line-index.ts";

import { documentPath, documentText } from "../documents/document-arbitrary.ts";

const STRICT: CheckConfiguration = {
  ...DEFAULT_CONFIGURATION,
  settings: { ...DEFAULT_CONFIGURATION.settings, profile: PROFILES.strict },
};

const trees = fc.uniqueArray(fc.record({ path: documentPath, text: documentText }), {
  selector: ({ path }) => path,
  minLength: 1,
  maxLength: 4,
});

describe("whatever documents hold", () => {
  test("no rule throws, and every place lies inside its file", async () => {
    await fc.assert(
      fc.asyncProperty(trees, async (tree) => {
        for (const finding of await findingsOf(tree)) {
          const text = tree.find(({ path }) => path === finding.place.path)?.text ?? "";
          expect(isInside(finding, text), `${finding.ruleId}: ${JSON.stringify(finding.place)}`).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("the edits of applied fixes never overlap, and lie inside the text", async () => {
    await fc.assert(
      fc.asyncProperty(trees, async (tree) => {
        const findings = await findingsOf(tree);
        for (const { path, text } of tree) {
          const { applied } = applyFixes(text, of(path, findings));
          const edits = applied
            .flatMap(({ fix }) => fix?.edits ?? [])
            .sort((a, b) => a.start - b.start || a.end - b.end);
          for (const [index, edit] of edits.entries()) {
            expect(edit.start).toBeGreaterThanOrEqual(edits[index - 1]?.end ?? 0);
            expect(edit.end).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("repairs come to an end", async () => {
    await fc.assert(
      fc.asyncProperty(trees, async (tree) => {
        let current = tree;
        for (let round = 0; round < 10; round += 1) {
          const findings = await findingsOf(current);
          if (findings.every(({ fix }) => fix === undefined)) return;
          current = current.map(({ path, text }) => ({ path, text: applyFixes(text, of(path, findings)).text }));
        }
        const left = (await findingsOf(current)).filter(({ fix }) => fix !== undefined);
        expect(left.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

async function findingsOf(tree: readonly { path: string; text: string }[]): Promise<readonly Finding[]> {
  const encoder = new TextEncoder();
  const files = tree.map(({ path, text }) => ({ path, bytes: encoder.encode(text) }));
  return (await checkFiles(files, { configuration: STRICT, isComplete: true })).findings;
}

function of(path: string, findings: readonly Finding[]): Finding[] {
  return findings.filter(({ place }) => place.path === path);
}

function isInside({ place: { start, end } }: Finding, text: string): boolean {
  const last = createLineIndex(text).positionAt(text.length);
  const isOrdered = start.line < end.line || (start.line === end.line && start.column <= end.column);
  const ends = end.line < last.line || (end.line === last.line && end.column <= last.column);
  return isOrdered && ends && start.line >= 1 && start.column >= 1;
}
