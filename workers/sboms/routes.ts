import { Hono } from "hono";

import type { WorkerEnv } from "../state/bindings.ts";
import { bomLinkRoutes } from "./pages/bom-link-routes.ts";
import { checkPageRoutes } from "./pages/check-page-routes.ts";
import { componentRoutes } from "./pages/component-routes.ts";
import { dependencyRoutes } from "./pages/dependency-routes.ts";
import { sbomDiffRoutes } from "./pages/diff-routes.ts";
import { listRoutes } from "./pages/list-routes.ts";
import { profileRoutes } from "./pages/profile-routes.ts";
import { documentRoutes } from "./pages/document-routes.ts";
import { sbomPageRoutes } from "./pages/page-routes.ts";
import { uploadRoutes } from "./uploads/upload-routes.ts";
import { validateRoutes } from "./uploads/validate-routes.ts";

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
