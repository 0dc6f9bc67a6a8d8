/**
 * The public addresses of the compliance monitor: what dashboards, docs pages and scripts read today. The site's own pages
 * about the same facts are under /certification.
 */
import { table } from "#core/base/table.ts";
import { Hono, type Context } from "hono";

import { secondsUntil } from "#core/base/time/seconds-until.ts";

import { withDrafts } from "#core/compliance/standing/evaluate.ts";
import { monitorStatus } from "#core/compliance/monitor/status.ts";
import { detailView, scopeView, tableView, type ViewLinks } from "#core/compliance/monitor/views.ts";
import { validitiesOn } from "#core/standards/scopes/timeline.ts";
import { calendarOf } from "#core/base/time/calendar.ts";

import { cachedResponse } from "../http/caching.ts";
import { publicJson } from "../http/public-json.ts";
import { textStream } from "../http/text-stream.ts";
import type { WorkerEnv } from "../state/bindings.ts";
import { problemResponse } from "../http/problem.ts";
import { publicOrigin } from "../state/public-origin.ts";
import { currentSnapshot, type Snapshot } from "../state/site-context.ts";
import { standingsByName, standingsState, type NamedStanding } from "../standing/all-standings.ts";
import { rememberedClouds } from "../standing/cloud-memory.ts";
import { earlier } from "../standing/clouds.ts";
import { partHref, readPart } from "../standing/part-address.ts";
import { loadMonitorTable, loadWholeTable } from "./monitor-table.ts";
import { isMonitorView, monitorView, unknownView, viewHtml } from "../http/monitor-view.ts";
import { findScope, publishedScopes } from "../standing/published-scopes.ts";
import { findAccount, findMembers } from "../standing/result-store.ts";
import { standingsOf } from "../standing/standing-store.ts";

const MAX_AGE_SECONDS = 60;

/** The monitor's views. */
export const monitorRoutes = new Hono<WorkerEnv>();
monitorRoutes.get("/status", (context) => statusResponse(context));
monitorRoutes.get("/:view{[a-z]+}/:name{table(?:_full)?}", (context) => tableResponse(context));
monitorRoutes.get("/:view{page|fragment|markdown}/:name{detail(?:_full)?}/:subject/:scope", (context) =>
  detailResponse(context),
);
monitorRoutes.get("/:view{page|fragment|markdown}/scope/:scope", (context) => scopeResponse(context));

async function statusResponse(context: Context<WorkerEnv>): Promise<Response> {
  const accept = context.req.header("accept") ?? "*/*";
  if (!accept.includes("application/json") && !accept.includes("*/*")) {
    return problemResponse({ status: 406, title: "Not acceptable", detail: "The status is `application/json` only." });
  }
  const now = new Date();
  const { env } = context;
  const snapshot = await currentSnapshot(env);
  const { subject, scopeuuid: wantedScope } = context.req.query();
  const scopes = await publishedScopes(env, snapshot);
  const wanted =
    wantedScope === undefined ? scopes : scopes.filter((one) => findScope([one], wantedScope) !== undefined);
  if (subject === undefined) {
    const { tag, nextChange } = await standingsState(env, snapshot, wanted, now);
    return cachedResponse(context.req.raw, {
      body: textStream(statusJson(standingsByName(env, snapshot, wanted, now))),
      contentType: "application/json",
      etag: tag,
      maxAgeSeconds: secondsUntil(nextChange, now, MAX_AGE_SECONDS),
      headers: { "access-control-allow-origin": "*" },
    });
  }
  const pairs = wanted.map((published) => ({ subject, published }));
  const standings = await standingsOf(env, snapshot, pairs, now);
  const own = pairs.flatMap(({ published: { scope } }, index) => {
    const evaluation = standings[index]?.evaluation;
    if (evaluation === undefined || evaluation.results.size === 0) return [];
    return [[scope.uuid, monitorStatus(scope, evaluation)] as const];
  });
  const status = own.length === 0 ? {} : table({ [subject]: Object.fromEntries(own) });
  const nextChange = standings.map((standing) => standing.nextChange).reduce(earlier, undefined);
  return publicJson(context.req.raw, status, secondsUntil(nextChange, now, MAX_AGE_SECONDS));
}

/** All subjects with a result that counts, as one object that is written while it is sent. */
async function* statusJson(parts: AsyncGenerator<readonly NamedStanding[]>): AsyncGenerator<string> {
  let current: string | undefined;
  yield "{";
  for await (const part of parts) {
    let json = "";
    for (const { subject, published, standing } of part) {
      if (standing.evaluation.results.size === 0) continue;
      const status = JSON.stringify(monitorStatus(published.scope, standing.evaluation));
      const member = `${JSON.stringify(published.scope.uuid)}:${status}`;
      if (subject === current) json += `,${member}`;
      else json += `${current === undefined ? "" : "},"}${JSON.stringify(subject)}:{${member}`;
      current = subject;
    }
    if (json !== "") yield json;
  }
  yield current === undefined ? "}" : "}}";
}

/** As Markdown, which docs pages pull, the table is whole; as HTML it comes in parts with a link to the next one. */
async function tableResponse(context: Context<WorkerEnv>): Promise<Response> {
  const { view = "", name = "table" } = context.req.param();
  if (!isMonitorView(view)) return unknownView(view);
  const now = new Date();
  const { env } = context;
  const snapshot = await currentSnapshot(env);
  const links = linksOf(context, name === "table_full");
  const { place } = readPart(context);
  const address = JSON.stringify([view === "markdown", links, view === "markdown" ? undefined : place]);
  const remembered = await rememberedClouds(env, snapshot, address, now, async () => {
    const question = { now, includeDrafts: links.isFull };
    const loaded =
      view === "markdown"
        ? await loadWholeTable(env, snapshot, question)
        : await loadMonitorTable(env, snapshot, place, question);
    const next = partHref(`${links.base}/page/${name}`, "", loaded.next);
    const markdown = tableView(loaded.sections, links, next);
    const body = view === "markdown" ? markdown : viewHtml(markdown);
    return { body, nextChange: loaded.nextChange, isDemo: loaded.isDemo };
  });
  return monitorView(context, {
    view,
    site: snapshot.site,
    title: "Compliance of clouds",
    markdown: remembered.body,
    html: remembered.body,
    isDemo: remembered.isDemo === true,
    nextChange: remembered.nextChange,
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
  const pairs = subjects.map((member) => ({ subject: member, published }));
  const [standings, accounts] = await Promise.all([
    standingsOf(context.env, snapshot, pairs, now),
    Promise.all(subjects.map((member) => findAccount(context.env, member))),
  ]);
  const members = subjects.flatMap((member, index) => {
    const evaluation = standings[index]?.evaluation;
    if (evaluation === undefined) return [];
    return [{ subject: member, evaluation: links.isFull ? withDrafts(published.scope, evaluation) : evaluation }];
  });
  return monitorView(context, {
    view,
    site: snapshot.site,
    title: `${subject}: ${published.scope.name}`,
    markdown: detailView(published.scope, members, links),
    isDemo: accounts.some((account) => account?.isDemo === true),
    nextChange: standings.map(({ nextChange }) => nextChange).reduce(earlier, undefined),
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
