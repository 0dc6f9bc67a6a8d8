import { Hono } from "hono";

import type { WorkerEnv } from "../state/bindings.ts";
import type { CertificateSources } from "./certificate-sources.ts";
import { decisionRoutes } from "./decision-routes.ts";
import { subjectRoutes } from "./subject-routes.ts";
import { publicRoutes } from "./public-routes.ts";

/** Certificates: decided on by the certification body, shown to everybody. */
export function certificateRoutes(sources: CertificateSources): Hono<WorkerEnv> {
  return new Hono<WorkerEnv>()
    .route("/", publicRoutes(sources))
    .route("/", subjectRoutes)
    .route("/", decisionRoutes(sources));
}
