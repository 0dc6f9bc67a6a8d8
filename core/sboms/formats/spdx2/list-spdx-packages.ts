import type { SbomComponent } from "../../view/list-components.ts";
import { isNoneOrNoAssertion } from "../../licenses/parse-license-expression.ts";
import { referenceTypeOf } from "./reference-type.ts";
import type { SpdxDocument, SpdxPackage } from "./spdx.ts";

/** The package that the document describes, if it is exactly one. */
export function describedPackage(document: SpdxDocument): SbomComponent | undefined {
  const index = describedIndex(document);
  const described = index === undefined ? undefined : document.packages?.[index];
  return described === undefined || index === undefined ? undefined : componentOf(described, index);
}

/** All packages in the order of the document, without the one that the document describes. */
export function listSpdxPackages(document: SpdxDocument): readonly SbomComponent[] {
  const described = describedIndex(document);
  return (document.packages ?? []).map(componentOf).filter((_component, index) => index !== described);
}

function describedIndex(document: SpdxDocument): number | undefined {
  const ids = new Set(document.documentDescribes ?? []);
  for (const { spdxElementId, relatedSpdxElement, relationshipType } of document.relationships ?? []) {
    if (relationshipType === "DESCRIBES" && spdxElementId === document.SPDXID) ids.add(relatedSpdxElement);
    if (relationshipType === "DESCRIBED_BY" && relatedSpdxElement === document.SPDXID) ids.add(spdxElementId);
  }
  const [id, ...others] = ids;
  if (id === undefined || others.length > 0) return undefined;
  const index = (document.packages ?? []).findIndex(({ SPDXID }) => SPDXID === id);
  return index < 0 ? undefined : index;
}

function componentOf(spdxPackage: SpdxPackage, index: number): SbomComponent {
  const { SPDXID, name, versionInfo, primaryPackagePurpose, externalRefs = [], checksums = [] } = spdxPackage;
  const purl = externalRefs.find((one) => referenceTypeOf(one) === "purl")?.referenceLocator;
  const licenses = new Set([spdxPackage.licenseConcluded, spdxPackage.licenseDeclared]);
  return {
    pointer: `/packages/${index}`,
    bomRef: SPDXID,
    type: (primaryPackagePurpose ?? "package").toLowerCase().replaceAll("_", "-"),
    name,
    ...(versionInfo === undefined ? {} : { version: versionInfo }),
    ...(purl === undefined ? {} : { purl }),
    licenses: [...licenses].filter(
      (license): license is string => license !== undefined && !isNoneOrNoAssertion(license),
    ),
    hashes: checksums.map(({ algorithm, checksumValue }) => ({ alg: hashName(algorithm), content: checksumValue })),
  };
}

/** The name of a hash algorithm as CycloneDX writes it: `SHA256` is `SHA-256` there. */
export function hashName(algorithm: string): string {
  return algorithm.toUpperCase().replace(/^SHA(?=\d{3}$|1$)/, "SHA-");
}
