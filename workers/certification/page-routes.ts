import { Hono } from "hono";

import { certificationPage } from "#site/pages/certification/certification.tsx";
import { cloudScopePage } from "#site/pages/certification/cloud-scope.tsx";

import type { Bindings, WorkerEnv } from "../bindings.ts";
import { cachedResponse } from "../http/caching.ts";
import { pageResponse } from "../http/page-response.ts";
import { problemResponse } from "../http/problem.ts";
import { currentSnapshot, type Snapshot } from "../http/site-context.ts";
import { evaluationJson } from "./certification-json.ts";
import { loadCloudTable, type CloudTable } from "./cloud-table.ts";
import { describedClouds, namelessCloud, secondsUntil, standingOf, type Cloud, type Standing } from "./clouds.ts";
import { findScope, publishedScopes, type PublishedScope } from "./published-scopes.ts";
import { findResults } from "./result-store.ts";

/** Seconds that caches may keep pages and their JSON. */
const PAGE_MAX_AGE_SECONDS = 60;
const MAX_SEARCH_LENGTH = 100;

/** The pages about certification, and the same facts as JSON beside each. */
export const certificationPageRoutes = new Hono<WorkerEnv>();

certificationPageRoutes.get("/certification", async (context) => {
  const now = new Date();
  const snapshot = await currentSnapshot(context.env);
  const search = (context.req.query("q") ?? "").trim().slice(0, MAX_SEARCH_LENGTH);
  const table = searchTable(await loadCloudTable(context.env, snapshot, now), search);
  const html = certificationPage({
    site: snapshot.site,
    search,
    scopes: table.scopes.map(({ alias, scope }) => ({ alias, name: scope.name })),
    clouds: table.rows.map(({ cloud, standings }) => ({
      ...cloud,
      verdicts: standings.map((standing) => standing?.face),
    })),
  });
  const maxAgeSeconds = secondsUntil(table.nextChange, now, PAGE_MAX_AGE_SECONDS);
  return pageResponse(context.req.raw, html, { maxAgeSeconds });
});

certificationPageRoutes.get("/certification.json", async (context) => {
  const now = new Date();
  const table = await loadCloudTable(context.env, await currentSnapshot(context.env), now);
  const clouds = table.rows.map(({ cloud, standings }) => ({
    subject: cloud.subject,
    name: cloud.name,
    provider: cloud.provider?.name,
    demo: cloud.isDemo,
    scopes: Object.fromEntries(
      standings.flatMap((standing, index) => {
        const alias = table.scopes[index]?.alias;
        return standing === undefined || alias === undefined ? [] : [[alias, verdictJson(standing)]];
      }),
    ),
  }));
  return publicJson(context.req.raw, { clouds }, table.nextChange, now);
});

certificationPageRoutes.get("/certification/:subject/:scope{[^/]+\\.json}", async (context) => {
  const now = new Date();
  const { subject, scope } = context.req.param();
  const found = await findStanding(context.env, subject, scope.slice(0, -".json".length), now);
  if (found === undefined) return unknown("cloud or scope", `${subject}/${scope}`);
  const { cloud, published, standing } = found;
  const facts = {
    subject,
    name: cloud.name,
    demo: cloud.isDemo,
    scope: { uuid: published.scope.uuid, alias: published.alias, name: published.scope.name },
    ...verdictJson(standing),
    evaluation: evaluationJson(standing.evaluation),
  };
  return publicJson(context.req.raw, facts, standing.evaluation.nextChange, now);
});

certificationPageRoutes.get("/certification/:subject/:scope", async (context) => {
  const now = new Date();
  const { subject, scope } = context.req.param();
  const found = await findStanding(context.env, subject, scope, now);
  if (found === undefined) return await context.notFound();
  const { snapshot, cloud, published, standing, lastCheckedAt } = found;
  const { site } = snapshot;
  const html = cloudScopePage({ site, subject, cloud, ...published, ...standing, lastCheckedAt });
  const maxAgeSeconds = secondsUntil(standing.evaluation.nextChange, now, PAGE_MAX_AGE_SECONDS);
  return pageResponse(context.req.raw, html, { maxAgeSeconds });
});

interface FoundStanding {
  readonly snapshot: Snapshot;
  readonly cloud: Cloud;
  readonly published: PublishedScope;
  readonly standing: Standing;
  readonly lastCheckedAt: string | undefined;
}

/** A cloud in a scope; undefined where the address names a scope or a cloud that nobody knows. */
async function findStanding(
  env: Pick<Bindings, "DB" | "BLOBS">,
  subject: string,
  scopeName: string,
  now: Date,
): Promise<FoundStanding | undefined> {
  const snapshot = await currentSnapshot(env);
  const published = findScope(await publishedScopes(env, snapshot), scopeName);
  if (published === undefined) return undefined;
  const { results, account } = await findResults(env, subject, published.scope.uuid);
  const described = describedClouds(snapshot).find((cloud) => cloud.subject === subject);
  if (described === undefined && account === undefined && results.length === 0) return undefined;
  const isDemo = account?.isDemo ?? described?.isDemo ?? false;
  const cloud = described === undefined ? namelessCloud(subject, isDemo) : { ...described, isDemo };
  const lastCheckedAt = results
    .map(({ checkedAt }) => checkedAt)
    .sort()
    .at(-1);
  return { snapshot, cloud, published, standing: standingOf(snapshot, published, results, isDemo, now), lastCheckedAt };
}

function searchTable(table: CloudTable, search: string): CloudTable {
  if (search === "") return table;
  const wanted = search.toLowerCase();
  const rows = table.rows.filter(({ cloud: { name, subject, provider } }) =>
    [name, subject, provider?.name ?? ""].some((text) => text.toLowerCase().includes(wanted)),
  );
  return { ...table, rows };
}

function verdictJson({ face, evaluation }: Standing) {
  return {
    verdict: face.kind,
    message: face.message,
    passed: evaluation.passed,
    validity: evaluation.validity,
    nextChange: evaluation.nextChange?.toISOString(),
  };
}

function publicJson(request: Request, value: unknown, nextChange: Date | undefined, now: Date): Promise<Response> {
  return cachedResponse(request, {
    body: JSON.stringify(value),
    contentType: "application/json; charset=utf-8",
    maxAgeSeconds: secondsUntil(nextChange, now, PAGE_MAX_AGE_SECONDS),
    headers: { "access-control-allow-origin": "*" },
  });
}

function unknown(what: string, name: string): Response {
  const detail = `There is no ${what} \`${name}\`. \`/certification.json\` lists all clouds with their scopes.`;
  return problemResponse({ status: 404, title: "Not found", detail }, { "access-control-allow-origin": "*" });
}
