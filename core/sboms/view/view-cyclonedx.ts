import type {
  CycloneDxBom,
  CycloneDxComponent,
  CycloneDxOrganization,
  CycloneDxTool,
} from "../formats/cyclonedx/cyclonedx.ts";
import { placeComponents, type PlacedComponent } from "./place-components.ts";
import { referenceGraphOf } from "../graph/reference-graph.ts";
import type { ComponentView, DocumentView } from "./document-view.ts";
import { versionFromPurl } from "./version-from-purl.ts";
import { judgeSignature } from "./judge-signature.ts";
import { stateHashes } from "./state-hashes.ts";
import { stateRelations, stateTopLevel, type RelationFacts } from "./state-relations.ts";
import { stateAny, stateIf, stateText } from "./statement.ts";
import type { Statement } from "../profiles/profile.ts";

/** The view of a CycloneDX document. */
export function viewCycloneDx(bom: CycloneDxBom): DocumentView {
  const { metadata = {}, serialNumber, version, signature } = bom;
  const tools = toolsOf(metadata.tools);
  const placed = placeComponents(bom);
  const [first] = placed;
  const relationsOf = relationReader(bom);
  return {
    format: "CycloneDX",
    author: stateAny([
      ...(metadata.authors ?? []).map(({ name, email }) => stateAny([stateText(name), stateText(email)])),
      stateOrganization(metadata.manufacturer),
    ]),
    signature: judgeSignature(signature),
    timestamp: stateText(metadata.timestamp),
    toolName: stateAny(tools.map(({ name }) => stateText(name))),
    toolVersion: stateAny(tools.map((tool) => stateText(tool.version))),
    generationContext: stateAny((metadata.lifecycles ?? []).map(({ phase, name }) => stateText(phase ?? name))),
    documentVersion: stateIf(serialNumber !== undefined && version !== undefined),
    subject: stateText(metadata.component?.name),
    topLevel: metadata.component === undefined || first === undefined ? "missing" : stateTopLevel(relationsOf(first)),
    components: placed.map((one) => viewComponent(one.component, one.pointer, stateRelations(relationsOf(one)))),
  };
}

function toolsOf(tools: NonNullable<CycloneDxBom["metadata"]>["tools"] = []): readonly CycloneDxTool[] {
  return "length" in tools ? tools : [...(tools.components ?? []), ...(tools.services ?? [])];
}

function stateOrganization(organization: CycloneDxOrganization | undefined): Statement {
  if (organization === undefined) return "missing";
  const { name, url = [], contact = [] } = organization;
  return stateAny([stateText(name), ...url.map(stateText), ...contact.map((person) => stateText(person.email))]);
}

function viewComponent(component: CycloneDxComponent, pointer: string, dependencies: Statement): ComponentView {
  const { name, version, supplier, licenses = NONE, hashes = NONE } = component;
  const ofSupplier = stateOrganization(supplier);
  return {
    pointer,
    name: stateText(name),
    version: stateText(version),
    versionRepair: version === undefined ? versionFromPurl(component.purl, `${pointer}/version`) : undefined,
    producer: stateProducer(component, ofSupplier),
    supplier: ofSupplier,
    identifier: stateIdentifiers(component),
    hash: stateHashes(
      hashes.map(({ alg, content }) => [alg, content]),
      component.type === "file",
    ),
    license: stateAny(licenses.map(({ license, expression }) => stateText(expression ?? license?.id ?? license?.name))),
    dependencies,
  };
}

const NONE: readonly never[] = [];

/** Whoever made it: one answer is enough. */
function stateProducer(component: CycloneDxComponent, ofSupplier: Statement): Statement {
  if (ofSupplier === "present") return ofSupplier;
  const { manufacturer, publisher, author, authors = NONE } = component;
  const people = authors.map(({ name, email }) => stateText(name ?? email));
  return stateAny([ofSupplier, stateOrganization(manufacturer), stateText(publisher), stateText(author), ...people]);
}

/** Nearly all components have a purl, which is enough. */
function stateIdentifiers({ purl, cpe, swid, swhid = NONE, omniborId = NONE }: CycloneDxComponent): Statement {
  const ofPurl = stateText(purl);
  if (ofPurl === "present") return ofPurl;
  return stateAny([ofPurl, ...[cpe, swid?.tagId, ...swhid, ...omniborId].map(stateText)]);
}

/** What the entries of `dependencies`, the components inside one another and the compositions say of a component. */
function relationReader(bom: CycloneDxBom): (placed: PlacedComponent) => RelationFacts {
  const { edges, isListed, isTarget } = referenceGraphOf(bom);
  const { complete, open } = composed(bom);
  return ({ component: { "bom-ref": reference = "", components = NONE }, node, parent }) => ({
    hasTargets: components.length > 0 || (edges[node] ?? NONE).length > 0,
    isTarget: parent !== undefined || isTarget(node),
    isListedEmpty: isListed(node),
    saysNone: complete.has(reference),
    saysUnknown: open.has(reference),
  });
}

/** References of which a composition says that nothing is left out, or that something may be. */
function composed({ compositions = NONE }: CycloneDxBom) {
  const complete = new Set<string>();
  const open = new Set<string>();
  for (const { aggregate, dependencies = NONE, assemblies = NONE } of compositions) {
    const set = aggregate === "complete" ? complete : open;
    for (const reference of dependencies) set.add(reference);
    for (const reference of assemblies) set.add(reference);
  }
  return { complete, open };
}
