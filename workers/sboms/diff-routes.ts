import { Hono, type Context } from "hono";

import { diffComponents, type ComponentsDiff } from "#core/sboms/diff/diff-components.ts";
import { diffJson } from "#core/sboms/diff/diff-json.ts";
import type { SbomDetail } from "#core/sboms/sbom-record.ts";
import { sbomDiffPage } from "#site/pages/sboms/diff.tsx";

import type { WorkerEnv } from "../bindings.ts";
import { cachedResponse } from "../http/caching.ts";
import { pageResponse } from "../http/page-response.ts";
import { problemResponse } from "../http/problem.ts";
import { currentSnapshot } from "../http/site-context.ts";
import { allStoredComponents } from "./component-store.ts";
import { openSbom } from "./open-sbom.ts";

/** Components of both SBOMs together; both lists and what is made of them lie in memory at once. */
const MAX_COMPONENTS = 40_000;
/** Published SBOMs never change, so the answer does not either. */
const MAX_AGE_SECONDS = 3600;

/** What changed from one published SBOM to another: `/sboms/<earlier>/diff/<later>`. */
export const sbomDiffRoutes = new Hono<WorkerEnv>();

interface Comparison {
  readonly earlier: SbomDetail;
  readonly later: SbomDetail;
  readonly diff: ComponentsDiff;
}

sbomDiffRoutes.get("/sboms/:id/diff/:file{[0-9a-f]+\\.json}", async (context) => {
  const comparison = await compare(context, context.req.param("file").slice(0, -".json".length));
  if (comparison instanceof Response) return comparison;
  const { earlier, later, diff } = comparison;
  return cachedResponse(context.req.raw, {
    body: JSON.stringify({ earlier: earlier.id, later: later.id, ...diffJson(diff) }),
    contentType: "application/json",
    maxAgeSeconds: MAX_AGE_SECONDS,
    headers: { "access-control-allow-origin": "*" },
  });
});

sbomDiffRoutes.get("/sboms/:id/diff/:other{[0-9a-f]+}", async (context) => {
  const comparison = await compare(context, context.req.param("other"));
  if (comparison instanceof Response) return comparison.status === 404 ? await context.notFound() : comparison;
  const { site } = await currentSnapshot(context.env);
  return pageResponse(context.req.raw, sbomDiffPage({ site, ...comparison }));
});

/** Both SBOMs and what changed, or why they are not compared. */
async function compare(context: Context<WorkerEnv, "/sboms/:id/*">, otherId: string): Promise<Comparison | Response> {
  const id = context.req.param("id");
  const [earlier, later] = await Promise.all([openSbom(context, id), openSbom(context, otherId)]);
  if (earlier instanceof Response) return earlier;
  if (later instanceof Response) return later;
  if (earlier.componentCount + later.componentCount > MAX_COMPONENTS) return tooLarge();
  const [before, after] = await Promise.all([
    allStoredComponents(context.env, earlier.id),
    allStoredComponents(context.env, later.id),
  ]);
  return { earlier, later, diff: diffComponents(before, after) };
}

function tooLarge(): Response {
  return problemResponse({
    status: 422,
    title: "Too many components",
    detail: `SBOMs are compared here with up to ${MAX_COMPONENTS.toLocaleString("en")} components together. Download both and run \`stele sbom diff <earlier> <later>\`.`,
  });
}
