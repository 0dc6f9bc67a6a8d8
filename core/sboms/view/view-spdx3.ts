import { isNeedOfSpdx3 } from "../graph/relation-types.ts";
import { readTool } from "./read-tool.ts";
import { partsOf, type Spdx3Parts } from "../formats/spdx3/document-parts.ts";
import { statesNothing, textOf, textsOf, type Spdx3Document, type Spdx3Node } from "../formats/spdx3/graph.ts";
import { hashesOf, identifiersOfType } from "../formats/spdx3/list-packages.ts";
import type { ComponentView, DocumentView } from "./document-view.ts";
import { versionFromPurl } from "./version-from-purl.ts";
import { stateHashes } from "./state-hashes.ts";
import { stateRelations, stateTopLevel, type RelationFacts } from "./state-relations.ts";
import { stateAny, stateText } from "./statement.ts";
import type { Statement } from "../profiles/profile.ts";

/** People and organizations answer for a document, software does not. */
const RESPONSIBLE = new Set<unknown>(["Agent", "Person", "Organization"]);

const IDENTIFIER_TYPES = ["packageUrl", "cpe23", "cpe22", "swid", "swhid", "gitoid"] as const;

/** The view of an SPDX 3 document. */
export function viewSpdx3(document: Spdx3Document): DocumentView {
  const parts = partsOf(document);
  const { graph, about, sbom, creationInfo, subject, packages } = parts;
  const authors = creationInfo === undefined ? [] : graph.objectsOf(creationInfo, "createdBy");
  const used = creationInfo === undefined ? [] : graph.objectsOf(creationInfo, "createdUsing");
  const tools = [...used, ...authors.filter(({ node }) => node["type"] === "SoftwareAgent")];
  // A tool has no member for its version, so it stands in the name as in SPDX 2.
  const named = tools.map((tool) => readTool(textOf(tool, "name") ?? ""));
  const types = sbom === undefined ? [] : textsOf(sbom, "software_sbomType");
  const ordered = packages.filter(({ node }) => node === subject?.node);
  return {
    format: "SPDX3",
    author: stateAny(authors.filter(({ node }) => RESPONSIBLE.has(node["type"])).map(stateAgent)),
    signature: "missing", // SPDX 3 has none inside the document
    timestamp: stateText(creationInfo === undefined ? undefined : textOf(creationInfo, "created")),
    toolName: stateAny(named.map(({ name }) => stateText(name))),
    toolVersion: stateAny(named.map(({ version }) => stateText(version))),
    generationContext: stateAny(types.map(({ text }) => stateText(text))),
    documentVersion: stateText(about === undefined ? undefined : textOf(about, "spdxId")),
    subject: stateText(subject === undefined ? undefined : textOf(subject, "name")),
    topLevel: subject === undefined ? "missing" : stateTopLevel(relationsOf(parts, subject)),
    components: [...ordered, ...packages.filter((one) => !ordered.includes(one))].map((one) => viewPackage(parts, one)),
  };
}

function viewPackage(parts: Spdx3Parts, one: Spdx3Node): ComponentView {
  const { graph } = parts;
  const originators = graph.objectsOf(one, "originatedBy").map(stateAgent);
  const suppliers = graph.objectsOf(one, "suppliedBy").map(stateAgent);
  const files = graph.targetsOf(one, "hasDistributionArtifact");
  const identifiers = IDENTIFIER_TYPES.flatMap((type) => identifiersOfType(one, type)).map(({ text }) => text);
  return {
    pointer: one.pointer,
    name: stateText(textOf(one, "name")),
    version: stateText(textOf(one, "software_packageVersion")),
    ...(one.node["software_packageVersion"] === undefined
      ? { versionRepair: versionFromPurl(textOf(one, "software_packageUrl"), `${one.pointer}/software_packageVersion`) }
      : {}),
    producer: stateAny([...originators, ...suppliers]),
    supplier: stateAny(suppliers),
    identifier: stateAny([textOf(one, "software_packageUrl"), ...identifiers].map(stateText)),
    hash: stateHashes([one, ...files].flatMap(hashesOf).map(({ algorithm, text }) => [algorithm, text])),
    license: stateAny(["hasConcludedLicense", "hasDeclaredLicense"].flatMap((type) => stateLicenses(parts, one, type))),
    dependencies: stateRelations(relationsOf(parts, one)),
  };
}

function stateAgent(agent: Spdx3Node): Statement {
  const contacts = ["email", "urlScheme"].flatMap((type) => identifiersOfType(agent, type));
  return stateAny([stateText(textOf(agent, "name")), ...contacts.map(({ text }) => stateText(text))]);
}

/** A relationship to something or to `NoneElement` says it, one to `NoAssertionElement` says that it is not known. */
function relationsOf({ graph }: Spdx3Parts, one: Spdx3Node): RelationFacts {
  const targets = graph
    .relationsFrom(one)
    .filter(({ type }) => isNeedOfSpdx3(type))
    .flatMap((relation) => relation.targets.map(statesNothing));
  return {
    hasTargets: targets.includes(undefined),
    isTarget: graph.relationsTo(one).some(({ type, from }) => isNeedOfSpdx3(type) && statesNothing(from) === undefined),
    isListedEmpty: false,
    saysNone: targets.includes("none"),
    saysUnknown: targets.includes("no-assertion"),
  };
}

/** An expression, an id of the SPDX list, or another element that stands for a license. */
function stateLicenses({ graph }: Spdx3Parts, one: Spdx3Node, type: string): readonly Statement[] {
  return graph
    .relationsFrom(one)
    .filter((relation) => relation.type === type)
    .flatMap(({ targets }) => targets)
    .map((target) => {
      const license = graph.find(target);
      const expression = license === undefined ? target : textOf(license, "simplelicensing_licenseExpression");
      return /NoAssertion(?:License)?$/.test(target) ? "unknown" : stateText(expression ?? target);
    });
}
