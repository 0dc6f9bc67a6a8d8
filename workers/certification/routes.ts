import { Hono } from "hono";

import type { WorkerEnv } from "../bindings.ts";
import { approvalRoutes } from "./approval-routes.ts";
import { badgeRoutes } from "./badge-routes.ts";
import { dueRoutes } from "./due-routes.ts";
import { evidenceRoutes } from "./evidence-routes.ts";
import { healthRoutes } from "./health-routes.ts";
import { metricsRoutes } from "./metrics-routes.ts";
import { monitorRoutes } from "./monitor-routes.ts";
import { certificationPageRoutes } from "./page-routes.ts";
import { reportRoutes } from "./report-routes.ts";

/** Certification: signed reports come in, badges and pages go out. */
export const certificationRoutes = new Hono<WorkerEnv>();

certificationRoutes.route("/", reportRoutes);
certificationRoutes.route("/", evidenceRoutes);
certificationRoutes.route("/", badgeRoutes);
certificationRoutes.route("/", certificationPageRoutes);
certificationRoutes.route("/", approvalRoutes);
certificationRoutes.route("/", dueRoutes);
certificationRoutes.route("/", metricsRoutes);
certificationRoutes.route("/", healthRoutes);
certificationRoutes.route("/", monitorRoutes);
