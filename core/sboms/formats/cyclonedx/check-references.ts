import { walkObjects } from "#core/base/json/walk-objects.ts";

import { bomRefsOf } from "./bom-refs.ts";
import type { CycloneDxBom } from "./cyclonedx.ts";
import type { FindingReport } from "../../checking/finding-report.ts";
import { referenceGraphOf } from "../../graph/reference-graph.ts";
import { quoteValue } from "../../checking/quote-value.ts";

const BOM_REF_SOURCE = {
  clause: "CycloneDX, `bom-ref`: every bom-ref must be unique within the BOM",
  url: "https://cyclonedx.org/docs/1.6/json/#components_items_bom-ref",
} as const;

const REFERENCE_SOURCE = {
  clause: "CycloneDX, `refLinkType`: an element identified by its bom-ref in the same document",
  url: "https://cyclonedx.org/docs/1.6/json/#dependencies",
} as const;

/** References by `bom-ref`: each defined once, each use leading somewhere. Linear time, without recursion. */
export function checkReferences(bom: CycloneDxBom, report: FindingReport): void {
  const { repeated } = bomRefsOf(bom);
  if (repeated.size > 0) reportRepeated(bom, repeated, report);
  const { dangling } = referenceGraphOf(bom);
  if (dangling.size > 0) reportDangling(bom, dangling, report);
}

/** Only documents with a repeated `bom-ref` pay for a second walk with pointers. */
function reportRepeated(bom: CycloneDxBom, repeated: ReadonlySet<string>, report: FindingReport): void {
  const firstPointers = new Map<string, string>();
  walkObjects(bom, (object, pointer) => {
    const bomRef = object["bom-ref"];
    if (typeof bomRef !== "string" || !repeated.has(bomRef)) return;
    const first = firstPointers.get(bomRef);
    if (first === undefined) {
      firstPointers.set(bomRef, pointer());
      return;
    }
    // The dependency graph is ambiguous only between components and services; an official example repeats a workspace.
    const severity = isGraphNode(pointer()) && isGraphNode(first) ? "error" : "warning";
    report.add(severity, { ruleId: "sbom-bom-ref-unique", cause: bomRef }, () => ({
      message: `\`bom-ref\` ${quoteValue(bomRef)} belongs to ${quoteValue(first)} already, expected a reference of its own`,
      pointer: `${pointer()}/bom-ref`,
      source: BOM_REF_SOURCE,
    }));
  });
}

function isGraphNode(pointer: string): boolean {
  return /(?:^\/metadata\/component|\/(?:components|services)\/\d+)$/.test(pointer);
}

/** Only documents with a reference that leads nowhere pay for looking where it stands. */
function reportDangling(bom: CycloneDxBom, dangling: ReadonlySet<string>, report: FindingReport): void {
  for (const [index, { ref, dependsOn, provides }] of (bom.dependencies ?? []).entries()) {
    if (dangling.has(ref)) reportNowhere(ref, `/dependencies/${index}/ref`, report);
    reportDanglingIn(dependsOn, `/dependencies/${index}/dependsOn`, dangling, report);
    reportDanglingIn(provides, `/dependencies/${index}/provides`, dangling, report);
  }
}

function reportDanglingIn(
  references: readonly string[] | undefined,
  pointer: string,
  dangling: ReadonlySet<string>,
  report: FindingReport,
): void {
  for (const [place, reference] of (references ?? []).entries()) {
    if (dangling.has(reference)) reportNowhere(reference, `${pointer}/${place}`, report);
  }
}

function reportNowhere(reference: string, pointer: string, report: FindingReport): void {
  report.add("warning", { ruleId: "sbom-reference-resolves" }, () => ({
    message: `${quoteValue(reference)} is no \`bom-ref\` of this document, expected a reference to something in it`,
    pointer,
    source: REFERENCE_SOURCE,
  }));
}
