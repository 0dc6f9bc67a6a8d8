import { Hono } from "hono";

import { checkSbomPage } from "#site/pages/checks/check-sbom.tsx";

import type { WorkerEnv } from "../../state/bindings.ts";
import { pageResponse } from "../../http/page-response.ts";
import { currentSnapshot } from "../../state/site-context.ts";

/** `/check/sbom`: the check that runs in the browser of its author. */
export const checkPageRoutes = new Hono<WorkerEnv>();

checkPageRoutes.get("/check/sbom", async (context) => {
  const { site } = await currentSnapshot(context.env);
  return pageResponse(context.req.raw, checkSbomPage({ site }));
});
