import { partsOf, isSourceOfOthers, type Spdx3Parts } from "../../formats/spdx3/document-parts.ts";
import { textsOf, valuesOf, type Spdx3Document, type Spdx3Node } from "../../formats/spdx3/graph.ts";
import { hashesOf, identifiersOfType } from "../../formats/spdx3/list-packages.ts";
import type { Artifact, BsiComponent, BsiView, Contact, Identifier, Pointed } from "./bsi-view.ts";
import { mapLazily } from "../map-lazily.ts";
import { isUrl } from "./judge-link.ts";
import { kindOfSpdx3Package } from "./spdx3-kind.ts";
import { licensesOfSpdx3, effectiveLicensesOfSpdx3 } from "./spdx3-licenses.ts";
import { readSpdx3Relations } from "./spdx3-relations.ts";

/** The view of an SPDX 3.0.1 document. */
export function viewSpdx3(document: Spdx3Document): BsiView {
  const parts = partsOf(document);
  const { graph, sbom, creationInfo, subject, packages } = parts;
  const creators = creationInfo === undefined ? [] : graph.objectsOf(creationInfo, "createdBy");
  const { relationsOf, unreached } = readSpdx3Relations(parts);
  return {
    format: "SPDX",
    // Software that wrote the document answers for nothing.
    creator: contactOf(
      creators.filter(({ node }) => node["type"] !== "SoftwareAgent"),
      [],
    ),
    timestamp: creationInfo === undefined ? undefined : textsOf(creationInfo, "created")[0],
    uri: sbom === undefined ? undefined : textsOf(sbom, "spdxId")[0],
    vulnerability: graph.nodes.find(isAboutVulnerability)?.pointer,
    phases: sbom === undefined ? [] : textsOf(sbom, "software_sbomType"),
    hasSubject: subject !== undefined,
    unreached,
    components: mapLazily(packages, (one) => ({ ...viewPackage(parts, one), relations: relationsOf(one) })),
  };
}

function isAboutVulnerability({ node }: Spdx3Node): boolean {
  const { type, relationshipType } = node;
  return String(type).startsWith("security_") || relationshipType === "hasAssociatedVulnerability";
}

/** The file that is delivered says more than the package (table of 5.2.2). */
function viewPackage(parts: Spdx3Parts, one: Spdx3Node): Omit<BsiComponent, "relations"> {
  const { graph } = parts;
  // A file that is the subject is itself what is delivered.
  const isFile = one.node["type"] === "software_File";
  const files = isFile ? [one] : graph.targetsOf(one, "hasDistributionArtifact");
  return {
    pointer: one.pointer,
    ...kindOfSpdx3Package(parts, one, files.length > 0),
    creator: contactOf(graph.objectsOf(one, "originatedBy"), ["other"]),
    name: textsOf(one, "name")[0],
    version: textsOf(one, "software_packageVersion")[0],
    versionPlace: `${one.pointer}/software_packageVersion`,
    filenames: files.flatMap((file) => textsOf(file, "name")),
    openFileList: openFileListOf(parts, one),
    executable: files.map((file) => purposeOf(file, ["executable"], "non-executable")),
    archive: files.map((file) => purposeOf(file, ["archive"], "no archive")),
    structured: files.flatMap(structuresOf),
    licenses: licensesOfSpdx3(parts, one),
    effectiveLicenses: effectiveLicensesOfSpdx3(parts, one),
    deployables: [...files.map(deployableOf), ...downloadOf(one)],
    sources: [...sourcesOf(parts, one), ...linksOf(one, "sourceArtifact")],
    repositories: linksOf(one, "vcs"),
    securityContacts: linksOf(one, "securityOther"),
    descriptions: descriptionsOf(parts, one),
    identifiers: identifiersOf(one),
  };
}

/** Agents can be reached by email or, where there is none, by a URL; under a type for others only what is one counts. */
function contactOf(agents: readonly Spdx3Node[], otherTypes: readonly string[]): Contact {
  const others = otherTypes.flatMap((type) => agents.flatMap((agent) => identifiersOfType(agent, type)));
  return {
    emails: agents.flatMap((agent) => identifiersOfType(agent, "email")),
    urls: [
      ...agents.flatMap((agent) => identifiersOfType(agent, "urlScheme")),
      ...others.filter(({ text }) => isUrl(text)),
    ],
  };
}

/** A list of files is the delivery only if it says that it is complete. */
function openFileListOf({ graph }: Spdx3Parts, one: Spdx3Node): Pointed | undefined {
  const open = graph
    .relationsFrom(one)
    .find(({ type, node }) => type === "hasDistributionArtifact" && node["completeness"] !== "complete");
  if (open === undefined) return undefined;
  return textsOf(open, "completeness")[0] ?? { text: "", pointer: open.pointer };
}

function purposesOf(file: Spdx3Node): readonly Pointed[] {
  return [...textsOf(file, "software_primaryPurpose"), ...textsOf(file, "software_additionalPurpose")];
}

/** One of two words: a purpose that is not there is denied (8.1.3). */
function purposeOf(file: Spdx3Node, words: readonly string[], otherwise: string): Pointed {
  return purposesOf(file).find(({ text }) => words.includes(text)) ?? { text: otherwise, pointer: file.pointer };
}

/** `container` keeps the parts apart, `firmware` does not; a file is one of them. */
function structuresOf(file: Spdx3Node): readonly Pointed[] {
  return purposesOf(file).flatMap(({ text, pointer }) => {
    if (text === "container") return [{ text: "structured", pointer }];
    return text === "firmware" ? [{ text: "unstructured", pointer }] : [];
  });
}

function deployableOf(file: Spdx3Node): Artifact {
  return { url: linksOf(file, "binaryArtifact")[0]?.url, hashes: hashesOf(file) };
}

function downloadOf(one: Spdx3Node): readonly Artifact[] {
  return textsOf(one, "software_downloadLocation")
    .filter(({ text }) => text !== "NONE" && text !== "NOASSERTION")
    .map((url) => ({ url, hashes: [] }));
}

/** Elements of source code from which the package is generated. */
function sourcesOf({ graph }: Spdx3Parts, one: Spdx3Node): readonly Artifact[] {
  return graph
    .relationsTo(one)
    .filter(({ type }) => type === "generates")
    .flatMap(({ from }) => graph.find(from) ?? [])
    .filter((source) => isSourceOfOthers(graph, source))
    .map((source) => ({ url: linksOf(source, "sourceArtifact")[0]?.url, hashes: hashesOf(source) }));
}

/** References of a type out of the document: the first address of each. */
function linksOf(one: Spdx3Node, wanted: string): readonly Artifact[] {
  return valuesOf(one, "externalRef").flatMap(({ value, pointer }) => {
    const node = (value ?? {}) as Spdx3Document;
    if (node["externalRefType"] !== wanted) return [];
    return textsOf({ node, pointer }, "locator")
      .slice(0, 1)
      .map((url) => ({ url, hashes: [] }));
  });
}

/** SBOMs elsewhere that a `software_Sbom` of this document stands for and that describe the package. */
function descriptionsOf({ graph }: Spdx3Parts, one: Spdx3Node): readonly Artifact[] {
  return graph
    .relationsTo(one)
    .filter(({ type }) => type === "describes")
    .flatMap(({ from }) => graph.find(from) ?? [])
    .filter(({ node }) => node["type"] === "software_Sbom")
    .flatMap((sbom) => linksOf(sbom, "buildMeta"));
}

function identifiersOf(one: Spdx3Node): readonly Identifier[] {
  const typed = [
    ["purl", "packageUrl"],
    ["cpe", "cpe23"],
    ["cpe", "cpe22"],
    ["swid", "swid"],
  ] as const;
  return [
    ...textsOf(one, "software_packageUrl").map((purl) => ({ kind: "purl" as const, ...purl })),
    ...typed.flatMap(([kind, type]) => identifiersOfType(one, type).map((identifier) => ({ kind, ...identifier }))),
  ];
}
