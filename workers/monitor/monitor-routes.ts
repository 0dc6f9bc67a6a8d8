/**
 * The public addresses of the compliance monitor: what dashboards, docs pages and scripts read today. The site's own pages
 * about the same facts are under /certification.
 */
import { table } from "#core/base/table.ts";
import { Hono, type Context } from "hono";

import { secondsUntil } from "#core/base/time/seconds-until.ts";

import { evaluateScope } from "#core/compliance/standing/evaluate.ts";
import { monitorStatus } from "#core/compliance/monitor/status.ts";
import { detailView, scopeView, tableView, type ViewLinks } from "#core/compliance/monitor/views.ts";
import { validitiesOn } from "#core/standards/scopes/timeline.ts";
import { calendarOf } from "#core/base/time/calendar.ts";

import { publicJson } from "../http/public-json.ts";
import type { WorkerEnv } from "../state/bindings.ts";
import { problemResponse } from "../http/problem.ts";
import { publicOrigin } from "../state/public-origin.ts";
import { MEMORY_BOUNDS } from "../state/memory-bounds.ts";
import { createMemory } from "../state/memory.ts";
import { currentSnapshot, type Snapshot } from "../state/site-context.ts";
import type { TableSources } from "../standing/cloud-table.ts";
import { earlier } from "../standing/clouds.ts";
import { loadMonitorTable } from "./monitor-table.ts";
import { isMonitorView, monitorView, unknownView } from "../http/monitor-view.ts";
import { findScope, publishedScopes } from "../standing/published-scopes.ts";
import { findMembers, findResults, listResults } from "../standing/result-store.ts";

const MAX_AGE_SECONDS = 60;

/** Evaluating every cloud is the costliest thing here, and everybody asks for the same table. */
const tables = createMemory<{
  readonly markdown: string;
  readonly nextChange: Date | undefined;
  readonly isDemo: boolean;
}>(MEMORY_BOUNDS.monitorTables);

/** The monitor's views. */
export function monitorRoutes(sources: TableSources): Hono<WorkerEnv> {
  const routes = new Hono<WorkerEnv>();
  routes.get("/status", (context) => statusResponse(context));
  routes.get("/:view{[a-z]+}/:name{table(?:_full)?}", (context) => tableResponse(context, sources));
  routes.get("/:view{page|fragment|markdown}/:name{detail(?:_full)?}/:subject/:scope", (context) =>
    detailResponse(context),
  );
  routes.get("/:view{page|fragment|markdown}/scope/:scope", (context) => scopeResponse(context));
  return routes;
}

async function statusResponse(context: Context<WorkerEnv>): Promise<Response> {
  const accept = context.req.header("accept") ?? "*/*";
  if (!accept.includes("application/json") && !accept.includes("*/*")) {
    return problemResponse({ status: 406, title: "Not acceptable", detail: "The status is `application/json` only." });
  }
  const now = new Date();
  const snapshot = await currentSnapshot(context.env);
  const { subject: wantedSubject, scopeuuid: wantedScope } = context.req.query();
  const [scopes, { bySubject }] = await Promise.all([
    publishedScopes(context.env, snapshot),
    listResults(context.env, wantedSubject),
  ]);
  const wanted =
    wantedScope === undefined ? scopes : scopes.filter((one) => findScope([one], wantedScope) !== undefined);
  let nextChange: Date | undefined;
  const status: Record<string, Record<string, unknown>> = table({});
  for (const [subject, byScope] of bySubject) {
    for (const { scope } of wanted) {
      const evaluation = evaluateScope(scope, byScope.get(scope.uuid) ?? [], { now, calendar: calendarFor(snapshot) });
      if (evaluation.results.size === 0) continue;
      nextChange = earlier(nextChange, evaluation.nextChange);
      (status[subject] ??= {})[scope.uuid] = monitorStatus(scope, evaluation);
    }
  }
  return publicJson(context.req.raw, status, secondsUntil(nextChange, now, MAX_AGE_SECONDS));
}

async function tableResponse(context: Context<WorkerEnv>, sources: TableSources): Promise<Response> {
  const { view = "", name } = context.req.param();
  if (!isMonitorView(view)) return unknownView(view);
  const now = new Date();
  const snapshot = await currentSnapshot(context.env);
  const links = linksOf(context, name === "table_full");
  const key = `${snapshot.id} ${links.base} ${name}`;
  const { markdown, nextChange, isDemo } = await tables.recall(key, now, async () => {
    const options = { now, includeDrafts: links.isFull };
    const { sections, ...table } = await loadMonitorTable(context.env, sources, snapshot, options);
    return { value: { ...table, markdown: tableView(sections, links) }, until: table.nextChange };
  });
  return monitorView(context, {
    view,
    site: snapshot.site,
    title: "Compliance of clouds",
    markdown,
    isDemo,
    nextChange,
    now,
  });
}

async function detailResponse(context: Context<WorkerEnv>): Promise<Response> {
  const { view = "", name, subject = "", scope = "" } = context.req.param();
  const now = new Date();
  const snapshot = await currentSnapshot(context.env);
  const published = findScope(await publishedScopes(context.env, snapshot), scope);
  if (published === undefined) return unknownScope(scope);
  const links = linksOf(context, name === "detail_full");
  const subjects = await findMembers(context.env, subject);
  const members = await Promise.all(
    subjects.map(async (member) => {
      const { results, account } = await findResults(context.env, member, published.scope.uuid);
      const options = { now, calendar: calendarFor(snapshot), includeDrafts: links.isFull };
      return { subject: member, evaluation: evaluateScope(published.scope, results, options), account };
    }),
  );
  return monitorView(context, {
    view,
    site: snapshot.site,
    title: `${subject}: ${published.scope.name}`,
    markdown: detailView(published.scope, members, links),
    isDemo: members.some(({ account }) => account?.isDemo === true),
    nextChange: members.map(({ evaluation }) => evaluation.nextChange).reduce(earlier, undefined),
    now,
  });
}

async function scopeResponse(context: Context<WorkerEnv>): Promise<Response> {
  const { view = "", scope = "" } = context.req.param();
  const now = new Date();
  const snapshot = await currentSnapshot(context.env);
  const published = findScope(await publishedScopes(context.env, snapshot), scope);
  if (published === undefined) return unknownScope(scope);
  const validities = validitiesOn(published.scope.timeline, calendarFor(snapshot).dateOf(now));
  const markdown = scopeView(published.scope, validities);
  const { name: title } = published.scope;
  return monitorView(context, {
    view,
    site: snapshot.site,
    title,
    markdown,
    isDemo: false,
    nextChange: undefined,
    now,
  });
}

function calendarFor(snapshot: Snapshot) {
  return calendarOf(snapshot.site.timeZone);
}

/** Absolute links, because other sites show these views. */
function linksOf(context: Context<WorkerEnv>, isFull: boolean): ViewLinks {
  return { base: publicOrigin(context.env, context.req.raw), isFull };
}

function unknownScope(name: string): Response {
  const detail = `There is no scope \`${name}\`. Name it by its UUID or by the name of its file without \`.yaml\`.`;
  return problemResponse({ status: 404, title: "Unknown scope", detail });
}
