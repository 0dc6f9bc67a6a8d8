import type { DocumentView } from "./document-view.ts";
import type { SbomContent } from "./sbom-content.ts";
import { viewCycloneDx } from "./view-cyclonedx.ts";
import { viewSpdx } from "./view-spdx.ts";
import { viewSpdx3 } from "./view-spdx3.ts";

/** Several profiles ask for the same view. */
const VIEWS = new WeakMap<SbomContent["document"], DocumentView>();

/** The view of a checked document; made once. */
export function viewDocument(content: SbomContent): DocumentView {
  const known = VIEWS.get(content.document);
  if (known !== undefined) return known;
  const view = makeView(content);
  VIEWS.set(content.document, view);
  return view;
}

function makeView(content: SbomContent): DocumentView {
  switch (content.kind) {
    case "CycloneDX":
      return viewCycloneDx(content.document);
    case "SPDX":
      return viewSpdx(content.document);
    case "SPDX3":
      return viewSpdx3(content.document);
  }
}
