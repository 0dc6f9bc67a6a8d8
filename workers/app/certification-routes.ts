import { Hono } from "hono";

import type { WorkerEnv } from "../state/bindings.ts";
import { approvalRoutes } from "../reports/approval-routes.ts";
import type { TableSources } from "../standing/cloud-table.ts";
import { dueRoutes } from "../clouds/due-routes.ts";
import { evidenceRoutes } from "../reports/evidence-routes.ts";
import { healthRoutes } from "../monitor/health-routes.ts";
import { metricsRoutes } from "../monitor/metrics-routes.ts";
import { monitorRootRoutes } from "../monitor/monitor-root.ts";
import { monitorRoutes } from "../monitor/monitor-routes.ts";
import { certificationPageRoutes } from "../clouds/page-routes.ts";
import { reportRoutes } from "../reports/report-routes.ts";

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
