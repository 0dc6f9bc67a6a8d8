import { hashName } from "../list-spdx-packages.ts";
import type { SbomComponent } from "../list-components.ts";

/** A parsed SPDX 3.0.1 document: JSON-LD with `@context` and either `@graph` or the members of a single element. */
export type Spdx3Document = Readonly<Record<string, unknown>>;

/** An object of the graph with its JSON pointer. */
export interface Spdx3Node {
  readonly node: Readonly<Record<string, unknown>>;
  readonly pointer: string;
}

/** The objects of the graph in the order of the document; those written inside others are not among them. */
export function nodesOf(document: Spdx3Document): readonly Spdx3Node[] {
  const graph = document["@graph"];
  if (!Array.isArray(graph)) return [{ node: document, pointer: "" }];
  return graph.map((node, index) => ({ node: node as Spdx3Node["node"], pointer: `/@graph/${index}` }));
}

/** The package at the root of the SBOM, or of the document, if it is exactly one. */
export function rootPackage(document: Spdx3Document): SbomComponent | undefined {
  const id = rootId(document);
  const found = packagesOf(document).find(({ node }) => node["spdxId"] === id);
  return id === undefined || found === undefined ? undefined : componentOf(found, licensesOf(document));
}

/** All packages in the order of the document, without the one at the root. */
export function listSpdx3Packages(document: Spdx3Document): readonly SbomComponent[] {
  const root = rootId(document);
  const licenses = licensesOf(document);
  return packagesOf(document)
    .filter(({ node }) => root === undefined || node["spdxId"] !== root)
    .map((one) => componentOf(one, licenses));
}

/** What identifies the document itself, and when it was made. */
export function identityOfSpdx3(document: Spdx3Document): {
  readonly serialNumber?: string | undefined;
  readonly madeAt?: string | undefined;
} {
  const nodes = nodesOf(document);
  const about = nodes.find(({ node }) => node["type"] === "SpdxDocument") ?? nodes[0];
  const reference = about?.node["creationInfo"];
  const info =
    typeof reference === "string"
      ? nodes.find(({ node }) => node["@id"] === reference)?.node
      : (reference as Spdx3Document);
  return { serialNumber: textOf(about?.node["spdxId"]), madeAt: textOf(info?.["created"]) };
}

const PACKAGE_TYPES = new Set<unknown>(["software_Package", "ai_AIPackage", "dataset_DatasetPackage"]);

function packagesOf(document: Spdx3Document): readonly Spdx3Node[] {
  return nodesOf(document).filter(({ node }) => PACKAGE_TYPES.has(node["type"]));
}

/** The root of the SBOM says more than that of the document, which may be the SBOM itself. */
function rootId(document: Spdx3Document): string | undefined {
  const collections = nodesOf(document).filter(({ node }) => Array.isArray(node["rootElement"]));
  const sbom = collections.find(({ node }) => node["type"] === "software_Sbom") ?? collections[0];
  const roots = (sbom?.node["rootElement"] ?? []) as readonly unknown[];
  return roots.length === 1 ? textOf(roots[0]) : undefined;
}

/** License expressions by the package that a relationship gives them to. */
function licensesOf(document: Spdx3Document): ReadonlyMap<unknown, readonly string[]> {
  const expressions = new Map<unknown, string>();
  const relationships: Spdx3Node["node"][] = [];
  for (const { node } of nodesOf(document)) {
    const expression = node["simplelicensing_licenseExpression"];
    if (typeof expression === "string") expressions.set(node["spdxId"], expression);
    if (/^has(?:Concluded|Declared)License$/.test(String(node["relationshipType"]))) relationships.push(node);
  }
  const licenses = new Map<unknown, string[]>();
  for (const { from, to } of relationships) {
    const known = licenses.get(from) ?? [];
    licenses.set(from, known);
    for (const target of Array.isArray(to) ? (to as readonly unknown[]) : []) {
      const expression = expressions.get(target);
      if (expression !== undefined && !known.includes(expression)) known.push(expression);
    }
  }
  return licenses;
}

function componentOf({ node, pointer }: Spdx3Node, licenses: ReadonlyMap<unknown, readonly string[]>): SbomComponent {
  const version = textOf(node["software_packageVersion"]);
  const purl = purlOf(node);
  return {
    pointer,
    ...(typeof node["spdxId"] === "string" ? { bomRef: node["spdxId"] } : {}),
    type: textOf(node["software_primaryPurpose"]) ?? "package",
    name: textOf(node["name"]) ?? "",
    ...(version === undefined ? {} : { version }),
    ...(purl === undefined ? {} : { purl }),
    licenses: licenses.get(node["spdxId"]) ?? [],
    hashes: objectsIn(node["verifiedUsing"]).flatMap(({ algorithm, hashValue }) =>
      typeof algorithm === "string" && typeof hashValue === "string"
        ? [{ alg: hashName(algorithm), content: hashValue }]
        : [],
    ),
  };
}

function purlOf(node: Spdx3Node["node"]): string | undefined {
  const own = textOf(node["software_packageUrl"]);
  const other = objectsIn(node["externalIdentifier"]).find((one) => one["externalIdentifierType"] === "packageUrl");
  return own ?? textOf(other?.["identifier"]);
}

/** Objects written in place; references to others have none of the members that are asked for. */
function objectsIn(value: unknown): readonly Spdx3Document[] {
  return Array.isArray(value)
    ? value.filter((one): one is Spdx3Document => typeof one === "object" && one !== null)
    : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
