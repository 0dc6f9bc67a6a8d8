import { Hono } from "hono";

import { describeNotification, type Notification } from "#core/compliance/notifications/notification.ts";
import { ATOM_MEDIA_TYPE, writeAtom, type AtomEntry, type AtomFeed } from "#core/base/xml/atom.ts";
import { instantOf } from "#core/base/time/timestamp.ts";

import type { WorkerEnv } from "../state/bindings.ts";
import { cachedResponse } from "../http/caching.ts";
import { publicOrigin } from "../state/public-origin.ts";
import { isKnownSubject, listNotifications } from "./notification-store.ts";

const ENTRIES = 50;
const MAX_AGE_SECONDS = 300;

export const feedRoutes = new Hono<WorkerEnv>();

/** `/certification/<subject>/feed.xml`: first failures and expiries of a cloud, as Atom (RFC 4287). */
feedRoutes.get("/certification/:subject/feed.xml", async (context) => {
  const subject = context.req.param("subject");
  if (!(await isKnownSubject(context.env, subject))) return await context.notFound();
  const notifications = await listNotifications(context.env, subject, ENTRIES);
  const origin = publicOrigin(context.env, context.req.raw);
  return cachedResponse(context.req.raw, {
    body: writeAtom(feedOf(origin, subject, notifications)),
    contentType: ATOM_MEDIA_TYPE,
    maxAgeSeconds: MAX_AGE_SECONDS,
    headers: { "access-control-allow-origin": "*" },
  });
});

function feedOf(origin: string, subject: string, notifications: readonly Notification[]): AtomFeed {
  const page = `${origin}/certification/${encodeURIComponent(subject)}`;
  const selfUrl = `${page}/feed.xml`;
  return {
    id: selfUrl,
    title: `Compliance of ${subject}`,
    selfUrl,
    pageUrl: page,
    author: "Stele",
    updated: dateOf(notifications[0]?.at ?? "1970-01-01T00:00:00Z"),
    entries: notifications.map((notification) => entryOf(origin, selfUrl, notification)),
  };
}

function entryOf(origin: string, feed: string, notification: Notification): AtomEntry {
  const { number, kind, subject, scopeUuid, reportUuid, at, testcases } = notification;
  return {
    id: `${feed}#${number}`,
    title: describeNotification(notification),
    summary: testcases.join(", "),
    url:
      reportUuid === undefined
        ? `${origin}/page/detail/${encodeURIComponent(subject)}/${encodeURIComponent(scopeUuid)}`
        : `${origin}/certification/reports/${encodeURIComponent(reportUuid)}`,
    updated: dateOf(at),
    categories: [kind],
  };
}

function dateOf(timestamp: string): string {
  return instantOf(timestamp).toISOString();
}
