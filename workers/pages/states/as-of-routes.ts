import { Hono } from "hono";

import type { ChangeSet } from "#core/standards/feeds/change-feed.ts";
import { calendarOf, isCalendarDate } from "#core/base/time/calendar.ts";
import { asOfPage, type ChangedDay } from "#site/pages/as-of.tsx";

import type { WorkerEnv } from "../../state/bindings.ts";
import { pageResponse } from "../../http/page-response.ts";
import { readChanges } from "./history-store.ts";
import { currentView } from "./site-view.ts";

/** Activations that the page of past days lists. */
const LISTED_ACTIVATIONS = 200;

/** The way to the past days: a form, and the days on which something changed. */
export const asOfRoutes = new Hono<WorkerEnv>();

asOfRoutes.get("/as-of", async (context) => {
  const date = context.req.query("date");
  if (date !== undefined && isCalendarDate(date)) return context.redirect(`/as-of/${date}/standards`, 303);
  const { snapshot, today } = await currentView(context.env, new Date());
  const sets = await readChanges(context.env, { activations: LISTED_ACTIVATIONS });
  const days = byDay(sets, snapshot.site.timeZone);
  const html = asOfPage({ site: snapshot.site, today, days, hasMore: sets.length === LISTED_ACTIVATIONS });
  return pageResponse(context.req.raw, html);
});

/** What was published twice on one day is told together, the later change first. */
function byDay(sets: readonly ChangeSet[], timeZone: string): ChangedDay[] {
  const calendar = calendarOf(timeZone);
  const days = Map.groupBy(sets, ({ at }) => calendar.dateOf(new Date(at)));
  return [...days].map(([date, members]) => ({ date, changes: members.flatMap(({ changes }) => changes) }));
}
