import { Hono } from "hono";

import { DIAGRAM_FRAME_POLICY, diagramFramePage } from "#site/diagrams.ts";

import type { WorkerEnv } from "../../state/bindings.ts";
import { cachedResponse } from "../../http/caching.ts";

const MAX_AGE_SECONDS = 3600;

/** The frame that draws diagrams; see site/client/standards/diagrams.ts. */
export const diagramRoutes = new Hono<WorkerEnv>().get("/diagram-frame", (context) =>
  cachedResponse(context.req.raw, {
    body: diagramFramePage(),
    contentType: "text/html; charset=utf-8",
    maxAgeSeconds: MAX_AGE_SECONDS,
    headers: { "content-security-policy": DIAGRAM_FRAME_POLICY, "x-robots-tag": "noindex" },
  }),
);
