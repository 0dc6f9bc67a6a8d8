/** What a page and the frame that draws its diagrams say to each other. */

/** Address of the frame, answered by workers/pages/documents/diagram-routes.ts. */
export const DIAGRAM_FRAME = "/diagram-frame";

/** The page asks for a drawing. */
export interface DrawRequest {
  readonly text: string;
  readonly isDark: boolean;
}

/** The frame is ready for a request, or has answered it: without a drawing where the text is no diagram. */
export type Drawing = { readonly kind: "ready" } | { readonly kind: "drawn"; readonly svg: string | undefined };
