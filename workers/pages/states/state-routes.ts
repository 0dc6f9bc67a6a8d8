import { Hono, type MiddlewareHandler } from "hono";

import { addDays, calendarOf, isCalendarDate } from "#core/base/time/calendar.ts";
import type { PageState } from "#site/page-state.ts";

import type { WorkerEnv } from "../../state/bindings.ts";
import { currentSnapshot, findSnapshot, snapshotBefore, type Snapshot } from "../../state/site-context.ts";
import { guidePages } from "../documents/guide-routes.ts";
import { notFound } from "./not-found.ts";

/** Pages over another state, `/as-of/2024-03-01/…` and `/preview/<snapshot>/…`: what is done before they answer as ever. */
export const stateRoutes = new Hono<WorkerEnv>()
  .use("/as-of/:date/*", (context, next) => pastState(context, next))
  .use("/preview/:snapshot/*", (context, next) => preview(context, next))
  .use("/standards/:group/:name", guidePages)
  .use("/as-of/:date/standards/:group/:name", guidePages)
  .use("/preview/:snapshot/standards/:group/:name", guidePages)
  .get("/as-of/:date", (context) =>
    context.redirect(`/as-of/${encodeURIComponent(context.req.param("date"))}/standards`, 302),
  )
  .get("/preview/:snapshot", (context) =>
    context.redirect(`/preview/${encodeURIComponent(context.req.param("snapshot"))}/standards`, 302),
  );

/**
 * The state at the end of a day that is over, in the calendar of the site. Such a page never changes again; today's would,
 * so today leads to the current page.
 */
const pastState: MiddlewareHandler<WorkerEnv, "/as-of/:date/*"> = async function pastState(context, next) {
  const date = context.req.param("date");
  const base = `/as-of/${date}`;
  const { site } = await currentSnapshot(context.env);
  if (!isCalendarDate(date)) {
    return notFound(context, `There is no day \`${date}\`. Write it as year, month and day: /as-of/2024-03-01.`);
  }
  const calendar = calendarOf(site.timeZone);
  const today = calendar.dateOf(new Date());
  if (date > today) return notFound(context, `${date} lies in the future; what will be published then is not known.`);
  if (date === today) return context.redirect(currentAddress(context.req.url, base), 302);
  const end = calendar.startOf(addDays(date, 1));
  const snapshot = await snapshotBefore(context.env, end);
  if (snapshot === undefined) return notFound(context, `Nothing was published yet on ${date}.`);
  const now = new Date(end.getTime() - 1);
  context.set("requestedState", { snapshot: withState(snapshot, { kind: "past", base, date }), now });
  await next();
  // RFC 7089: how archives say that a page is one of theirs.
  context.res.headers.set("memento-datetime", now.toUTCString());
  return undefined;
};

/** A state that was sent and perhaps never published; for its authors, not for search engines. */
const preview: MiddlewareHandler<WorkerEnv, "/preview/:snapshot/*"> = async function preview(context, next) {
  const id = context.req.param("snapshot");
  const snapshot = await findSnapshot(context.env, id);
  if (snapshot === undefined) {
    return notFound(context, "There is no such preview, or not all of its files were sent yet.");
  }
  const state: PageState = { kind: "preview", base: `/preview/${id}` };
  context.set("requestedState", { snapshot: withState(snapshot, state), now: new Date() });
  await next();
  context.res.headers.set("x-robots-tag", "noindex");
  return undefined;
};

function withState(snapshot: Snapshot, state: PageState): Snapshot {
  return { ...snapshot, site: { ...snapshot.site, state } };
}

/** The same page of the current state. */
function currentAddress(url: string, base: string): string {
  const { pathname, search } = new URL(url);
  return (pathname.slice(base.length) || "/standards") + search;
}
