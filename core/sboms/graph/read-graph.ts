import type { CycloneDxBom } from "../formats/cyclonedx/cyclonedx.ts";
import type { SbomComponent } from "../view/list-components.ts";
import { componentsOfContent, subjectOfContent, type SbomContent } from "../view/sbom-content.ts";
import type { SpdxDocument } from "../formats/spdx2/spdx.ts";
import { partsOf } from "../formats/spdx3/document-parts.ts";
import { idOf, type Spdx3Document, type Spdx3Node } from "../formats/spdx3/graph.ts";
import type { DependencyGraph } from "./dependency-graph.ts";
import { GraphBuilder } from "./graph-builder.ts";
import { isNeedOfSpdx3, needOfSpdx2, type Need } from "./relation-types.ts";

/** The dependency graph of a checked document. Linear in its size, without recursion; never throws. */
export function readDependencyGraph(content: SbomContent): DependencyGraph {
  const components = componentsOfContent(content);
  const subject = subjectOfContent(content);
  const builder = new GraphBuilder(components.length);
  if (subject?.bomRef !== undefined) builder.name(subject.bomRef, components.length);
  for (const [number, { bomRef }] of components.entries()) if (bomRef !== undefined) builder.name(bomRef, number);
  switch (content.kind) {
    case "CycloneDX":
      readCycloneDx(content.document, components, builder);
      break;
    case "SPDX":
      readSpdx(content.document, subject === undefined, components.length, builder);
      break;
    case "SPDX3":
      readSpdx3(content.document, subject === undefined, components.length, builder);
      break;
  }
  return builder.build();
}

function readCycloneDx(bom: CycloneDxBom, components: readonly SbomComponent[], builder: GraphBuilder): void {
  const root = components.length;
  const numbers = new Map(components.map(({ pointer }, number) => [pointer, number]));
  numbers.set("/metadata/component", root);
  for (const [number, { parentPointer }] of components.entries()) {
    const parent = parentPointer === undefined ? undefined : numbers.get(parentPointer);
    if (parent !== undefined) builder.contain(parent, number);
  }
  for (const { ref, dependsOn = [], provides = [] } of bom.dependencies ?? []) {
    builder.state();
    const source = builder.nodeOf(ref);
    for (const target of dependsOn) builder.connect(source, builder.nodeOf(target));
    for (const target of provides) builder.connect(source, builder.nodeOf(target));
  }
}

function readSpdx(document: SpdxDocument, isRootDocument: boolean, root: number, builder: GraphBuilder): void {
  // Where the document describes several packages, it is their root itself.
  if (isRootDocument) builder.name(document.SPDXID, root);
  const nodeOf = (id: string): number | undefined =>
    // Files and snippets are not shown; what another document says is.
    builder.find(id) ?? (id.startsWith("DocumentRef-") ? builder.nodeOf(id) : undefined);
  for (const relationship of document.relationships ?? []) {
    const need = needOfSpdx2(relationship) ?? descriptionOf(relationship);
    if (need !== undefined) connect(nodeOf(need.source), nodeOf(need.target), builder);
  }
  if (!isRootDocument) return;
  for (const id of document.documentDescribes ?? []) connect(root, nodeOf(id), builder);
}

/** What the document describes hangs at the document, which is the root where it describes several packages. */
function descriptionOf(relationship: NonNullable<SpdxDocument["relationships"]>[number]): Need | undefined {
  const { spdxElementId, relatedSpdxElement, relationshipType } = relationship;
  if (relationshipType === "DESCRIBES") return { source: spdxElementId, target: relatedSpdxElement };
  return relationshipType === "DESCRIBED_BY" ? { source: relatedSpdxElement, target: spdxElementId } : undefined;
}

function readSpdx3(document: Spdx3Document, isRootDocument: boolean, root: number, builder: GraphBuilder): void {
  const { graph, sbom, about } = partsOf(document);
  const collection = sbom ?? about;
  if (isRootDocument && collection !== undefined) {
    for (const element of graph.objectsOf(collection, "rootElement")) connect(root, find(element, builder), builder);
  }
  for (const one of graph.nodes) {
    const source = find(one, builder);
    if (source === undefined) continue;
    for (const { type, targets } of graph.relationsFrom(one)) {
      if (!isNeedOfSpdx3(type) && type !== "describes") continue;
      for (const target of targets) connect(source, builder.find(target), builder);
    }
  }
}

function find({ node }: Spdx3Node, builder: GraphBuilder): number | undefined {
  const id = idOf(node);
  return id === undefined ? undefined : builder.find(id);
}

function connect(source: number | undefined, target: number | undefined, builder: GraphBuilder): void {
  if (source !== undefined && target !== undefined) builder.connect(source, target);
}
