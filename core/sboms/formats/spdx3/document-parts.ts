import { Spdx3Graph, type Spdx3Document, type Spdx3Node } from "./graph.ts";

/** The elements of a document that say what it is and what it is about. */
export interface Spdx3Parts {
  readonly graph: Spdx3Graph;
  /** The `SpdxDocument`, else the first element. */
  readonly about: Spdx3Node | undefined;
  /** The `software_Sbom`, if there is one: that at the root of the document before others. */
  readonly sbom: Spdx3Node | undefined;
  /** Who made the document, when, with what. */
  readonly creationInfo: Spdx3Node | undefined;
  /** What the SBOM is about, if it is one thing. */
  readonly subject: Spdx3Node | undefined;
  /**
   * Packages in the order of the document, the subject among them, also if it is a file; sources of which a package is made are none.
   */
  readonly packages: readonly Spdx3Node[];
}

const PACKAGE_TYPES = new Set<unknown>(["software_Package", "ai_AIPackage", "dataset_DatasetPackage"]);
/** An SBOM may also be about a single file. */
const SUBJECT_TYPES = new Set<unknown>([...PACKAGE_TYPES, "software_File"]);

const PARTS = new WeakMap<Spdx3Document, Spdx3Parts>();

/** The parts of a checked document; made once. */
export function partsOf(document: Spdx3Document): Spdx3Parts {
  const known = PARTS.get(document);
  if (known !== undefined) return known;
  const graph = new Spdx3Graph(document);
  const about = graph.nodes.find(({ node }) => node["type"] === "SpdxDocument") ?? graph.nodes[0];
  const sbom = sbomOf(graph, about);
  const subject = subjectOf(graph, sbom, about);
  const isSubject = ({ node }: Spdx3Node): boolean => node === subject?.node && SUBJECT_TYPES.has(node["type"]);
  const parts: Spdx3Parts = {
    graph,
    about,
    sbom,
    creationInfo: creationInfoOf(graph, about),
    subject,
    packages: graph.nodes.filter(
      (one) => isSubject(one) || (PACKAGE_TYPES.has(one.node["type"]) && !isSourceOfOthers(graph, one)),
    ),
  };
  PARTS.set(document, parts);
  return parts;
}

/** Whether a package is the source code from which another element is generated. */
export function isSourceOfOthers(graph: Spdx3Graph, one: Spdx3Node): boolean {
  return (
    one.node["software_primaryPurpose"] === "source" &&
    graph.relationsFrom(one).some(({ type, targets }) => type === "generates" && targets.length > 0)
  );
}

function sbomOf(graph: Spdx3Graph, about: Spdx3Node | undefined): Spdx3Node | undefined {
  const isSbom = ({ node }: Spdx3Node): boolean => node["type"] === "software_Sbom";
  const atRoot = about === undefined ? undefined : graph.objectsOf(about, "rootElement").find(isSbom);
  return atRoot ?? graph.nodes.find((one) => isSbom(one) && Array.isArray(one.node["rootElement"]));
}

function creationInfoOf(graph: Spdx3Graph, about: Spdx3Node | undefined): Spdx3Node | undefined {
  const [info] = about === undefined ? [] : graph.objectsOf(about, "creationInfo");
  return info;
}

/** The root of the SBOM says more than that of the document, which may be the SBOM itself. */
function subjectOf(
  graph: Spdx3Graph,
  sbom: Spdx3Node | undefined,
  about: Spdx3Node | undefined,
): Spdx3Node | undefined {
  const collection = sbom ?? about;
  if (collection === undefined) return undefined;
  const [subject, ...others] = graph.objectsOf(collection, "rootElement");
  return others.length === 0 ? subject : undefined;
}
