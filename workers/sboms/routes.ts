import { Hono, type Context } from "hono";

import { fileEndingOf, mediaTypeOf } from "#core/sboms/sbom-format.ts";
import type { SbomRecord } from "#core/sboms/sbom-record.ts";
import { sbomPage } from "#site/pages/sboms/sbom.tsx";
import { sbomsPage } from "#site/pages/sboms/sboms.tsx";

import type { WorkerEnv } from "../bindings.ts";
import { cachedResponse } from "../http/caching.ts";
import { pageResponse } from "../http/page-response.ts";
import { signIn, signInRefused } from "../http/sign-in.ts";
import { currentSnapshot } from "../http/site-context.ts";
import { acceptSbom } from "./accept-sbom.ts";
import { listStoredComponents } from "./component-store.ts";
import { sbomDiffRoutes } from "./diff-routes.ts";
import { profileRoutes } from "./profile-routes.ts";
import { findProfiles } from "./profile-store.ts";
import { readUpload } from "./read-upload.ts";
import { componentJson, profileSummaryJson, sbomDetailJson, sbomJson } from "./sbom-json.ts";
import { findSbom, listRelated, listSboms, type ListQuery } from "./sbom-store.ts";
import { unknownSbom } from "./unknown-sbom.ts";
import { validateRoutes } from "./validate-routes.ts";

const ITEMS_PER_PAGE = 100;
/** Pages beyond have never been asked for by people; deep offsets cost the database. */
const MAX_PAGE = 1000;
const MAX_SEARCH_LENGTH = 200;
/** Other SBOMs of a product that its page offers for comparison. */
const MAX_RELATED = 20;
/** Seconds that caches may keep lists. */
const LIST_MAX_AGE_SECONDS = 60;
/** Bytes under a hash never change. */
const IMMUTABLE = "public, max-age=31536000, immutable";

/** SBOMs: upload, description, original bytes, and the pages that show them. */
export const sbomRoutes = new Hono<WorkerEnv>();

sbomRoutes.route("/", validateRoutes);
sbomRoutes.route("/", profileRoutes);
sbomRoutes.route("/", sbomDiffRoutes);

sbomRoutes.post("/api/v1/sboms", async (context) => {
  const signedIn = await signIn(context.req.raw, context.env.DB, new Date());
  if (!signedIn.ok) return signInRefused(signedIn.failure);
  const account = signedIn.value;
  const upload = await readUpload(context.req.raw);
  if (!upload.ok) return upload.failure;
  const accepted = await acceptSbom(context.env, upload.value, account, new Date());
  if (!accepted.ok) return accepted.failure;
  const { sbom, isNew } = accepted.value;
  return context.json(sbomDetailJson(sbom), isNew ? 201 : 200, { location: `/api/v1/sboms/${sbom.id}` });
});

sbomRoutes.on("GET", ["/api/v1/sboms", "/sboms.json"], async (context) => {
  const { page, query } = readQuery(context);
  const { items, total } = await listSboms(context.env, query);
  return publicJson(context, { total, page, perPage: ITEMS_PER_PAGE, sboms: items.map(sbomJson) });
});

sbomRoutes.get("/api/v1/sboms/:id", async (context) => {
  const sbom = await findSbom(context.env, context.req.param("id"));
  if (sbom === undefined) return unknownSbom(context.req.param("id"));
  return publicJson(context, sbomDetailJson(sbom));
});

sbomRoutes.get("/sboms", async (context) => {
  const { page, query } = readQuery(context);
  const [snapshot, { items, total }] = await Promise.all([currentSnapshot(context.env), listSboms(context.env, query)]);
  const html = sbomsPage({
    site: snapshot.site,
    sboms: items,
    list: { search: query.search, page, total, perPage: ITEMS_PER_PAGE },
  });
  return pageResponse(context.req.raw, html);
});

sbomRoutes.get("/sboms/:file{[0-9a-f]+\\.json}", async (context) => {
  const sbom = await findSbom(context.env, context.req.param("file").slice(0, -".json".length));
  if (sbom === undefined) return unknownSbom(context.req.param("file"));
  const { page, query } = readQuery(context);
  const [{ items, total }, profiles] = await Promise.all([
    listStoredComponents(context.env, sbom.id, query),
    findProfiles(context.env, sbom.sha256),
  ]);
  const components = { total, page, perPage: ITEMS_PER_PAGE, items: items.map(componentJson) };
  return publicJson(context, { ...sbomDetailJson(sbom), profiles: profiles.map(profileSummaryJson), components });
});

sbomRoutes.get("/sboms/:id", async (context) => {
  const sbom = await findSbom(context.env, context.req.param("id"));
  if (sbom === undefined) return await context.notFound();
  const { page, query } = readQuery(context);
  const [snapshot, { items, total }, profiles, related] = await Promise.all([
    currentSnapshot(context.env),
    listStoredComponents(context.env, sbom.id, query),
    findProfiles(context.env, sbom.sha256),
    listRelated(context.env, sbom, MAX_RELATED),
  ]);
  const html = sbomPage({
    site: snapshot.site,
    sbom,
    components: items,
    profiles,
    related,
    chosenProfile: profiles.find(({ id }) => id === context.req.query("profile")),
    list: { search: query.search, page, total, perPage: ITEMS_PER_PAGE },
  });
  return pageResponse(context.req.raw, html);
});

sbomRoutes.get("/sboms/:id/raw", async (context) => {
  const sbom = await findSbom(context.env, context.req.param("id"));
  const blob = sbom === undefined ? null : await context.env.BLOBS.get(`blobs/${sbom.sha256}`);
  if (sbom === undefined || blob === null) return unknownSbom(context.req.param("id"));
  return cachedResponse(context.req.raw, {
    body: await blob.arrayBuffer(),
    contentType: mediaTypeOf(sbom.format),
    maxAgeSeconds: 0,
    etag: sbom.sha256,
    headers: {
      "cache-control": IMMUTABLE,
      "content-disposition": `attachment; filename="${fileNameOf(sbom)}"`,
      "access-control-allow-origin": "*",
    },
  });
});

/** The page of a list and the search in it, from the address; nonsense reads as the first page. */
function readQuery(context: Context<WorkerEnv>): { readonly page: number; readonly query: ListQuery } {
  const wanted = context.req.query("page") ?? "1";
  const page = /^[1-9]\d{0,3}$/.test(wanted) ? Math.min(Number(wanted), MAX_PAGE) : 1;
  const search = (context.req.query("q") ?? "").trim().slice(0, MAX_SEARCH_LENGTH);
  return { page, query: { search, offset: (page - 1) * ITEMS_PER_PAGE, limit: ITEMS_PER_PAGE } };
}

function publicJson(context: Context<WorkerEnv>, value: unknown): Promise<Response> {
  return cachedResponse(context.req.raw, {
    body: JSON.stringify(value),
    contentType: "application/json",
    maxAgeSeconds: LIST_MAX_AGE_SECONDS,
    headers: { "access-control-allow-origin": "*" },
  });
}

/** A file name that is safe in a header and on every disk. */
function fileNameOf({ id, subject, format }: SbomRecord): string {
  const words = [subject?.name, subject?.version].map((word) => (word ?? "").replace(/[^\w.-]+/g, "-")).filter(Boolean);
  return `${[...words, id]
    .join("-")
    .replace(/^[.-]+/, "")
    .slice(-120)}${fileEndingOf(format)}`;
}
