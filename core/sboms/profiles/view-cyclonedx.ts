import type { CycloneDxBom, CycloneDxComponent, CycloneDxOrganization, CycloneDxTool } from "../cyclonedx.ts";
import { placeComponents, type PlacedComponent } from "../place-components.ts";
import { referenceGraphOf } from "../reference-graph.ts";
import type { ComponentView, DocumentView } from "./document-view.ts";
import { versionFromPurl } from "./version-from-purl.ts";
import { stateAny, stateIf, stateText } from "./statement.ts";
import type { Statement } from "./profile.ts";

/** The view of a CycloneDX document. */
export function viewCycloneDx(bom: CycloneDxBom): DocumentView {
  const { metadata = {}, serialNumber, version, signature } = bom;
  const tools = toolsOf(metadata.tools);
  return {
    format: "CycloneDX",
    author: stateAny([
      ...(metadata.authors ?? []).map(({ name, email }) => stateAny([stateText(name), stateText(email)])),
      stateOrganization(metadata.manufacturer),
    ]),
    signature: stateIf(signature !== undefined),
    timestamp: stateText(metadata.timestamp),
    toolName: stateAny(tools.map(({ name }) => stateText(name))),
    toolVersion: stateAny(tools.map((tool) => stateText(tool.version))),
    generationContext: stateAny((metadata.lifecycles ?? []).map(({ phase, name }) => stateText(phase ?? name))),
    documentVersion: stateIf(serialNumber !== undefined && version !== undefined),
    subject: stateText(metadata.component?.name),
    topLevel: stateTopLevel(bom),
    components: viewComponents(bom),
  };
}

/** Something under the subject, or a composition that says how complete nothing is. */
function stateTopLevel({ metadata = {}, dependencies = [], compositions = [] }: CycloneDxBom): Statement {
  const { "bom-ref": reference, components = [] } = metadata.component ?? {};
  if (components.length > 0) return "present";
  if (reference === undefined) return "missing";
  if (dependencies.some(({ ref, dependsOn = [] }) => ref === reference && dependsOn.length > 0)) return "present";
  const said = compositions.filter(({ assemblies = [], dependencies: named = [] }) =>
    [...assemblies, ...named].includes(reference),
  );
  if (said.some(({ aggregate }) => aggregate === "complete")) return "present";
  return said.length > 0 ? "unknown" : "missing";
}

function toolsOf(tools: readonly CycloneDxTool[] | { readonly components?: readonly CycloneDxTool[] } = []) {
  return "length" in tools ? tools : (tools.components ?? []);
}

function stateOrganization(organization: CycloneDxOrganization | undefined): Statement {
  if (organization === undefined) return "missing";
  const { name, url = [], contact = [] } = organization;
  return stateAny([stateText(name), ...url.map(stateText), ...contact.map((person) => stateText(person.email))]);
}

function viewComponents(bom: CycloneDxBom): readonly ComponentView[] {
  const stateDependencies = dependencyReader(bom);
  return placeComponents(bom).map((placed) =>
    viewComponent(placed.component, placed.pointer, stateDependencies(placed)),
  );
}

function viewComponent(component: CycloneDxComponent, pointer: string, dependencies: Statement): ComponentView {
  const { name, version, supplier, manufacturer, publisher, licenses = NONE, hashes = NONE } = component;
  const ofSupplier = stateOrganization(supplier);
  return {
    pointer,
    name: stateText(name),
    version: stateText(version),
    versionRepair: version === undefined ? versionFromPurl(component.purl, `${pointer}/version`) : undefined,
    producer: stateAny([stateOrganization(manufacturer), ofSupplier, stateText(publisher)]),
    supplier: ofSupplier,
    identifier: stateIdentifiers(component),
    hash: hashes.length === 0 ? "missing" : stateAny(hashes.map(({ content }) => stateText(content))),
    license: stateAny(licenses.map(({ license, expression }) => stateText(expression ?? license?.id ?? license?.name))),
    dependencies,
  };
}

const NONE: readonly never[] = [];

/** Nearly all components have a purl, which is enough. */
function stateIdentifiers({ purl, cpe, swid, swhid = NONE, omniborId = NONE }: CycloneDxComponent): Statement {
  const ofPurl = stateText(purl);
  if (ofPurl === "present") return ofPurl;
  return stateAny([ofPurl, ...[cpe, swid?.tagId, ...swhid, ...omniborId].map(stateText)]);
}

/** An entry in `dependencies` says it, a composition that is not complete says that it is not known. */
function dependencyReader(bom: CycloneDxBom): (placed: PlacedComponent) => Statement {
  const { isListed } = referenceGraphOf(bom);
  const unknown = new Set(
    (bom.compositions ?? [])
      .filter(({ aggregate }) => aggregate !== "complete")
      .flatMap(({ dependencies = [], assemblies = [] }) => [...dependencies, ...assemblies]),
  );
  return ({ component: { "bom-ref": reference = "" }, node }) => {
    if (isListed(node)) return "present";
    return unknown.has(reference) ? "unknown" : "missing";
  };
}
