import { Hono } from "hono";

import type { WorkerEnv } from "../state/bindings.ts";

/** The host name that the compliance monitor had: there `/` leads to its table, as ever (decision 019). */
export const monitorRootRoutes = new Hono<WorkerEnv>();

monitorRootRoutes.use("/", (context, next) => {
  const { MONITOR_HOST } = context.env;
  if (MONITOR_HOST === undefined || new URL(context.req.url).host !== MONITOR_HOST) return next();
  return Promise.resolve(context.redirect("/page/table", 307));
});
