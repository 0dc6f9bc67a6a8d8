/** One graph of components in CycloneDX, SPDX 2 and SPDX 3, each by the habits of its format. */

/** What is said of one fact. */
export type Fact = "present" | "unknown" | "missing";

/** A component; the first one is the subject. */
export interface GraphNode {
  readonly version: Fact;
  readonly supplier: boolean;
  readonly maker: boolean;
  readonly purl: boolean;
  readonly hash: boolean;
  readonly license: Fact;
  /** What it needs, by number, each with a number that chooses among the words of the format. */
  readonly needs: readonly { readonly target: number; readonly word: number }[];
  /** Number of the component that contains it; always a smaller one. */
  readonly container: number | undefined;
  /** What is said where it needs nothing. */
  readonly leaf: "nothing" | "none" | "unknown";
}

/** Words by which SPDX 2 says that the first element needs the second, or the second the first. */
const FORWARD = ["DEPENDS_ON", "DYNAMIC_LINK", "STATIC_LINK", "HAS_PREREQUISITE", "CONTAINS"];
const BACKWARD = [
  "DEPENDENCY_OF",
  "RUNTIME_DEPENDENCY_OF",
  "BUILD_DEPENDENCY_OF",
  "DEV_DEPENDENCY_OF",
  "TEST_DEPENDENCY_OF",
  "OPTIONAL_DEPENDENCY_OF",
  "PROVIDED_DEPENDENCY_OF",
  "OPTIONAL_COMPONENT_OF",
  "PREREQUISITE_FOR",
  "PACKAGE_OF",
  "CONTAINED_BY",
];
const WORDS_3 = [
  "dependsOn",
  "hasDynamicLink",
  "hasStaticLink",
  "hasPrerequisite",
  "contains",
  "hasOptionalDependency",
  "hasOptionalComponent",
];

const HASH = "ab".repeat(32);
const nameOf = (index: number): string => `part-${index}`;
const purlOf = (index: number): string => `pkg:generic/${nameOf(index)}@1.${index}`;
const versionOf = (fact: Fact, index: number): string => (fact === "present" ? `1.${index}` : "NOASSERTION");
const isSilent = ({ needs, leaf }: GraphNode): boolean => needs.length === 0 && leaf === "nothing";
/** Members that are there. */
const only = (isThere: boolean, members: object): object => (isThere ? members : {});

/** The graph in CycloneDX: entries, components inside one another, compositions. */
export function writeCycloneDx(nodes: readonly GraphNode[]): object {
  const component = (node: GraphNode, index: number): object => {
    const inside = nodes.flatMap((other, number) => (other.container === index ? component(other, number) : []));
    return {
      type: "library",
      "bom-ref": nameOf(index),
      name: nameOf(index),
      ...only(node.version !== "missing", { version: versionOf(node.version, index) }),
      ...only(node.supplier, { supplier: { name: "Supplier" } }),
      ...only(node.maker, { manufacturer: { name: "Maker" } }),
      ...only(node.purl, { purl: purlOf(index) }),
      ...only(node.hash, { hashes: [{ alg: "SHA-256", content: HASH }] }),
      ...only(node.license === "present", { licenses: [{ expression: "MIT", acknowledgement: "concluded" }] }),
      ...only(node.license === "unknown", {
        licenses: [{ license: { name: "NOASSERTION", acknowledgement: "concluded" } }],
      }),
      ...only(inside.length > 0, { components: inside }),
    };
  };
  const said = (aggregate: string, leaf: GraphNode["leaf"]): object[] =>
    nodes.flatMap((node, index) =>
      node.needs.length === 0 && node.leaf === leaf ? { aggregate, dependencies: [nameOf(index)] } : [],
    );
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
    version: 1,
    metadata: {
      timestamp: "2026-01-01T00:00:00Z",
      lifecycles: [{ phase: "build" }],
      manufacturer: { name: "Author", contact: [{ email: "author@example.org" }] },
      tools: { components: [{ type: "application", name: "maker", version: "1.2" }] },
      component: nodes.slice(0, 1).map(component)[0],
    },
    components: nodes.flatMap((node, index) =>
      index > 0 && node.container === undefined ? component(node, index) : [],
    ),
    dependencies: nodes.flatMap(({ needs }, index) =>
      needs.length === 0
        ? []
        : { ref: nameOf(index), dependsOn: [...new Set(needs.map(({ target }) => nameOf(target)))] },
    ),
    compositions: [...said("complete", "none"), ...said("unknown", "unknown")],
  };
}

/** The graph in SPDX 2.3: relationships in both directions and in all words. */
export function writeSpdx(nodes: readonly GraphNode[]): object {
  const idOf = (index: number): string => `SPDXRef-${nameOf(index)}`;
  const relate = (from: string, relationshipType: string, to: string): object => ({
    spdxElementId: from,
    relationshipType,
    relatedSpdxElement: to,
  });
  const need = (source: number, target: number, word: number): object => {
    const choice = word % (FORWARD.length + BACKWARD.length);
    return choice < FORWARD.length
      ? relate(idOf(source), FORWARD[choice] ?? "", idOf(target))
      : relate(idOf(target), BACKWARD[choice - FORWARD.length] ?? "", idOf(source));
  };
  return {
    SPDXID: "SPDXRef-DOCUMENT",
    spdxVersion: "SPDX-2.3",
    name: "graph",
    dataLicense: "CC0-1.0",
    documentNamespace: "https://example.org/graph",
    creationInfo: {
      created: "2026-01-01T00:00:00Z",
      creators: ["Organization: Author", "Tool: maker-1.2"],
      comment: "SBOM Type: Build",
    },
    packages: nodes.map((node, index) => ({
      SPDXID: idOf(index),
      name: nameOf(index),
      downloadLocation: "NOASSERTION",
      ...only(node.version !== "missing", { versionInfo: versionOf(node.version, index) }),
      ...only(node.supplier, { supplier: "Organization: Supplier" }),
      ...only(node.maker, { originator: "Organization: Maker" }),
      ...only(node.purl, {
        externalRefs: [
          { referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: purlOf(index) },
        ],
      }),
      ...only(node.hash, { checksums: [{ algorithm: "SHA256", checksumValue: HASH }] }),
      ...only(node.license !== "missing", { licenseConcluded: node.license === "present" ? "MIT" : "NOASSERTION" }),
    })),
    relationships: [
      relate("SPDXRef-DOCUMENT", "DESCRIBES", idOf(0)),
      ...nodes.flatMap(({ container }, index) =>
        container === undefined ? [] : relate(idOf(container), "CONTAINS", idOf(index)),
      ),
      ...nodes.flatMap((node, index) => [
        ...node.needs.map(({ target, word }) => need(index, target, word)),
        ...(isSilent(node) || node.needs.length > 0
          ? []
          : [relate(idOf(index), "DEPENDS_ON", node.leaf === "none" ? "NONE" : "NOASSERTION")]),
      ]),
    ],
  };
}

/** The graph in SPDX 3.0.1. */
export function writeSpdx3(nodes: readonly GraphNode[]): object {
  const idOf = (name: string): string => `https://example.org/graph#${name}`;
  const element = (type: string, name: string, members: object): object => ({
    type,
    spdxId: idOf(name),
    creationInfo: "_:info",
    ...members,
  });
  let count = 0;
  const relate = (from: string, relationshipType: string, to: string): object =>
    element("Relationship", `relation-${(count += 1)}`, { from: idOf(from), relationshipType, to: [to] });
  const leafOf = ({ leaf }: GraphNode): string =>
    leaf === "none" ? "NoneElement" : "https://spdx.org/rdf/3.0.1/terms/Core/NoAssertionElement";
  return {
    "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
    "@graph": [
      {
        type: "CreationInfo",
        "@id": "_:info",
        specVersion: "3.0.1",
        created: "2026-01-01T00:00:00Z",
        createdBy: [idOf("author")],
        createdUsing: [idOf("tool")],
      },
      element("Organization", "author", {
        name: "Author",
        externalIdentifier: [
          { type: "ExternalIdentifier", externalIdentifierType: "email", identifier: "author@example.org" },
        ],
      }),
      element("Organization", "supplier", { name: "Supplier" }),
      element("Organization", "maker", { name: "Maker" }),
      element("Tool", "tool", { name: "maker-1.2" }),
      element("simplelicensing_LicenseExpression", "mit", { simplelicensing_licenseExpression: "MIT" }),
      element("SpdxDocument", "document", { rootElement: [idOf("sbom")], profileConformance: ["core", "software"] }),
      element("software_Sbom", "sbom", { rootElement: [idOf(nameOf(0))], software_sbomType: ["build"] }),
      ...nodes.map((node, index) =>
        element("software_Package", nameOf(index), {
          name: nameOf(index),
          ...only(node.version !== "missing", { software_packageVersion: versionOf(node.version, index) }),
          ...only(node.supplier, { suppliedBy: idOf("supplier") }),
          ...only(node.maker, { originatedBy: [idOf("maker")] }),
          ...only(node.purl, { software_packageUrl: purlOf(index) }),
          ...only(node.hash, { verifiedUsing: [{ type: "Hash", algorithm: "sha256", hashValue: HASH }] }),
        }),
      ),
      ...nodes.flatMap(({ container }, index) =>
        container === undefined ? [] : relate(nameOf(container), "contains", idOf(nameOf(index))),
      ),
      ...nodes.flatMap((node, index) => [
        ...node.needs.map(({ target, word }) =>
          relate(nameOf(index), WORDS_3[word % WORDS_3.length] ?? "", idOf(nameOf(target))),
        ),
        ...(isSilent(node) || node.needs.length > 0 ? [] : [relate(nameOf(index), "dependsOn", leafOf(node))]),
        ...(node.license === "missing"
          ? []
          : [
              relate(
                nameOf(index),
                "hasConcludedLicense",
                node.license === "present"
                  ? idOf("mit")
                  : "https://spdx.org/rdf/3.0.1/terms/ExpandedLicensing/NoAssertionLicense",
              ),
            ]),
      ]),
    ],
  };
}
