import { list, nullable, number, oneOf, record, text, type ValueOf } from "#core/base/stored/shape.ts";
import { readStoredJson } from "#core/base/stored/read-stored.ts";
import type { Notification } from "#core/compliance/notifications/notification.ts";
import { timestampOf } from "#core/base/time/timestamp.ts";

import type { Bindings } from "../state/bindings.ts";
import { readRow, readRows } from "../state/rows.ts";

type Env = Pick<Bindings, "DB">;

/** Only the time since Stele first looked counts: imported history is no news. */
const BEGIN = `
  INSERT INTO notice_cursor (only, change_number, expired_until)
  SELECT 1, coalesce(max(number), 0), ?1 FROM result_change WHERE true
  ON CONFLICT DO NOTHING`;

const OF_CHANGE = `WHERE other.subject = change.subject AND other.scope_uuid = change.scope_uuid
               AND other.testcase = change.testcase AND other.version = change.version`;

/**
 * A row of `result_change` is a change, so a failure among them is a first one, but for those that came late: a report of the past is
 * no news, nor what went on failing after it. The cursor is a value to begin at: joined, the
 * database would read every change that there ever was.
 */
const NOTICE_FAILURES = `
  INSERT INTO notification (kind, subject, scope_uuid, at, noticed_at, report_uuid, testcases)
  SELECT 'failure', subject, scope_uuid, at, ?2, report_uuid, json_group_array(DISTINCT testcase)
    FROM (SELECT * FROM result_change AS change
           WHERE number > (SELECT change_number FROM notice_cursor) AND value = -1
             AND NOT EXISTS (SELECT 1 FROM result_change AS other ${OF_CHANGE} AND other.at > change.at AND other.number < change.number)
             AND NOT (EXISTS (SELECT 1 FROM result_change AS other ${OF_CHANGE} AND other.at < change.at AND other.number > change.number)
               AND (SELECT value FROM result_change AS other ${OF_CHANGE} AND other.at < change.at AND other.number < change.number
                     ORDER BY other.at DESC, other.number DESC LIMIT 1) IS -1)
           ORDER BY testcase)
   GROUP BY report_uuid, subject, scope_uuid, at`;

const NOTICE_EXPIRIES = `
  INSERT INTO notification (kind, subject, scope_uuid, at, noticed_at, testcases)
  SELECT 'expiry', subject, scope_uuid, expires_at, ?2, json_group_array(DISTINCT testcase)
    FROM (SELECT * FROM latest_result AS expired
           WHERE expires_at > (SELECT expired_until FROM notice_cursor) AND expires_at <= ?1
             AND NOT EXISTS (SELECT 1 FROM latest_result AS live
                              WHERE live.subject = expired.subject AND live.scope_uuid = expired.scope_uuid
                                AND live.testcase = expired.testcase AND live.expires_at > ?1)
           ORDER BY testcase)
   GROUP BY subject, scope_uuid, expires_at`;

const QUEUE_DELIVERIES = `
  INSERT INTO delivery (webhook_id, notification_number, next_attempt_at)
  SELECT webhook.id, number, noticed_at
    FROM notification JOIN webhook USING (subject)
   WHERE number > ?1 ON CONFLICT DO NOTHING`;

const MOVE_CURSOR = `
  UPDATE notice_cursor SET expired_until = max(expired_until, ?1),
         change_number = max(change_number, (SELECT coalesce(max(number), 0) FROM result_change))`;

/**
 * Looks at what changed and what expired since the last time, and notes what providers should know. One transaction: two
 * runs at once notice nothing twice. Answers how many notifications there are to deliver.
 */
export async function noticeChanges({ DB }: Env, now: Date): Promise<number> {
  const [timestamp, instant] = [timestampOf(now), now.toISOString()];
  const newest = await readRow(
    record({ number }),
    DB.prepare("SELECT coalesce(max(number), 0) AS number FROM notification"),
  );
  const results = await DB.batch([
    DB.prepare(BEGIN).bind(timestamp),
    DB.prepare(NOTICE_FAILURES.replaceAll("?2", "?1")).bind(instant),
    DB.prepare(NOTICE_EXPIRIES).bind(timestamp, instant),
    DB.prepare(MOVE_CURSOR).bind(timestamp),
    DB.prepare(QUEUE_DELIVERIES).bind(newest?.number ?? 0),
  ]);
  return results[4]?.meta.changes ?? 0;
}

/** The members of such a row, for rows that have more. */
export const NOTIFICATION_MEMBERS = {
  number,
  kind: oneOf("failure", "expiry"),
  subject: text,
  scopeUuid: text,
  at: text,
  reportUuid: nullable(text),
  testcases: text,
} as const;

/** A row of `notification` as `NOTIFICATION_COLUMNS` asks for it. */
const notificationRow = record(NOTIFICATION_MEMBERS);

type NotificationRow = ValueOf<typeof notificationRow>;

/** Columns of a notification, for `toNotification`. */
export const NOTIFICATION_COLUMNS =
  "number, kind, notification.subject, scope_uuid AS scopeUuid, at, report_uuid AS reportUuid, testcases";

/** The notification that a row tells of. */
export function toNotification({ reportUuid, testcases, ...row }: NotificationRow): Notification {
  const { number, kind, subject, scopeUuid, at } = row;
  const parsed = readStoredJson(`Notification ${number}`, list(text), testcases);
  return { number, kind, subject, scopeUuid, at, testcases: parsed, ...(reportUuid === null ? {} : { reportUuid }) };
}

/** The newest notifications on a subject. */
export async function listNotifications({ DB }: Env, subject: string, limit: number): Promise<readonly Notification[]> {
  const results = await readRows(
    notificationRow,
    DB.prepare(
      `SELECT ${NOTIFICATION_COLUMNS} FROM notification WHERE subject = ?1 ORDER BY number DESC LIMIT ?2`,
    ).bind(subject, limit),
  );
  return results.map(toNotification);
}

/** Whether anybody ever declared or reported on a subject. */
export async function isKnownSubject({ DB }: Env, subject: string): Promise<boolean> {
  const row = await readRow(
    record({ known: number }),
    DB.prepare(
      `SELECT EXISTS (SELECT 1 FROM account WHERE subject = ?1)
         OR EXISTS (SELECT 1 FROM latest_result WHERE subject = ?1) AS known`,
    ).bind(subject),
  );
  return row?.known === 1;
}
