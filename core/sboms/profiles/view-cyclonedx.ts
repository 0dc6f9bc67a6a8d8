import { childPointer } from "#core/json/json-pointer.ts";

import type { CycloneDxBom, CycloneDxComponent, CycloneDxOrganization, CycloneDxTool } from "../cyclonedx.ts";
import type { ComponentView, DocumentView } from "./document-view.ts";
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
  const { name, url = [], contact = [] } = organization ?? {};
  return stateAny([stateText(name), ...url.map(stateText), ...contact.map((person) => stateText(person.email))]);
}

/** Components without recursion, the ones inside behind the one around them. */
function viewComponents(bom: CycloneDxBom): readonly ComponentView[] {
  const stateDependencies = dependencyReader(bom);
  const views: ComponentView[] = [];
  const pending: { readonly component: CycloneDxComponent; readonly pointer: string }[] = [];
  const plan = (components: readonly CycloneDxComponent[] = [], pointer: string): void => {
    for (let index = components.length - 1; index >= 0; index -= 1) {
      const component = components[index];
      if (component !== undefined) pending.push({ component, pointer: childPointer(`${pointer}/components`, index) });
    }
  };
  plan(bom.components, "");
  const subject = bom.metadata?.component;
  if (subject !== undefined) pending.push({ component: subject, pointer: "/metadata/component" });
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    views.push({ ...viewComponent(next.component, next.pointer), dependencies: stateDependencies(next.component) });
    plan(next.component.components, next.pointer);
  }
  return views;
}

function viewComponent(component: CycloneDxComponent, pointer: string): Omit<ComponentView, "dependencies"> {
  const { name, version, supplier, manufacturer, publisher, purl, cpe, swid, swhid = [], omniborId = [] } = component;
  const { licenses = [], hashes = [] } = component;
  return {
    pointer,
    name: stateText(name),
    version: stateText(version),
    producer: stateAny([stateOrganization(manufacturer), stateOrganization(supplier), stateText(publisher)]),
    supplier: stateOrganization(supplier),
    identifier: stateAny([purl, cpe, swid?.tagId, ...swhid, ...omniborId].map(stateText)),
    hash: stateAny(hashes.map(({ content }) => stateText(content))),
    license: stateAny(licenses.map(({ license, expression }) => stateText(expression ?? license?.id ?? license?.name))),
  };
}

/** An entry in `dependencies` says it, a composition that is not complete says that it is not known. */
function dependencyReader(bom: CycloneDxBom): (component: CycloneDxComponent) => Statement {
  const stated = new Set((bom.dependencies ?? []).map(({ ref }) => ref));
  const unknown = new Set(
    (bom.compositions ?? [])
      .filter(({ aggregate }) => aggregate !== "complete")
      .flatMap(({ dependencies = [], assemblies = [] }) => [...dependencies, ...assemblies]),
  );
  return ({ "bom-ref": reference = "" }) => {
    if (stated.has(reference)) return "present";
    return unknown.has(reference) ? "unknown" : "missing";
  };
}
