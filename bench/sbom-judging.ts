/** SBOMs judged whole: checked, and by all profiles, as `stele sbom score` and the worker do it. */
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";

import { checkSbom, LOCAL_LIMITS } from "#core/sboms/checking/check-sbom.ts";
import { diffComponents } from "#core/sboms/diff/diff-components.ts";
import { PROFILES } from "#core/sboms/profiles/index.ts";
import { componentsOfContent, type SbomContent } from "#core/sboms/view/sbom-content.ts";

import { syntheticBom } from "../tooling/sboms/synthetic-bom.ts";
import { syntheticSpdx, syntheticSpdx3 } from "../tooling/sboms/synthetic-spdx.ts";
import { runBenches, type Bench } from "./harness.ts";

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function check(bytes: Uint8Array): Promise<SbomContent> {
  const outcome = await checkSbom(bytes, { path: "bom.json", limits: LOCAL_LIMITS });
  if (!outcome.isValid) throw new Error(`the benchmark's document is not valid: ${outcome.findings[0]?.message ?? ""}`);
  return outcome.content;
}

function judging(name: string, text: string): Bench {
  const bytes = encode(text);
  return {
    name: `check and profiles, ${name}, ${(bytes.length / 1e6).toFixed(1)} MB`,
    subject: async () => {
      const content = await check(bytes);
      for (const profile of PROFILES) profile.evaluate(content);
    },
    peerName: "JSON.parse",
    peer: () => JSON.parse(new TextDecoder().decode(bytes)) as unknown,
  };
}

/** The size of a real BOM of a large framework. */
const LIBRARY_BOM = syntheticBom(1_761);

async function againstLibrary(): Promise<Bench> {
  const bytes = encode(LIBRARY_BOM);
  const validator = new Validation.JsonValidator(Spec.Version.v1dot6);
  if ((await validator.validate(LIBRARY_BOM)) !== null) throw new Error("the library does not accept the document");
  return {
    name: "check SBOM, 1,761 components",
    subject: () => check(bytes),
    peerName: "the validator of cyclonedx-library",
    peer: () => validator.validate(LIBRARY_BOM),
  };
}

async function diffing(): Promise<Bench> {
  const later = syntheticBom(10_500).replaceAll('"version":"3.', '"version":"4.').replaceAll("@3.", "@4.");
  const before = componentsOfContent(await check(encode(syntheticBom(10_000))));
  const after = componentsOfContent(await check(encode(later)));
  return {
    name: "diff of two SBOMs, 10,000 components",
    subject: () => diffComponents(before, after),
    peerName: "two sets of package URLs",
    peer: () => [before, after].map((components) => new Set(components.map(({ purl }) => purl))),
  };
}

/** Every document judged whole, the validation against the library's, and a diff. */
export const benches: readonly Bench[] = [
  judging("CycloneDX, 1,761 components", LIBRARY_BOM),
  judging("CycloneDX, 24,000 components", syntheticBom(24_000)),
  judging("CycloneDX, 40,000 components", syntheticBom(40_000)),
  judging("SPDX 2.3, 7,500 packages", syntheticSpdx(7_500)),
  judging("SPDX 3.0.1, 860 elements", syntheticSpdx3(860)),
  await againstLibrary(),
  await diffing(),
];

if (import.meta.main) await runBenches("SBOM judging", benches, process.argv.slice(2));
