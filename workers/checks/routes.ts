import { Hono } from "hono";

import { answerCheck } from "#core/standards/changes/answer-check.ts";
import { costOf, MAX_LISTED_FINDINGS } from "#core/standards/checking/check-cost.ts";
import { checkPage } from "#site/pages/checks/check.tsx";

import { chargeMore, refuseTooMany } from "../sign-in/anonymous-limit.ts";
import type { WorkerEnv } from "../state/bindings.ts";
import { cachedResponse } from "../http/caching.ts";
import { pageResponse } from "../http/page-response.ts";
import { problemResponse } from "../http/problem.ts";
import { currentSnapshot } from "../state/site-context.ts";
import { publishedConfig, publishedTexts } from "./published-tree.ts";
import { readCheckRequest } from "./read-check-request.ts";

/** Seconds that caches may keep what is published; a publish changes it. */
const PUBLISHED_MAX_AGE_SECONDS = 60;

/** Lines whose check costs as much as a whole request of the limit for everybody may. */
const LINES_PER_ATTEMPT = 3_000;

/** Checking documents without publishing them: open to everybody, nothing is stored. */
export const documentRoutes = new Hono<WorkerEnv>();

documentRoutes.get("/check", async (context) => {
  const snapshot = await currentSnapshot(context.env);
  const config = await publishedConfig(context.env, snapshot);
  const paths = snapshot.files.filter(({ kind }) => kind === "document").map(({ path }) => path);
  return pageResponse(context.req.raw, checkPage({ site: snapshot.site, config, paths }));
});

/** What the page compares a change with, in one piece, so that asking for it tells nothing about the change. */
documentRoutes.get("/check/published.json", async (context) => {
  const snapshot = await currentSnapshot(context.env);
  return cachedResponse(context.req.raw, {
    body: JSON.stringify({ files: await publishedTexts(context.env, snapshot) }),
    contentType: "application/json",
    maxAgeSeconds: PUBLISHED_MAX_AGE_SECONDS,
  });
});

documentRoutes.post("/api/v1/validate/documents", async (context) => {
  const refused = refuseTooMany(context.req.raw, context.env, "Run `stele check` on your machine, or try", new Date());
  if (refused !== undefined) return refused;
  const request = await readCheckRequest(context.req.raw);
  if (!request.ok) return problemResponse(request.failure);
  const { lines } = costOf([...request.value.files, ...(request.value.change?.base ?? [])]);
  chargeMore(context.req.raw, context.env, Math.floor(lines / LINES_PER_ATTEMPT));
  // A contributor to this site's tree is judged by its settings, as in the tree itself.
  const config = request.value.config ?? (await publishedConfig(context.env, await currentSnapshot(context.env)));
  const answer = await answerCheck({ ...request.value, config });
  const omitted = Math.max(0, answer.findings.length - MAX_LISTED_FINDINGS);
  const listed =
    omitted === 0 ? answer : { ...answer, findings: answer.findings.slice(0, MAX_LISTED_FINDINGS), omitted };
  return context.json(listed, 200, {
    "cache-control": "no-store",
    "access-control-allow-origin": "*",
  });
});

/** A page of another origin may check documents too: the answer says nothing about anybody. */
documentRoutes.options("/api/v1/validate/documents", (context) =>
  context.body(null, 204, {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "POST",
    "access-control-allow-headers": "content-type",
    "access-control-max-age": "86400",
  }),
);
