import { Hono } from "hono";

import type { ComparedSide } from "#core/sboms/diff/compared-side.ts";
import { diffJson } from "#core/sboms/diff/diff-json.ts";
import { diffSboms, type SbomDiff } from "#core/sboms/diff/diff-sboms.ts";
import type { SbomDetail } from "#core/sboms/records/sbom-record.ts";
import { problemPage } from "#site/pages/problem.tsx";
import { sbomDiffPage } from "#site/pages/sboms/diff.tsx";

import { publicJson } from "../../http/public-json.ts";
import type { Bindings, WorkerEnv } from "../../state/bindings.ts";
import { pageResponse } from "../../http/page-response.ts";
import { problemResponse, type Problem } from "../../http/problem.ts";
import { currentSnapshot } from "../../state/site-context.ts";
import { findGraph } from "../stores/graph-store.ts";
import { allStoredComponents } from "../stores/component-store.ts";
import { openSbom, openSbomPage } from "./open-sbom.ts";

/** Components of both SBOMs together; both lists and what is made of them lie in memory at once. */
const MAX_COMPONENTS = 40_000;
/** Published SBOMs never change, so the answer does not either. */
const MAX_AGE_SECONDS = 3600;

/** What changed from one published SBOM to another: `/sboms/<earlier>/diff/<later>`. */
export const sbomDiffRoutes = new Hono<WorkerEnv>();

sbomDiffRoutes.get("/sboms/:id/diff/:file{[0-9a-f]+\\.json}", async (context) => {
  const { id, file } = context.req.param();
  const [earlier, later] = [await openSbom(context, id), await openSbom(context, file.slice(0, -".json".length))];
  if (earlier instanceof Response) return earlier;
  if (later instanceof Response) return later;
  if (isTooLarge(earlier, later)) return problemResponse(TOO_LARGE);
  const diff = await compare(context.env, earlier, later);
  return publicJson(context.req.raw, { earlier: earlier.id, later: later.id, ...diffJson(diff) }, MAX_AGE_SECONDS);
});

sbomDiffRoutes.get("/sboms/:id/diff/:other{[0-9a-f]+}", async (context) => {
  const { id, other } = context.req.param();
  const [earlier, later] = [await openSbomPage(context, id), await openSbomPage(context, other)];
  if (earlier instanceof Response) return earlier;
  if (later instanceof Response) return later;
  const { site } = await currentSnapshot(context.env);
  const request = context.req.raw;
  if (isTooLarge(earlier, later)) {
    const { status } = TOO_LARGE;
    return pageResponse(request, problemPage({ ...TOO_LARGE, site, path: context.req.path }), { status });
  }
  const diff = await compare(context.env, earlier, later);
  return pageResponse(request, sbomDiffPage({ site, earlier, later, diff }));
});

/** What changed between two SBOMs, as far as they are stored: components, subject and dependencies. */
async function compare(env: Pick<Bindings, "DB" | "BLOBS">, earlier: SbomDetail, later: SbomDetail): Promise<SbomDiff> {
  const [before, after] = await Promise.all([sideOf(env, earlier), sideOf(env, later)]);
  return diffSboms(before, after);
}

async function sideOf(env: Pick<Bindings, "DB" | "BLOBS">, sbom: SbomDetail): Promise<ComparedSide> {
  const [components, graph] = await Promise.all([allStoredComponents(env, sbom.id), findGraph(env, sbom.sha256)]);
  const { subject } = sbom;
  return {
    components,
    graph,
    subject:
      subject === undefined ? undefined : { ...subject, pointer: "", type: "application", licenses: [], hashes: [] },
  };
}

function isTooLarge(earlier: SbomDetail, later: SbomDetail): boolean {
  return earlier.componentCount + later.componentCount > MAX_COMPONENTS;
}

const TOO_LARGE: Problem = {
  status: 422,
  title: "Too many components",
  detail: `SBOMs are compared here with up to ${MAX_COMPONENTS.toLocaleString("en")} components together. Download both and run \`stele sbom diff <earlier> <later>\`.`,
};
