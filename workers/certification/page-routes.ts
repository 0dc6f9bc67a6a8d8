import { Hono } from "hono";

import { certificationPage } from "#site/pages/certification/certification.tsx";

import type { WorkerEnv } from "../bindings.ts";
import { cachedResponse } from "../http/caching.ts";
import { pageResponse } from "../http/page-response.ts";
import { currentSnapshot } from "../http/site-context.ts";
import { loadCloudTable, type CloudTable } from "./cloud-table.ts";
import { secondsUntil, type Standing } from "./clouds.ts";

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
