// Mutated SBOMs through every check, profile and repair. 1,000 cases here; `npm run fuzz` takes 100,000.
import * as fc from "fast-check";
import { expect, test } from "vitest";

import { checkSbom } from "#core/sboms/checking/check-sbom.ts";
import { PROFILES } from "#core/sboms/profiles/index.ts";
import { repairsOf } from "#core/sboms/checking/repair-sbom.ts";
import { recordComponents, describeContent } from "#core/sboms/records/sbom-record.ts";
import { applyPatch } from "#core/base/json/json-patch.ts";

import { mutatedSbom } from "./mutated-sboms.ts";

const CASES = Number(process.env["FUZZ_CASES"] ?? "1000");
/** What no document of a few kilobytes may take, on the slowest machine. */
const HANG_IN_MS = 5000;

test(
  "no mutated SBOM crashes or hangs the checks, and what can be repaired fits",
  { timeout: 600_000 + CASES * 20 },
  async () => {
    let valid = 0;
    await fc.assert(
      fc.asyncProperty(mutatedSbom, async (text) => {
        const startedAt = performance.now();
        const bytes = new TextEncoder().encode(text);
        const check = await checkSbom(bytes, { path: "bom.json" });
        expect(check.isValid).toBe(check.counts.error === 0);
        const patch = repairsOf(check.findings);
        // Half a pair of surrogates is no character that bytes can hold: what was sent is what the bytes say.
        const sent = new TextDecoder().decode(bytes);
        if (patch.length > 0) expect(applyPatch(JSON.parse(sent), patch)).toMatchObject({ ok: true });
        if (check.isValid) {
          valid += 1;
          const { content } = check;
          describeContent(content);
          recordComponents(content);
          for (const profile of PROFILES) {
            const { score, rules } = profile.evaluate(content);
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(100);
            for (const { patch: repair } of rules) {
              if (repair !== undefined) expect(applyPatch(content.document, repair)).toMatchObject({ ok: true });
            }
          }
        }
        expect(performance.now() - startedAt).toBeLessThan(HANG_IN_MS);
      }),
      { numRuns: CASES },
    );
    // Mutations that are all refused at the first stage would prove little.
    expect(valid).toBeGreaterThan(CASES / 20);
  },
);
