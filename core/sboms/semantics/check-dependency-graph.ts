import type { CycloneDxBom } from "../formats/cyclonedx/cyclonedx.ts";
import { findUnreached } from "../graph/find-unreached.ts";
import type { FindingReport } from "../checking/finding-report.ts";
import { quoteValue } from "../checking/quote-value.ts";
import { referenceGraphOf, type ReferenceGraph } from "../graph/reference-graph.ts";
import { findCycles } from "./find-cycles.ts";

const SOURCE = {
  clause: "CycloneDX, `dependencies`: the graph of direct and transitive relationships",
  url: "https://cyclonedx.org/docs/1.6/json/#dependencies",
} as const;

/** Names shown of a long list. */
const MAX_NAMES = 5;

/** The graph says what depends on what: circles are worth knowing, and components that nothing leads to are probably forgotten. */
export function checkDependencyGraph(bom: CycloneDxBom, report: FindingReport): void {
  if (bom.dependencies === undefined || bom.dependencies.length === 0) return;
  const graph = referenceGraphOf(bom);
  reportCycles(bom, graph, report);
  reportUnreachable(bom, graph, report);
}

function reportCycles(bom: CycloneDxBom, { references, numbers, edges }: ReferenceGraph, report: FindingReport): void {
  const cycles = findCycles(edges);
  if (cycles.length === 0) return;
  const entries = new Map((bom.dependencies ?? []).map(({ ref }, index) => [numbers.get(ref), index]));
  for (const cycle of cycles) {
    report.add("note", { ruleId: "sbom-dependency-cycle", cause: String(cycle[0]) }, () => ({
      message: `${nameSome(cycle.map((node) => references[node] ?? ""))} ${cycle.length === 1 ? "depends on itself" : "depend on each other in a circle"}`,
      pointer: `/dependencies/${cycle.map((node) => entries.get(node)).find((index) => index !== undefined) ?? 0}`,
      source: SOURCE,
    }));
  }
}

function reportUnreachable(bom: CycloneDxBom, { numbers }: ReferenceGraph, report: FindingReport): void {
  // Without an entry for the subject the graph says nothing about it.
  if (!numbers.has(bom.metadata?.component?.["bom-ref"] ?? "")) return;
  const unreached = findUnreached(bom);
  const [first] = unreached;
  if (first === undefined) return;
  const names = nameSome(unreached.map(({ component }) => component.name));
  report.add("note", { ruleId: "sbom-unreachable-component" }, () => ({
    message: `No dependency leads from the subject to ${names}, expected \`dependencies\` that reach every component`,
    pointer: first.pointer,
    source: SOURCE,
  }));
}

function nameSome(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).map(quoteValue).join(", ");
  return names.length > MAX_NAMES ? `${shown} and ${names.length - MAX_NAMES} more` : shown;
}
