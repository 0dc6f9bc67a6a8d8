import { describedPackage } from "../list-spdx-packages.ts";
import type { SpdxDocument, SpdxPackage } from "../spdx.ts";
import type { ComponentView, DocumentView } from "./document-view.ts";
import { versionFromPurl } from "./version-from-purl.ts";
import { stateAny, stateIf, stateText } from "./statement.ts";
import type { Statement } from "./profile.ts";

/** The words of CISA for the phase in which a document was made, which SPDX 2 has in a comment only. */
const GENERATION_CONTEXT = /\b(?:design|source|build|analy[sz]ed|deployed|runtime)\b/i;

const FORWARD = new Set(["DEPENDS_ON", "CONTAINS"]);
const BACKWARD = new Set(["DEPENDENCY_OF", "CONTAINED_BY"]);

/** Identifiers that others can look up. */
const IDENTIFIER_TYPES = new Set(["purl", "cpe23Type", "cpe22Type", "swid", "swh", "gitoid"]);

/** The view of an SPDX 2 document. */
export function viewSpdx(document: SpdxDocument): DocumentView {
  const { creators = [], created, comment = "" } = document.creationInfo;
  const people = creators.filter((creator) => /^(?:Person|Organization):/.test(creator));
  const tools = creators
    .filter((creator) => creator.startsWith("Tool:"))
    .map((tool) => tool.slice("Tool:".length).trim());
  const stateDependencies = dependencyReader(document);
  const subject = describedPackage(document);
  const subjectPackage = (document.packages ?? []).find(({ SPDXID }) => SPDXID === subject?.bomRef);
  return {
    format: "SPDX",
    author: stateAny(people.map((creator) => stateText(creator.slice(creator.indexOf(":") + 1)))),
    signature: "missing", // SPDX 2 has none inside the document
    timestamp: stateText(created),
    toolName: stateAny(tools.map(stateText)),
    // The convention of clause 6.8: `Tool: name-version`.
    toolVersion: stateIf(tools.some((tool) => /-v?\d/.test(tool))),
    generationContext: stateIf(GENERATION_CONTEXT.test(comment)),
    documentVersion: stateText(document.documentNamespace),
    subject: stateText(subject?.name),
    topLevel: subjectPackage === undefined ? "missing" : stateDependencies(subjectPackage),
    components: (document.packages ?? []).map((one, index) => ({
      ...viewPackage(one, `/packages/${index}`),
      dependencies: stateDependencies(one),
    })),
  };
}

function viewPackage(one: SpdxPackage, pointer: string): Omit<ComponentView, "dependencies"> {
  const identifiers = (one.externalRefs ?? []).filter(({ referenceType }) => IDENTIFIER_TYPES.has(referenceType));
  return {
    pointer,
    name: stateText(one.name),
    version: stateText(one.versionInfo),
    ...(one.versionInfo === undefined ? { versionRepair: versionFromPurl(purlOf(one), `${pointer}/versionInfo`) } : {}),
    producer: stateAny([stateText(one.originator), stateText(one.supplier)]),
    supplier: stateText(one.supplier),
    identifier: stateAny(identifiers.map(({ referenceLocator }) => stateText(referenceLocator))),
    hash: stateAny((one.checksums ?? []).map(({ checksumValue }) => stateText(checksumValue))),
    license: stateAny([stateText(one.licenseConcluded), stateText(one.licenseDeclared)]),
  };
}

/** A relationship to something or to `NONE` says it, one to `NOASSERTION` says that it is not known. */
function dependencyReader(document: SpdxDocument): (one: SpdxPackage) => Statement {
  const statements = new Map<string, Statement>();
  const state = (from: string, to: string): void => {
    statements.set(from, stateAny([statements.get(from) ?? "missing", stateText(to)]));
  };
  for (const { spdxElementId, relatedSpdxElement, relationshipType } of document.relationships ?? []) {
    if (FORWARD.has(relationshipType)) state(spdxElementId, relatedSpdxElement);
    // Somebody's dependency has its place in the graph too, if only as a leaf.
    if (FORWARD.has(relationshipType) && relatedSpdxElement !== "NOASSERTION") state(relatedSpdxElement, "leaf");
    if (BACKWARD.has(relationshipType)) {
      state(relatedSpdxElement, spdxElementId);
      state(spdxElementId, "leaf");
    }
  }
  return ({ SPDXID, hasFiles = [] }) => statements.get(SPDXID) ?? stateIf(hasFiles.length > 0);
}

function purlOf({ externalRefs = [] }: SpdxPackage): string | undefined {
  return externalRefs.find(({ referenceType }) => referenceType === "purl")?.referenceLocator;
}
