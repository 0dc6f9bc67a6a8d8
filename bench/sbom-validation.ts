/** How much more than `JSON.parse` the whole check of an SBOM costs, and that it grows no faster than its input. */
import { checkSbom, LOCAL_LIMITS } from "#core/sboms/checking/check-sbom.ts";

import { syntheticBom } from "../tooling/sboms/synthetic-bom.ts";
import { runBenches, type Bench } from "./harness.ts";

/** Components of the documents; about 370 bytes each, so 10 kB to 15 MB. */
const COMPONENT_COUNTS = [28, 280, 2_500, 10_000, 20_000, 40_000] as const;

/** `checkSbom` (bytes to verdict) against decoding and parsing the same bytes. */
export const benches: readonly Bench[] = COMPONENT_COUNTS.map((count) => {
  const bytes = new TextEncoder().encode(syntheticBom(count));
  return {
    name: `check SBOM, ${count.toLocaleString("en")} components, ${formatSize(bytes.length)}`,
    subject: async () => {
      const { isValid } = await checkSbom(bytes, { path: "bom.json", limits: LOCAL_LIMITS });
      if (!isValid) throw new Error("the benchmark's document is not valid");
    },
    peerName: "JSON.parse",
    peer: () => JSON.parse(new TextDecoder().decode(bytes)) as unknown,
    size: bytes.length,
    series: "check SBOM",
  };
});

function formatSize(bytes: number): string {
  return bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

if (import.meta.main) await runBenches("SBOM validation", benches, process.argv.slice(2));
