import { needOfSpdx2 } from "../graph/relation-types.ts";
import { isNoneOrNoAssertion } from "../licenses/parse-license-expression.ts";
import { describedPackage, hashName } from "../formats/spdx2/list-spdx-packages.ts";
import { readTool } from "./read-tool.ts";
import { referenceTypeOf } from "../formats/spdx2/reference-type.ts";
import type { SpdxDocument, SpdxPackage } from "../formats/spdx2/spdx.ts";
import type { ComponentView, DocumentView } from "./document-view.ts";
import { versionFromPurl } from "./version-from-purl.ts";
import { stateHashes } from "./state-hashes.ts";
import { stateRelations, stateTopLevel, type RelationFacts } from "./state-relations.ts";
import { stateAny, stateIf, stateText } from "./statement.ts";

/** The words of CISA for the phase in which a document was made, which SPDX 2 has in a comment only. */
const GENERATION_CONTEXT = /\b(?:design|source|build|analy[sz]ed|deployed|runtime)\b/i;

/** Identifiers that others can look up. */
const IDENTIFIER_TYPES = new Set(["purl", "cpe23Type", "cpe22Type", "swid", "swh", "gitoid"]);

/** The view of an SPDX 2 document. */
export function viewSpdx(document: SpdxDocument): DocumentView {
  const { creators = [], created, comment = "" } = document.creationInfo;
  const people = creators.filter((creator) => /^(?:Person|Organization):/.test(creator));
  const tools = creators
    .filter((creator) => creator.startsWith("Tool:"))
    .map((tool) => readTool(tool.slice("Tool:".length)));
  const relationsOf = relationReader(document);
  const subject = describedPackage(document);
  const subjectPackage = (document.packages ?? []).find(({ SPDXID }) => SPDXID === subject?.bomRef);
  return {
    format: "SPDX",
    author: stateAny(people.map((creator) => stateText(creator.slice(creator.indexOf(":") + 1)))),
    signature: "missing", // SPDX 2 has none inside the document
    timestamp: stateText(created),
    toolName: stateAny(tools.map(({ name }) => stateText(name))),
    // Clause 6.8 has one text for both: `Tool: name-version`.
    toolVersion: stateAny(tools.map(({ version }) => stateText(version))),
    generationContext: stateIf(GENERATION_CONTEXT.test(comment)),
    documentVersion: stateText(document.documentNamespace),
    subject: stateText(subject?.name),
    topLevel: subjectPackage === undefined ? "missing" : stateTopLevel(relationsOf(subjectPackage)),
    components: (document.packages ?? []).map((one, index) => ({
      ...viewPackage(one, `/packages/${index}`),
      dependencies: stateRelations(relationsOf(one)),
    })),
  };
}

function viewPackage(one: SpdxPackage, pointer: string): Omit<ComponentView, "dependencies"> {
  const identifiers = (one.externalRefs ?? []).filter((reference) => IDENTIFIER_TYPES.has(referenceTypeOf(reference)));
  return {
    pointer,
    name: stateText(one.name),
    version: stateText(one.versionInfo),
    ...(one.versionInfo === undefined ? { versionRepair: versionFromPurl(purlOf(one), `${pointer}/versionInfo`) } : {}),
    producer: stateAny([stateText(one.originator), stateText(one.supplier)]),
    supplier: stateText(one.supplier),
    identifier: stateAny(identifiers.map(({ referenceLocator }) => stateText(referenceLocator))),
    hash: stateHashes(
      (one.checksums ?? []).map(({ algorithm, checksumValue }) => [hashName(algorithm), checksumValue]),
    ),
    license: stateAny([stateText(one.licenseConcluded), stateText(one.licenseDeclared)]),
  };
}

/** A relationship to something or to `NONE` says it, one to `NOASSERTION` says that it is not known. */
function relationReader(document: SpdxDocument): (one: SpdxPackage) => RelationFacts {
  const sources = new Set<string>();
  const targets = new Set<string>();
  const none = new Set<string>();
  const unknown = new Set<string>();
  for (const relationship of document.relationships ?? []) {
    const need = needOfSpdx2(relationship);
    if (need === undefined) continue;
    const { source, target } = need;
    const said = target === "NONE" ? none : target === "NOASSERTION" ? unknown : sources;
    said.add(source);
    // Whatever needs it: that something does gives it its place.
    if (said === sources && !isNoneOrNoAssertion(source)) targets.add(target);
  }
  return ({ SPDXID, hasFiles = [] }) => ({
    hasTargets: sources.has(SPDXID) || hasFiles.length > 0,
    isTarget: targets.has(SPDXID),
    isListedEmpty: false,
    saysNone: none.has(SPDXID),
    saysUnknown: unknown.has(SPDXID),
  });
}

function purlOf({ externalRefs = [] }: SpdxPackage): string | undefined {
  return externalRefs.find((one) => referenceTypeOf(one) === "purl")?.referenceLocator;
}
