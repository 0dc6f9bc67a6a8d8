import { groupIdOf } from "#core/standards/documents/catalog.ts";
import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";

/** The parts of a document's name; `null` is what SQL makes of absent ones. */
export interface DocumentIdentity {
  readonly documentId: string;
  readonly number?: string | null | undefined;
  readonly series?: DocumentSummary["series"] | null;
  readonly version?: number | null | undefined;
}

/** `scs-0100-v3`: what a document keeps when its slug changes; its id where its name has no number. */
export function requirementKey({ documentId, number, series, version }: DocumentIdentity): string {
  if (typeof number !== "string" || typeof series !== "string") return documentId;
  const group = groupIdOf({ documentId, number });
  return group === documentId ? documentId : `${group}-${series}${version ?? ""}`;
}
