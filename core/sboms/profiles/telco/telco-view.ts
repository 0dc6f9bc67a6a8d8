import type { SbomContent } from "../../view/sbom-content.ts";
import type { SpdxDocument, SpdxPackage } from "../../formats/spdx2/spdx.ts";

/** An SPDX 2 document as the guide sees it. */
export interface TelcoView {
  readonly document: SpdxDocument;
  readonly components: readonly TelcoPackage[];
}

/** A package with its JSON pointer. */
export interface TelcoPackage {
  readonly pointer: string;
  readonly one: SpdxPackage;
}

/** The view of a checked document; the guide knows SPDX 2 only. */
export function viewTelco(content: SbomContent): TelcoView | undefined {
  if (content.kind !== "SPDX") return undefined;
  const { document } = content;
  return {
    document,
    components: (document.packages ?? []).map((one, index) => ({ pointer: `/packages/${index}`, one })),
  };
}
