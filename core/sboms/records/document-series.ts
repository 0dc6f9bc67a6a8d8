import { identityOfContent, type SbomContent } from "../view/sbom-content.ts";

/** What makes an SPDX namespace unique: a UUID, a digest, a time. */
const UNIQUE_PART =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b[0-9a-f]{32,128}\b|\b\d{4}-?\d{2}-?\d{2}T\d[\d:.-]*Z?/gi;
/** What ties it to the rest. */
const TIES = new Set("-_/#.:");

/**
 * Under what name the versions of one document belong together: the serial number of CycloneDX; the namespace of SPDX without its
 * unique part, and the document's name, because every SPDX document has a namespace of its own. Undefined where a document has none.
 */
export function seriesOf(content: SbomContent): string | undefined {
  const { serialNumber } = identityOfContent(content);
  if (serialNumber === undefined) return undefined;
  if (content.kind === "CycloneDX") return serialNumber.toLowerCase();
  const base = withoutUniqueParts(serialNumber);
  return content.kind === "SPDX" ? `${base} ${content.document.name}` : base;
}

/** A name without its unique parts and the ties before each. */
function withoutUniqueParts(name: string): string {
  let rest = "";
  let end = 0;
  for (const match of name.matchAll(UNIQUE_PART)) {
    let start = match.index;
    while (start > end && TIES.has(name[start - 1] ?? "")) start -= 1;
    rest += name.slice(end, start);
    end = match.index + match[0].length;
  }
  return rest + name.slice(end);
}
