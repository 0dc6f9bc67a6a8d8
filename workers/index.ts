import { Hono } from "hono";

import type { WorkerEnv } from "./bindings.ts";
import { internalError } from "./http/problem.ts";
import { securityHeaders } from "./http/security-headers.ts";

const app = new Hono<WorkerEnv>();

app.use(securityHeaders());
app.get("/healthz", (context) => context.body(null, 200));

app.onError((error, context) => {
  // The log is for the operator; the client learns nothing about the inside.
  console.error(error); // oxlint-disable-line eslint/no-console -- the one place that logs
  return internalError(context);
});

export default app;
