import { Hono } from "hono";

import { fileEndingOf, mediaTypeOf } from "#core/sboms/checking/sbom-format.ts";
import type { SbomRecord } from "#core/sboms/records/sbom-record.ts";
import { windowAround } from "#core/sboms/checking/source-window.ts";
import { sourcePage } from "#site/pages/sboms/source.tsx";

import type { WorkerEnv } from "../../state/bindings.ts";
import { cachedResponse } from "../../http/caching.ts";
import { pageResponse } from "../../http/page-response.ts";
import { problemResponse } from "../../http/problem.ts";
import { currentSnapshot } from "../../state/site-context.ts";
import { findSignature } from "../stores/history-store.ts";
import { openSbom, openSbomPage } from "./open-sbom.ts";

/** Bytes under a hash never change; their owner may withdraw them, so caches ask again after a day. */
const BYTES_CACHING = "public, max-age=86400, immutable";
const MAX_POINTER_LENGTH = 2_000;

/** The original bytes: as they are, their signature, and as a page that leads to a place. */
export const documentRoutes = new Hono<WorkerEnv>();

documentRoutes.get("/sboms/:id/raw", async (context) => {
  const sbom = await openSbom(context, context.req.param("id"));
  if (sbom instanceof Response) return sbom;
  const blob = await context.env.BLOBS.get(`blobs/${sbom.sha256}`);
  if (blob === null) throw new Error(`The bytes of SBOM ${sbom.id} are gone`);
  return cachedResponse(context.req.raw, {
    body: await blob.arrayBuffer(),
    contentType: mediaTypeOf(sbom.format),
    maxAgeSeconds: 0,
    etag: sbom.sha256,
    headers: {
      "cache-control": BYTES_CACHING,
      "content-disposition": `attachment; filename="${fileNameOf(sbom)}"`,
      "access-control-allow-origin": "*",
    },
  });
});

documentRoutes.get("/sboms/:id/signature", async (context) => {
  const sbom = await openSbom(context, context.req.param("id"));
  if (sbom instanceof Response) return sbom;
  const signature = await findSignature(context.env, sbom.id);
  if (signature === undefined) {
    const detail = "This SBOM was published with a token; it came without a signature.";
    return problemResponse({ status: 404, title: "No signature", detail });
  }
  return cachedResponse(context.req.raw, {
    body: signature,
    contentType: "text/plain; charset=utf-8",
    maxAgeSeconds: 60,
    headers: {
      "content-disposition": `attachment; filename="${fileNameOf(sbom)}.sig"`,
      "access-control-allow-origin": "*",
    },
  });
});

documentRoutes.get("/sboms/:id/source", async (context) => {
  const sbom = await openSbomPage(context, context.req.param("id"));
  if (sbom instanceof Response) return sbom;
  const blob = await context.env.BLOBS.get(`blobs/${sbom.sha256}`);
  if (blob === null) throw new Error(`The bytes of SBOM ${sbom.id} are gone`);
  const pointer = context.req.query("at")?.slice(0, MAX_POINTER_LENGTH);
  const line = Number(/^[1-9]\d{0,8}$/.exec(context.req.query("line") ?? "")?.[0] ?? "1");
  const window = windowAround(await blob.text(), pointer === undefined ? { line } : { pointer });
  const { site } = await currentSnapshot(context.env);
  return pageResponse(context.req.raw, sourcePage({ site, sbom, window, pointer }));
});

/** A file name that is safe in a header and on every disk. */
function fileNameOf({ id, subject, format }: SbomRecord): string {
  const words = [subject?.name, subject?.version].map((word) => (word ?? "").replace(/[^\w.-]+/g, "-")).filter(Boolean);
  return `${[...words, id]
    .join("-")
    .replace(/^[.-]+/, "")
    .slice(-120)}${fileEndingOf(format)}`;
}
