import { expect, test } from "vitest";

import { readStored, readStoredJson } from "#core/base/stored/read-stored.ts";
import { checkSbom } from "#core/sboms/checking/check-sbom.ts";
import { readDependencyGraph } from "#core/sboms/graph/read-graph.ts";
import { PROFILES } from "#core/sboms/profiles/index.ts";
import { profileJson } from "#core/sboms/profiles/profile-json.ts";
import { describeContent, recordComponents } from "#core/sboms/records/sbom-record.ts";
import {
  componentHashes,
  componentsSummary,
  dependencyGraph,
  findingCounts,
  licenseTexts,
  profileResults,
  sbomFormat,
  sbomSubject,
} from "#core/sboms/records/stored-sbom.ts";
import { summarizeComponents } from "#core/sboms/records/summarize-components.ts";

import { expectTotal } from "../../base/stored/damage.ts";

const BYTES = new TextEncoder().encode(
  JSON.stringify({
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: { type: "application", "bom-ref": "app", name: "App", version: "1.0" } },
    components: ["a", "b"].map((name) => ({
      type: "library",
      "bom-ref": name,
      name,
      version: "1.0",
      purl: `pkg:npm/${name}@1.0`,
      licenses: [{ license: { id: "MIT" } }],
      hashes: [{ alg: "SHA-256", content: "00".repeat(32) }],
    })),
    dependencies: [
      { ref: "app", dependsOn: ["a", "b"] },
      { ref: "a", dependsOn: ["b"] },
    ],
  }),
);
const check = await checkSbom(BYTES, { path: "app.cdx.json" });
if (!check.isValid) throw new Error("the sample is not valid");
const { content } = check;

const throughStore = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test("what is kept of an SBOM comes back as it was", () => {
  const components = recordComponents(content);
  const kept = [
    [dependencyGraph, readDependencyGraph(content)],
    [profileResults, PROFILES.map((profile) => profileJson(profile.evaluate(content)))],
    [componentsSummary, summarizeComponents(components)],
    [licenseTexts, components[0]?.licenses],
    [componentHashes, components[0]?.hashes],
    [sbomSubject, describeContent(content).subject],
    [sbomSubject, {}],
    [findingCounts, { error: 0, warning: 1, note: 2 }],
    [sbomFormat, { name: "SPDX", version: "3.0.1" }],
  ] as const;
  for (const [shape, value] of kept) {
    const stored = throughStore(value);
    expect(shape.mismatch(stored)).toBeUndefined();
    expect(stored).toEqual(value);
  }
});

test("a version of another format is refused", () => {
  expect(() => readStored("A format", sbomFormat, { name: "CycloneDX", version: "2.3" })).toThrow(
    "A format cannot be read",
  );
});

test("damaged graphs, results of profiles and summaries are read as what they are or refused", () => {
  expectTotal(
    [readDependencyGraph(content)],
    (json) => readStoredJson("A graph", dependencyGraph, json),
    ({ componentCount, edges, others }) => [
      componentCount.toFixed(),
      edges.map((nodes) => nodes.map((node) => node.toFixed())),
      others.map((other) => other.trim()),
    ],
  );
  expectTotal(
    [PROFILES.map((profile) => profileJson(profile.evaluate(content)))],
    (json) => readStoredJson("Results", profileResults, json),
    (profiles) =>
      profiles.map(({ id, score, grade, remarks, rules }) => [
        id.trim() + score.toFixed() + grade.trim(),
        remarks.map(({ en, de }) => en.trim() + de.trim()),
        rules.map((rule) => [
          rule.remedy.SPDX.en.trim() + rule.title.de.trim() + rule.missing.toFixed() + (rule.share?.toFixed() ?? ""),
          rule.places.map(({ pointer, reason }) => pointer.trim() + (reason?.en.trim() ?? "")),
        ]),
      ]),
  );
  expectTotal(
    [summarizeComponents(recordComponents(content))],
    (json) => readStoredJson("A summary", componentsSummary, json),
    ({ licenses, types, unlicensed }) => [
      [...licenses, ...types].map(([value, count]) => value.trim() + count.toFixed()),
      unlicensed.toFixed(),
    ],
  );
});
