import { Hono, type Context } from "hono";

import { cloudMembers } from "#core/compliance/monitor/cloud-columns.ts";
import { secondsUntil } from "#core/base/time/seconds-until.ts";

import { certificationPage, type CloudEntry, type ScopeColumn } from "#site/pages/clouds/certification.tsx";

import { cachedResponse } from "../http/caching.ts";
import type { WorkerEnv } from "../state/bindings.ts";
import { pageResponse } from "../http/page-response.ts";
import { currentSnapshot, type Snapshot } from "../state/site-context.ts";
import { LIST_BEGIN } from "../standing/cloud-list.ts";
import { rememberedClouds, type CloudText } from "../standing/cloud-memory.ts";
import {
  loadCloudTable,
  standingHref,
  type CloudRow,
  type CloudTable,
  type Standing,
} from "../standing/cloud-table.ts";
import { describeCloud } from "../standing/clouds.ts";
import { nextLink, partHref, readPart, type AskedPart } from "../standing/part-address.ts";

/** Seconds that caches may keep pages and their JSON. */
const PAGE_MAX_AGE_SECONDS = 60;

/** The overview of clouds, and the same facts as JSON beside it: fifty lines at a time, with the address of the next ones. */
export const certificationPageRoutes = new Hono<WorkerEnv>();

certificationPageRoutes.get("/certification", async (context) => {
  const { text, now } = await makeOnce(context, certificationHtml);
  const maxAgeSeconds = secondsUntil(text.nextChange, now, PAGE_MAX_AGE_SECONDS);
  return pageResponse(context.req.raw, text.body, { maxAgeSeconds });
});

certificationPageRoutes.get("/certification.json", async (context) => {
  const { text, now } = await makeOnce(context, certificationJson);
  return cachedResponse(context.req.raw, {
    body: text.body,
    contentType: "application/json",
    maxAgeSeconds: secondsUntil(text.nextChange, now, PAGE_MAX_AGE_SECONDS),
    headers: { "access-control-allow-origin": "*", ...nextLink(text.nextHref) },
  });
});

type Make = (snapshot: Snapshot, table: CloudTable, asked: AskedPart) => Omit<CloudText, "nextChange">;

/** The part of the list that is asked for, made where it is not remembered. */
async function makeOnce({ env, req }: Context<WorkerEnv>, make: Make) {
  const now = new Date();
  const snapshot = await currentSnapshot(env);
  const asked = readPart({ req });
  const address = JSON.stringify([req.path, asked]);
  const text = await rememberedClouds(env, snapshot, address, now, async () => {
    const table = await loadCloudTable(env, snapshot, { ...asked, now });
    return { ...make(snapshot, table, asked), nextChange: table.nextChange };
  });
  return { text, now };
}

function certificationHtml({ site }: Snapshot, table: CloudTable, { place, search }: AskedPart) {
  const scopes = table.scopes.map(({ alias, scope }) => ({ alias, name: scope.name }));
  const clouds = table.rows.map((row) => toCloudEntry(row, scopes));
  const isFirst = place.from === LIST_BEGIN.from && place.after === LIST_BEGIN.after;
  const nextHref = partHref("/certification", search, table.next);
  return { body: certificationPage({ site, search, scopes, clouds, isFirst, nextHref }) };
}

function certificationJson(_snapshot: Snapshot, table: CloudTable, { search }: AskedPart) {
  const clouds = table.rows.map(({ cloud, standings, members }) => ({
    ...cloudMembers(describeCloud(cloud)),
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
  const nextHref = partHref("/certification.json", search, table.next);
  return { body: JSON.stringify({ clouds, next: nextHref }), nextHref };
}

function toCloudEntry({ cloud, standings, members }: CloudRow, scopes: readonly ScopeColumn[]): CloudEntry {
  const verdictsOf = (subject: string, of: CloudRow["standings"]) =>
    scopes.map(({ alias }, index) => {
      const face = of[index]?.face;
      return face === undefined ? undefined : { face, href: standingHref(subject, alias) };
    });
  return {
    ...describeCloud(cloud),
    providerId: cloud.provider?.id,
    isDemo: cloud.isDemo,
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
