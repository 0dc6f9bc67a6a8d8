import { Hono } from "hono";

import { paletteOf } from "#core/badges/palette.ts";
import { documentName } from "#core/standards/citations/cite-document.ts";
import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";
import { layoutPreview, PREVIEW_SCALE, type PreviewText } from "#core/badges/layout-preview.ts";

import type { WorkerEnv } from "../../state/bindings.ts";
import { cachedResponse } from "../../http/caching.ts";
import { deflate } from "../../http/deflate.ts";
import { sha256Hex } from "../../http/digest.ts";
import { MEMORY_BOUNDS } from "../../state/memory-bounds.ts";
import { createMemory } from "../../state/memory.ts";
import { notFound } from "./not-found.ts";
import { findDocumentFile, requestedView } from "./site-view.ts";

/** Seconds that caches may keep a picture: nothing in it changes with the day. */
const MAX_AGE_SECONDS = 86_400;

const memory = createMemory<Uint8Array<ArrayBuffer>>(MEMORY_BOUNDS.previews);

/** The picture of a document for link previews: `/standards/<id>/preview.png`. */
export const previewRoutes = new Hono<WorkerEnv>().get("/standards/:name/preview.png", async (context) => {
  const view = await requestedView(context);
  const file = findDocumentFile(view, context.req.param("name"));
  if (file === undefined) return notFound(context);
  const text = previewOf(file.facts, view.snapshot.site.title);
  const etag = (await sha256Hex(JSON.stringify(text))).slice(0, 32);
  return cachedResponse(context.req.raw, {
    body: await memory.recall(etag, new Date(), async () => ({ value: await drawPreview(text) })),
    contentType: "image/png",
    maxAgeSeconds: MAX_AGE_SECONDS,
    etag,
    headers: { "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" },
  });
});

function previewOf(document: DocumentSummary, foot: string): PreviewText {
  const eyebrow = [documentName(document), document.track, document.type].filter((part) => part !== undefined);
  return { eyebrow: eyebrow.join(" · "), title: document.title, foot };
}

async function drawPreview(text: PreviewText): Promise<Uint8Array<ArrayBuffer>> {
  // Letters and their outlines are only needed here: they are not read when the worker starts.
  const [{ drawPicture }, { encodePng }] = await Promise.all([
    import("#core/badges/raster/draw-picture.ts"),
    import("#core/badges/raster/png.ts"),
  ]);
  const drawing = layoutPreview(text);
  return encodePng(drawPicture(drawing, paletteOf(drawing.tone, "light"), PREVIEW_SCALE), 1, deflate);
}
