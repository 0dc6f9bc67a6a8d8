import { Hono } from "hono";

import { localRedirects } from "../http/local-redirects.ts";
import { internalError, problemResponse } from "../http/problem.ts";
import { securityHeaders } from "../http/security-headers.ts";
import { notFound } from "../pages/states/not-found.ts";
import { runUploads, type UploadMessage } from "../sboms/uploads/run-upload.ts";
import type { Bindings, WorkerEnv } from "../state/bindings.ts";
import { BytesAreLeaving } from "../state/kept-bytes.ts";
import { forgetAfterWrites } from "../state/memory.ts";
import { answerOptions, methodNotAllowed } from "./methods.ts";
import { mountSlices, openAnswers } from "./mount.ts";
import { runScheduled } from "./scheduled.ts";
import { SLICES } from "./slices.ts";

/** A trailing slash leads to the same page: old addresses have it. Exported for the tests that compare it with the table of addresses. */
export const app = new Hono<WorkerEnv>({ strict: false });

app.use(securityHeaders());
app.use(localRedirects());
app.use(openAnswers());
app.use(forgetAfterWrites());
mountSlices(app, SLICES);

app.notFound((context) => {
  const answer = answerOptions(app, context) ?? methodNotAllowed(app, context);
  if (answer !== undefined) return answer;
  if (!context.req.path.startsWith("/api/")) return notFound(context);
  const detail = `There is no ${context.req.method} ${context.req.path}. The API is described in docs/api.md.`;
  return problemResponse({ status: 404, title: "No such endpoint", detail });
});

app.onError((error, context) => {
  if (error instanceof BytesAreLeaving) {
    const detail = "The same bytes are being removed at this very moment. Send them again in a few seconds.";
    return problemResponse({ status: 503, title: "Try again", detail }, { "retry-after": "5" });
  }
  // The log is for the operator; the client learns nothing about the inside.
  console.error(error); // oxlint-disable-line eslint/no-console -- the one place that logs
  return internalError(context);
});

export default {
  fetch: app.fetch,
  scheduled: (controller, env) => runScheduled(env, new Date(controller.scheduledTime)),
  queue: (batch, env) => runUploads(env, batch),
} satisfies ExportedHandler<Bindings, UploadMessage>;
