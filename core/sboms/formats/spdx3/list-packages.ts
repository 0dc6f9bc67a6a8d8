import { hashName } from "../spdx2/list-spdx-packages.ts";
import { isNoneOrNoAssertion } from "../../licenses/parse-license-expression.ts";
import type { SbomComponent } from "../../view/list-components.ts";
import { partsOf } from "./document-parts.ts";
import { textOf, valuesOf, type Spdx3Document, type Spdx3Graph, type Spdx3Node } from "./graph.ts";

/** The package at the root of the SBOM, or of the document, if it is exactly one. */
export function rootPackage(document: Spdx3Document): SbomComponent | undefined {
  const { graph, subject, packages } = partsOf(document);
  const found = packages.find(({ node }) => node === subject?.node);
  return found === undefined ? undefined : componentOf(found, graph);
}

/** All packages in the order of the document, without the one at the root. */
export function listSpdx3Packages(document: Spdx3Document): readonly SbomComponent[] {
  const { graph, subject, packages } = partsOf(document);
  return packages.filter(({ node }) => node !== subject?.node).map((one) => componentOf(one, graph));
}

/** What identifies the document itself, and when it was made. */
export function identityOfSpdx3(document: Spdx3Document): {
  readonly serialNumber?: string | undefined;
  readonly madeAt?: string | undefined;
} {
  const { about, creationInfo } = partsOf(document);
  return {
    serialNumber: about === undefined ? undefined : textOf(about, "spdxId"),
    madeAt: creationInfo === undefined ? undefined : textOf(creationInfo, "created"),
  };
}

/** The identifiers of a package that have a type, such as `packageUrl`. */
export function identifiersOfType(one: Spdx3Node, type: string): readonly { text: string; pointer: string }[] {
  return valuesOf(one, "externalIdentifier").flatMap(({ value, pointer }) => {
    const { externalIdentifierType, identifier } = (value ?? {}) as Spdx3Document;
    return externalIdentifierType === type && typeof identifier === "string"
      ? [{ text: identifier, pointer: `${pointer}/identifier` }]
      : [];
  });
}

/** A hash of an element; the algorithm as CycloneDX spells it. */
export interface Spdx3Hash {
  readonly algorithm: string;
  readonly text: string;
  readonly pointer: string;
}

/** The hashes of an element. */
export function hashesOf(one: Spdx3Node): readonly Spdx3Hash[] {
  return valuesOf(one, "verifiedUsing").flatMap(({ value, pointer }) => {
    const { algorithm, hashValue } = (value ?? {}) as Spdx3Document;
    return typeof algorithm === "string" && typeof hashValue === "string"
      ? [{ algorithm: hashName(algorithm), text: hashValue, pointer: `${pointer}/hashValue` }]
      : [];
  });
}

function componentOf(one: Spdx3Node, graph: Spdx3Graph): SbomComponent {
  const bomRef = textOf(one, "spdxId");
  const version = textOf(one, "software_packageVersion");
  const purl = textOf(one, "software_packageUrl") ?? identifiersOfType(one, "packageUrl")[0]?.text;
  const licenses = ["hasConcludedLicense", "hasDeclaredLicense"]
    .flatMap((type) => graph.targetsOf(one, type))
    .flatMap((license) => textOf(license, "simplelicensing_licenseExpression") ?? [])
    .filter((license) => !isNoneOrNoAssertion(license));
  return {
    pointer: one.pointer,
    ...(bomRef === undefined ? {} : { bomRef }),
    type: textOf(one, "software_primaryPurpose") ?? "package",
    name: textOf(one, "name") ?? "",
    ...(version === undefined ? {} : { version }),
    ...(purl === undefined ? {} : { purl }),
    licenses: [...new Set(licenses)],
    hashes: hashesOf(one).map(({ algorithm, text }) => ({ alg: algorithm, content: text })),
  };
}
