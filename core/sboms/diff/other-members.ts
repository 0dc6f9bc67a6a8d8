import { valueAt } from "#core/base/json/json-pointer.ts";

import { needOfSpdx2 } from "../graph/relation-types.ts";
import type { SbomContent } from "../view/sbom-content.ts";
import type { ComparedComponent } from "./diff-components.ts";
import { sortedJson } from "./sorted-json.ts";

/** What a document says beside what is compared one by one. */
export interface OtherMembers {
  /** Members of the document by name. */
  readonly ofDocument: ReadonlyMap<string, string>;
  /** Members of a component by name. */
  readonly of: (component: ComparedComponent) => ReadonlyMap<string, string>;
}

/** What tells one document from the next of its product; and what is compared by itself. */
const OF_DOCUMENT = {
  CycloneDX: new Set(
    "$schema bomFormat specVersion serialNumber version signature components dependencies services vulnerabilities".split(
      " ",
    ),
  ),
  SPDX: new Set(
    "SPDXID spdxVersion documentNamespace creationInfo packages documentDescribes relationships dataLicense".split(" "),
  ),
} as const;

/** The same of a component. */
const OF_COMPONENT = {
  CycloneDX: new Set("bom-ref components group name version purl licenses hashes supplier".split(" ")),
  SPDX: new Set("SPDXID name versionInfo licenseConcluded licenseDeclared checksums supplier hasFiles".split(" ")),
} as const;

/** `metadata` by its members: when, with what and for which subject the document was made is no difference of the product. */
const OF_METADATA = new Set(["timestamp", "tools", "component"]);

/** Members that are compared as a whole. Those of SPDX 3, whose elements refer to each other, are not. */
export function readOthers(content: SbomContent): OtherMembers {
  const { kind, document } = content;
  if (kind === "SPDX3") return { ofDocument: new Map(), of: () => new Map() };
  const members = document as unknown as Readonly<Record<string, unknown>>;
  const ofDocument = textsOf(members, OF_DOCUMENT[kind]);
  if (kind === "CycloneDX") {
    ofDocument.delete("metadata");
    for (const [name, text] of textsOf(members["metadata"], OF_METADATA)) ofDocument.set(`metadata.${name}`, text);
  } else {
    const relationships = (content.document.relationships ?? []).filter(
      (one) => needOfSpdx2(one) === undefined && !one.relationshipType.startsWith("DESCRIBE"),
    );
    if (relationships.length > 0) ofDocument.set("relationships", relationships.map(sortedJson).sort().join());
  }
  return { ofDocument, of: ({ pointer }) => textsOf(valueAt(document, pointer), OF_COMPONENT[kind]) };
}

function textsOf(object: unknown, without: ReadonlySet<string>): Map<string, string> {
  const texts = new Map<string, string>();
  if (typeof object !== "object" || object === null) return texts;
  for (const [name, value] of Object.entries(object)) {
    if (without.has(name)) continue;
    // The package URL is compared by itself.
    const said: unknown = name === "externalRefs" && Array.isArray(value) ? value.filter(isNoPurl) : value;
    if (!isEmpty(said)) texts.set(name, sortedJson(said));
  }
  return texts;
}

function isNoPurl(reference: unknown): boolean {
  return (reference as { readonly referenceType?: unknown }).referenceType !== "purl";
}

/** An empty list says what a missing one says. */
function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
