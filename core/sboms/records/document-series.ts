import { identityOfContent, type SbomContent } from "../view/sbom-content.ts";

/** What makes an SPDX namespace unique, with what ties it to the rest: a UUID, a digest, a time. */
const UNIQUE_PART =
  /[-_/#.:]*(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b[0-9a-f]{32,128}\b|\b\d{4}-?\d{2}-?\d{2}T\d[\d:.-]*Z?)/gi;

/**
 * Under what name the versions of one document belong together: the serial number of CycloneDX; the namespace of SPDX without its
 * unique part, and the document's name, because every SPDX document has a namespace of its own. Undefined where a document has none.
 */
export function seriesOf(content: SbomContent): string | undefined {
  const { serialNumber } = identityOfContent(content);
  if (serialNumber === undefined) return undefined;
  if (content.kind === "CycloneDX") return serialNumber.toLowerCase();
  const base = serialNumber.replace(UNIQUE_PART, "");
  return content.kind === "SPDX" ? `${base} ${content.document.name}` : base;
}
