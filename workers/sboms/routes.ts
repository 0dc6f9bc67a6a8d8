import { Hono } from "hono";

import type { WorkerEnv } from "../bindings.ts";
import { bomLinkRoutes } from "./bom-link-routes.ts";
import { checkPageRoutes } from "./check-page-routes.ts";
import { componentRoutes } from "./component-routes.ts";
import { dependencyRoutes } from "./dependency-routes.ts";
import { sbomDiffRoutes } from "./diff-routes.ts";
import { listRoutes } from "./list-routes.ts";
import { profileRoutes } from "./profile-routes.ts";
import { documentRoutes } from "./document-routes.ts";
import { sbomPageRoutes } from "./page-routes.ts";
import { uploadRoutes } from "./upload-routes.ts";
import { validateRoutes } from "./validate-routes.ts";

/** SBOMs: checks, uploads, original bytes, and the pages that show what is in them. */
export const sbomRoutes = new Hono<WorkerEnv>()
  .route("/", validateRoutes)
  .route("/", checkPageRoutes)
  .route("/", uploadRoutes)
  .route("/", listRoutes)
  .route("/", profileRoutes)
  .route("/", sbomDiffRoutes)
  .route("/", bomLinkRoutes)
  .route("/", documentRoutes)
  .route("/", componentRoutes)
  .route("/", dependencyRoutes)
  .route("/", sbomPageRoutes);
