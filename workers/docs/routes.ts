import { Hono } from "hono";

import { OPERATION_GROUPS } from "#core/api/operations/index.ts";
import { writeOpenApi } from "#core/api/openapi.ts";
import { COMMON_RULES } from "#core/standards/checking/common-rules.ts";
import { RULES } from "#core/standards/rules/index.ts";
import { SCOPE_RULES } from "#core/standards/scopes/rules/index.ts";
import { docsApiPage } from "#site/pages/docs/docs-api.tsx";
import { docsRulePage } from "#site/pages/docs/docs-rule.tsx";
import { docsRulesPage, type RuleEntry } from "#site/pages/docs/docs-rules.tsx";

import { publicJson } from "../http/public-json.ts";
import type { WorkerEnv } from "../state/bindings.ts";
import { pageResponse } from "../http/page-response.ts";
import { currentSnapshot } from "../state/site-context.ts";

/** Seconds that caches may keep the description of the API; it changes with the name of the site and with a deployment. */
const API_MAX_AGE_SECONDS = 300;

/** The API, and the rules that documents and scope files are checked against, each with its explanation. */
export const docsRoutes = new Hono<WorkerEnv>();

const ENTRIES: readonly RuleEntry[] = [...RULES, ...SCOPE_RULES, ...COMMON_RULES];

docsRoutes.get("/docs/rules", async (context) => {
  const { site } = await currentSnapshot(context.env);
  return pageResponse(context.req.raw, docsRulesPage({ site, rules: ENTRIES }));
});

docsRoutes.get("/docs/rules/:id", async (context) => {
  // A quarter of a megabyte that only authors ask for.
  const { RULE_PAGES } = await import("#site/compiled/rule-pages.js");
  const rule = ENTRIES.find((entry) => entry.id === context.req.param("id"));
  const page = rule === undefined ? undefined : RULE_PAGES[rule.id];
  if (rule === undefined || page === undefined) return context.notFound();
  const { site } = await currentSnapshot(context.env);
  return pageResponse(context.req.raw, docsRulePage({ site, rule, fragment: page.html, toc: page.toc }));
});

docsRoutes.get("/docs/api", async (context) => {
  const { site } = await currentSnapshot(context.env);
  return pageResponse(context.req.raw, docsApiPage({ site, groups: OPERATION_GROUPS }));
});

docsRoutes.get("/openapi.json", async (context) => {
  const { site } = await currentSnapshot(context.env);
  return publicJson(
    context.req.raw,
    writeOpenApi(OPERATION_GROUPS, { title: site.title, description: site.description }),
    API_MAX_AGE_SECONDS,
  );
});
