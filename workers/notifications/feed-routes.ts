import { table, type Table } from "#core/base/table.ts";
import { Hono } from "hono";

import { describeNotification, type Notification } from "#core/compliance/notifications/notification.ts";
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
    body: atomFeed(origin, subject, notifications),
    contentType: "application/atom+xml; charset=utf-8",
    maxAgeSeconds: MAX_AGE_SECONDS,
    headers: { "access-control-allow-origin": "*" },
  });
});

function atomFeed(origin: string, subject: string, notifications: readonly Notification[]): string {
  const self = `${origin}/certification/${encodeURIComponent(subject)}/feed.xml`;
  const updated = notifications[0]?.at ?? "1970-01-01T00:00:00.000000Z";
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${escapeXml(self)}</id>
<title>${escapeXml(`Compliance of ${subject}`)}</title>
<updated>${dateOf(updated)}</updated>
<author><name>Stele</name></author>
<link rel="self" href="${escapeXml(self)}"/>
${notifications.map((notification) => entry(origin, self, notification)).join("")}</feed>
`;
}

function entry(origin: string, feed: string, notification: Notification): string {
  const { number, subject, scopeUuid, reportUuid, at, testcases } = notification;
  const link =
    reportUuid === undefined
      ? `${origin}/page/detail/${encodeURIComponent(subject)}/${encodeURIComponent(scopeUuid)}`
      : `${origin}/certification/reports/${encodeURIComponent(reportUuid)}`;
  return `<entry>
<id>${escapeXml(`${feed}#${number}`)}</id>
<title>${escapeXml(describeNotification(notification))}</title>
<updated>${dateOf(at)}</updated>
<link href="${escapeXml(link)}"/>
<content type="text">${escapeXml(testcases.join(", "))}</content>
</entry>
`;
}

function dateOf(timestamp: string): string {
  return instantOf(timestamp).toISOString();
}

const XML_ENTITIES: Table<string> = table({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" });

/** Escapes a text for XML 1.0; characters that it does not allow at all become U+FFFD. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/[&<>"]/g, (character) => XML_ENTITIES[character] ?? "")
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, "\uFFFD");
}
