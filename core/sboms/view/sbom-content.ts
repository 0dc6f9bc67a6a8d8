import type { CycloneDxBom } from "../formats/cyclonedx/cyclonedx.ts";
import { listComponents, subjectOf, type SbomComponent } from "./list-components.ts";
import { describedPackage, listSpdxPackages } from "../formats/spdx2/list-spdx-packages.ts";
import { placeComponents } from "./place-components.ts";
import type { SpdxDocument } from "../formats/spdx2/spdx.ts";
import type { Spdx3Document } from "../formats/spdx3/graph.ts";
import { identityOfSpdx3, listSpdx3Packages, rootPackage } from "../formats/spdx3/list-packages.ts";

/** A checked document of either format. */
export type SbomContent =
  | { readonly kind: "CycloneDX"; readonly document: CycloneDxBom }
  | { readonly kind: "SPDX"; readonly document: SpdxDocument }
  | { readonly kind: "SPDX3"; readonly document: Spdx3Document };

/** What the document is about, if it says so. */
export function subjectOfContent(content: SbomContent): SbomComponent | undefined {
  if (content.kind === "SPDX3") return rootPackage(content.document);
  return content.kind === "SPDX" ? describedPackage(content.document) : subjectOf(content.document);
}

/** All components but the subject, in the order of the document. */
export function componentsOfContent(content: SbomContent): readonly SbomComponent[] {
  if (content.kind === "SPDX3") return listSpdx3Packages(content.document);
  return content.kind === "SPDX" ? listSpdxPackages(content.document) : listComponents(content.document);
}

/** How many components there are but the subject, without making their list. */
export function countComponents(content: SbomContent): number {
  if (content.kind !== "CycloneDX") return componentsOfContent(content).length;
  const { document } = content;
  return placeComponents(document).length - (document.metadata?.component === undefined ? 0 : 1);
}

/** What identifies the document itself, and when it was made (RFC 3339). */
export function identityOfContent(content: SbomContent): {
  readonly serialNumber?: string | undefined;
  readonly version?: number | undefined;
  readonly madeAt?: string | undefined;
} {
  if (content.kind === "SPDX3") return identityOfSpdx3(content.document);
  if (content.kind === "SPDX") {
    const { documentNamespace, creationInfo } = content.document;
    return { serialNumber: documentNamespace, madeAt: creationInfo.created };
  }
  const { serialNumber, version, metadata } = content.document;
  return { serialNumber, version, madeAt: metadata?.timestamp };
}
