/** What is stored of an SBOM beside its bytes. */
import { jsonPatch } from "#core/base/stored/finding-shape.ts";
import {
  either,
  flag,
  list,
  number,
  object,
  oneOf,
  optional,
  pair,
  text,
  whole,
  type Shape,
} from "#core/base/stored/shape.ts";
import type { Severity } from "#core/base/finding.ts";

import {
  CYCLONEDX_VERSIONS,
  SPDX_VERSIONS,
  type CycloneDxFormat,
  type SbomFormat,
  type Spdx3Format,
  type SpdxFormat,
} from "../checking/sbom-format.ts";
import type { CycloneDxHash } from "../formats/cyclonedx/cyclonedx.ts";
import type { DependencyGraph } from "../graph/dependency-graph.ts";
import type { RulePlace } from "../profiles/evaluate-profile.ts";
import type { Remedy, Wording } from "../profiles/profile.ts";
import type { ProfileJson, RuleJson } from "../profiles/profile-json.ts";
import type { SbomSubject } from "./sbom-record.ts";
import type { ComponentsSummary, Tally } from "./summarize-components.ts";

/** A format in a version that we check. */
export const sbomFormat: Shape<SbomFormat> = either(
  object<CycloneDxFormat>({ name: oneOf("CycloneDX"), version: oneOf(...CYCLONEDX_VERSIONS) }),
  either(
    object<SpdxFormat>({ name: oneOf("SPDX"), version: oneOf(...SPDX_VERSIONS) }),
    object<Spdx3Format>({ name: oneOf("SPDX"), version: oneOf("3.0.1") }),
  ),
);

/** What an SBOM is about; without a name where it does not say. */
export const sbomSubject: Shape<Partial<SbomSubject>> = object<Partial<SbomSubject>>({
  bomRef: optional(text),
  name: optional(text),
  version: optional(text),
  purl: optional(text),
});

/** How many findings of each severity. */
export const findingCounts: Shape<Readonly<Record<Severity, number>>> = object<Readonly<Record<Severity, number>>>({
  error: whole,
  warning: whole,
  note: whole,
});

/** Licenses of a component. */
export const licenseTexts: Shape<readonly string[]> = list(text);

/** Hashes of a component. */
export const componentHashes: Shape<readonly CycloneDxHash[]> = list(
  object<CycloneDxHash>({ alg: text, content: text }),
);

const tallies: Shape<readonly Tally[]> = list(pair(text, number));

/** What the components are, at a glance. */
export const componentsSummary: Shape<ComponentsSummary> = object<ComponentsSummary>({
  licenses: tallies,
  licenseCount: whole,
  unlicensed: whole,
  ecosystems: tallies,
  withoutPurl: whole,
  types: tallies,
});

/** What needs what. */
export const dependencyGraph: Shape<DependencyGraph> = object<DependencyGraph>({
  componentCount: whole,
  edges: list(list(whole)),
  others: list(text),
  isStated: flag,
});

const wording = object<Wording>({ en: text, de: text });
const places = list(object<RulePlace>({ pointer: text, reason: optional(wording) }));

const rule = object<RuleJson>({
  id: text,
  title: wording,
  clause: text,
  tier: oneOf("required", "additional", "optional"),
  remedy: object<Remedy>({ CycloneDX: wording, SPDX: wording, SPDX3: optional(wording) }),
  share: optional(number),
  places,
  notes: places,
  patch: optional(jsonPatch),
  present: whole,
  unknown: whole,
  withheld: whole,
  missing: whole,
  wrong: whole,
  absent: whole,
  exempt: whole,
});

/** What the profiles said of an SBOM. */
export const profileResults: Shape<readonly ProfileJson[]> = list(
  object<ProfileJson>({
    id: text,
    title: text,
    url: text,
    caveat: optional(text),
    satisfied: flag,
    score: number,
    grade: oneOf("A", "B", "C", "D", "E"),
    remarks: list(wording),
    rules: list(rule),
  }),
);
