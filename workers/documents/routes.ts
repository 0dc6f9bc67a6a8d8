import { Hono } from "hono";

import { DEFAULT_CONFIGURATION, readCheckConfig, type CheckConfiguration } from "#core/documents/check-config.ts";
import { checkChange } from "#core/changes/check-change.ts";
import { linkVerdict } from "#core/changes/verdict.ts";
import { checkFiles } from "#core/checking/check-files.ts";
import { linkFinding } from "#core/documents/rule-page.ts";
import { PROFILES } from "#core/documents/profiles/index.ts";
import { checkPage } from "#site/pages/check.tsx";

import type { WorkerEnv } from "../bindings.ts";
import { pageResponse } from "../http/page-response.ts";
import { problemResponse } from "../http/problem.ts";
import { currentSnapshot } from "../http/site-context.ts";
import { readCheckRequest, type CheckInput } from "./read-check-request.ts";

/** Checking documents without publishing them: open to everybody, nothing is stored. */
export const documentRoutes = new Hono<WorkerEnv>();

documentRoutes.get("/check", async (context) => {
  const { site } = await currentSnapshot(context.env);
  return pageResponse(context.req.raw, checkPage({ site }));
});

documentRoutes.post("/api/v1/validate/documents", async (context) => {
  const request = await readCheckRequest(context.req.raw);
  if (!request.ok) return problemResponse(request.failure);
  return context.json(await answer(request.value), 200, {
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

/** The findings of the documents; where they are a change of others, those that it brings, and the verdict on it. */
async function answer({ documents, config, profile, complete, change }: CheckInput): Promise<object> {
  const options = { configuration: configurationOf(config, profile), isComplete: complete };
  if (change === undefined) {
    const result = await checkFiles(documents, options);
    return { ...result, findings: result.findings.map(linkFinding) };
  }
  const { base, ...around } = change;
  const result = await checkChange({ documents: base }, { documents }, { ...options, ...around });
  return { ...result, findings: result.findings.map(linkFinding), verdict: linkVerdict(result.verdict) };
}

function configurationOf(config: string | undefined, profile: "strict" | "practical" | undefined): CheckConfiguration {
  const configuration = config === undefined ? DEFAULT_CONFIGURATION : readCheckConfig(config);
  if (profile === undefined) return configuration;
  return { ...configuration, settings: { ...configuration.settings, profile: PROFILES[profile] } };
}
