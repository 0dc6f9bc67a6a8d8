import { decodePart } from "#core/base/text/decode-part.ts";

/** A link into a CycloneDX document: `urn:cdx:<serial number>/<version>#<bom-ref>`. */
export interface BomLink {
  /** As documents write it: `urn:uuid:…`, in lower case. */
  readonly serialNumber: string;
  readonly version: number;
  /** The element; absent where the document is meant. */
  readonly bomRef?: string;
}

const BOM_LINK =
  /^urn:cdx:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\/([1-9]\d{0,9})(?:#(.{1,2000}))?$/i;

/** Reads a BOM-Link (CycloneDX, `bomLink`); undefined for anything else. */
export function parseBomLink(text: string): BomLink | undefined {
  const [, serial, version, fragment] = BOM_LINK.exec(text) ?? [];
  if (serial === undefined) return undefined;
  // References with characters that a URN may not have are percent-encoded (RFC 8141 §2.3.3).
  return {
    serialNumber: `urn:uuid:${serial.toLowerCase()}`,
    version: Number(version),
    ...(fragment === undefined ? {} : { bomRef: decodePart(fragment) }),
  };
}
