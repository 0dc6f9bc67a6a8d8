import type { CycloneDxBom, CycloneDxService } from "../formats/cyclonedx/cyclonedx.ts";
import { partsOf } from "../formats/spdx3/document-parts.ts";
import { textOf } from "../formats/spdx3/graph.ts";
import { readDependencyGraph } from "../graph/read-graph.ts";
import type { DependencyGraph } from "../graph/dependency-graph.ts";
import { placeComponents } from "../view/place-components.ts";
import { componentsOfContent, subjectOfContent, type SbomContent } from "../view/sbom-content.ts";
import type { ComparedComponent } from "./diff-components.ts";
import type { NamedPart } from "./diff-parts.ts";
import { readOthers, type OtherMembers } from "./other-members.ts";
import { sortedJson } from "./sorted-json.ts";

/** One of the two documents, as far as it is at hand. */
export interface ComparedSide {
  readonly subject: ComparedComponent | undefined;
  readonly components: readonly ComparedComponent[];
  readonly graph: DependencyGraph;
  /** Absent where only what is stored of the document is compared. */
  readonly details?: ComparedDetails;
}

/** What only the document itself says. */
interface ComparedDetails {
  readonly kind: SbomContent["kind"];
  readonly services: readonly NamedPart[];
  readonly vulnerabilities: readonly NamedPart[];
  readonly others: OtherMembers;
}

/** A checked document as a side. */
export function sideOfContent(content: SbomContent): ComparedSide {
  const supplierOf = readSuppliers(content);
  const withSupplier = (component: ComparedComponent): ComparedComponent => {
    const supplier = supplierOf(component.pointer);
    return supplier === undefined ? component : { ...component, supplier };
  };
  const subject = subjectOfContent(content);
  return {
    subject: subject === undefined ? undefined : withSupplier(subject),
    components: componentsOfContent(content).map(withSupplier),
    graph: readDependencyGraph(content),
    details: {
      kind: content.kind,
      services: content.kind === "CycloneDX" ? listServices(content.document) : [],
      vulnerabilities: listVulnerabilities(content),
      others: readOthers(content),
    },
  };
}

/** Who delivers a component, by its pointer. SPDX 2 says what they are before the name. */
function readSuppliers(content: SbomContent): (pointer: string) => string | undefined {
  const names = new Map<string, string>();
  const note = (pointer: string, name: string | undefined): void => {
    if (name !== undefined && name !== "" && name !== "NOASSERTION") names.set(pointer, name);
  };
  switch (content.kind) {
    case "CycloneDX":
      for (const { component, pointer } of placeComponents(content.document)) note(pointer, component.supplier?.name);
      break;
    case "SPDX":
      for (const [index, { supplier }] of (content.document.packages ?? []).entries()) {
        note(`/packages/${index}`, supplier?.replace(/^(?:Organization|Person): ?/, "").replace(/ ?\([^()]*\)$/, ""));
      }
      break;
    case "SPDX3": {
      const { graph, packages } = partsOf(content.document);
      for (const one of packages) {
        const [agent] = graph.objectsOf(one, "suppliedBy");
        note(one.pointer, agent === undefined ? undefined : textOf(agent, "name"));
      }
    }
  }
  return (pointer) => names.get(pointer);
}

/** Services, those inside others too; a reference is a name of this document only. */
function listServices(bom: CycloneDxBom): readonly NamedPart[] {
  const parts: NamedPart[] = [];
  const pending: { readonly service: CycloneDxService; readonly pointer: string }[] = [];
  const plan = (services: readonly CycloneDxService[] | undefined, pointer: string): void => {
    for (const [index, service] of (services ?? []).entries())
      pending.push({ service, pointer: `${pointer}/${index}` });
  };
  plan(bom.services, "/services");
  // A list may grow while it is walked; what is added is walked too.
  for (const { service, pointer } of pending) {
    const { services, "bom-ref": _reference, ...said } = service;
    const name = [service.group, service.name].filter((part) => part !== undefined && part !== "").join("/");
    parts.push({ name, pointer, content: sortedJson(said) });
    plan(services, `${pointer}/services`);
  }
  return parts;
}

function listVulnerabilities(content: SbomContent): readonly NamedPart[] {
  if (content.kind === "CycloneDX") {
    return (content.document.vulnerabilities ?? []).map((one, index) => {
      const { "bom-ref": _reference, ...said } = one as Readonly<Record<string, unknown>>;
      const name = typeof said["id"] === "string" ? said["id"] : `without id, ${index + 1}`;
      return { name, pointer: `/vulnerabilities/${index}`, content: sortedJson(said) };
    });
  }
  if (content.kind === "SPDX") return [];
  return partsOf(content.document)
    .graph.nodes.filter(({ node }) => node["type"] === "security_Vulnerability")
    .map((one) => {
      const { creationInfo: _info, spdxId, ...said } = one.node;
      return { name: textOf(one, "name") ?? String(spdxId), pointer: one.pointer, content: sortedJson(said) };
    });
}
