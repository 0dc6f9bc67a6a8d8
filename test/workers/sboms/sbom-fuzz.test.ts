// Mutated SBOMs at the worker's anonymous door. 200 cases here; `npm run fuzz` takes 10,000, and 100,000 through the pure core.
import { env, exports } from "cloudflare:workers";
import * as fc from "fast-check";
import { expect, test } from "vitest";

import { mutatedSbom } from "../../core/sboms/checking/mutated-sboms.ts";

const CASES = Number(env.FUZZ_CASES) / 10;

test("no mutated SBOM gets another answer than a verdict", { timeout: 600_000 + CASES * 100 }, async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(mutatedSbom, async (text) => {
      count += 1;
      // Everybody may ask a few times only, so everybody else asks.
      const address = `10.${count >> 16}.${(count >> 8) & 255}.${count & 255}`;
      const response = await exports.default.fetch("https://stele.test/api/v1/validate/sboms", {
        method: "POST",
        headers: { "content-type": "application/json", "cf-connecting-ip": address },
        body: text,
      });
      const answer = await response.json();
      expect([200, 422]).toContain(response.status);
      expect(answer).toHaveProperty(response.status === 200 ? "valid" : "findings");
    }),
    { numRuns: CASES },
  );
});
