import { Hono } from "hono";

import { secondsUntil } from "#core/base/time/seconds-until.ts";

import { certificationPage, type CloudEntry, type ScopeColumn } from "#site/pages/clouds/certification.tsx";

import { publicJson } from "../http/public-json.ts";
import type { WorkerEnv } from "../state/bindings.ts";
import { pageResponse } from "../http/page-response.ts";
import { currentSnapshot } from "../state/site-context.ts";
import {
  loadCloudTable,
  standingHref,
  type CloudRow,
  type CloudTable,
  type Standing,
  type TableSources,
} from "../standing/cloud-table.ts";

/** Seconds that caches may keep pages and their JSON. */
const PAGE_MAX_AGE_SECONDS = 60;
const MAX_SEARCH_LENGTH = 100;

/** The overview of clouds, and the same facts as JSON beside it. */
export function certificationPageRoutes(sources: TableSources): Hono<WorkerEnv> {
  const routes = new Hono<WorkerEnv>();

  routes.get("/certification", async (context) => {
    const now = new Date();
    const snapshot = await currentSnapshot(context.env);
    const search = (context.req.query("q") ?? "").trim().slice(0, MAX_SEARCH_LENGTH);
    const table = searchTable(await loadCloudTable(context.env, sources, snapshot, now), search);
    const scopes = table.scopes.map(({ alias, scope }) => ({ alias, name: scope.name }));
    const clouds = table.rows.map((row) => toCloudEntry(row, scopes));
    const html = certificationPage({ site: snapshot.site, search, scopes, clouds });
    const maxAgeSeconds = secondsUntil(table.nextChange, now, PAGE_MAX_AGE_SECONDS);
    return pageResponse(context.req.raw, html, { maxAgeSeconds });
  });

  routes.get("/certification.json", async (context) => {
    const now = new Date();
    const table = await loadCloudTable(context.env, sources, await currentSnapshot(context.env), now);
    const clouds = table.rows.map(({ cloud, standings, members }) => ({
      subject: cloud.subject,
      name: cloud.name,
      provider: cloud.provider?.name,
      demo: cloud.isDemo,
      scopes: verdictsJson(table, standings),
      ...(members.length === 0
        ? {}
        : {
            members: members.map(({ subject, standings: own }) => {
              return { subject, scopes: verdictsJson(table, own) };
            }),
          }),
    }));
    return publicJson(context.req.raw, { clouds }, secondsUntil(table.nextChange, now, PAGE_MAX_AGE_SECONDS));
  });

  return routes;
}

function toCloudEntry({ cloud, standings, members }: CloudRow, scopes: readonly ScopeColumn[]): CloudEntry {
  const verdictsOf = (subject: string, of: CloudRow["standings"]) =>
    scopes.map(({ alias }, index) => {
      const face = of[index]?.face;
      return face === undefined ? undefined : { face, href: standingHref(subject, alias) };
    });
  return {
    ...cloud,
    isCertified: standings.some((standing) => standing?.isCertified === true),
    verdicts: verdictsOf(cloud.subject, standings),
    members: members.map(({ subject, standings: own }) => ({ subject, verdicts: verdictsOf(subject, own) })),
  };
}

function verdictsJson({ scopes }: CloudTable, standings: CloudRow["standings"]) {
  return Object.fromEntries(
    standings.flatMap((standing, index) => {
      const alias = scopes[index]?.alias;
      return standing === undefined || alias === undefined ? [] : [[alias, verdictJson(standing)]];
    }),
  );
}

function searchTable(table: CloudTable, search: string): CloudTable {
  if (search === "") return table;
  const wanted = search.toLowerCase();
  const rows = table.rows.filter(({ cloud: { name, subject, provider }, members }) =>
    [name, subject, provider?.name ?? "", ...members.map((member) => member.subject)].some((text) =>
      text.toLowerCase().includes(wanted),
    ),
  );
  return { ...table, rows };
}

function verdictJson({ face, evaluation, isCertified }: Standing) {
  return {
    verdict: face.kind,
    message: face.message,
    certified: isCertified,
    passed: evaluation.passed,
    validity: evaluation.validity,
    nextChange: evaluation.nextChange?.toISOString(),
  };
}
