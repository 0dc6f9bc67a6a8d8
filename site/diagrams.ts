import { ASSETS } from "./compiled/asset-names.js";

/** The script that a page with this fragment needs to draw its diagrams; none where there is no diagram. */
export function diagramScripts(fragment: string): readonly string[] {
  return fragment.includes('<code class="language-mermaid">') ? [ASSETS["diagrams.js"]] : [];
}

/**
 * The page that draws diagrams in a sandboxed frame: the only place where the library for them is loaded, and styles
 * that a library writes are allowed.
 */
export function diagramFramePage(): string {
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Diagram</title>',
    `<script defer src="${ASSETS["mermaid.js"]}"></script>`,
    `<script defer src="${ASSETS["diagram-frame.js"]}"></script>`,
    "</head><body></body></html>\n",
  ].join("");
}

/** Nothing but the drawing: no request, no form, no frame, no origin also where it is opened alone; only our own pages may embed it. */
export const DIAGRAM_FRAME_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; sandbox allow-scripts";
