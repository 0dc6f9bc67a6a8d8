import { Hono } from "hono";

import type { WorkerEnv } from "../bindings.ts";
import { approvalRoutes } from "./approval-routes.ts";
import type { TableSources } from "./cloud-table.ts";
import { dueRoutes } from "./due-routes.ts";
import { evidenceRoutes } from "./evidence-routes.ts";
import { healthRoutes } from "./health-routes.ts";
import { metricsRoutes } from "./metrics-routes.ts";
import { monitorRootRoutes } from "./monitor-root.ts";
import { monitorRoutes } from "./monitor-routes.ts";
import { certificationPageRoutes } from "./page-routes.ts";
import { reportRoutes } from "./report-routes.ts";

/** Certification: signed reports come in, badges and pages go out. */
export function certificationRoutes(sources: TableSources): Hono<WorkerEnv> {
  const routes = new Hono<WorkerEnv>();
  routes.route("/", reportRoutes);
  routes.route("/", evidenceRoutes);
  routes.route("/", certificationPageRoutes(sources));
  routes.route("/", approvalRoutes);
  routes.route("/", dueRoutes);
  routes.route("/", metricsRoutes);
  routes.route("/", healthRoutes);
  routes.route("/", monitorRoutes(sources));
  routes.route("/", monitorRootRoutes);
  return routes;
}
