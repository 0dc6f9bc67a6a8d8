import { number, record, text } from "#core/base/stored/shape.ts";
import { describeNotification, nextAttemptAt, type Notification } from "#core/compliance/notifications/notification.ts";

import type { Bindings } from "../state/bindings.ts";
import { readRows } from "../state/rows.ts";
import { NOTIFICATION_COLUMNS, NOTIFICATION_MEMBERS, toNotification } from "./notification-store.ts";
import { signMessage } from "./sign-message.ts";

/** Deliveries of one run: a worker may make only so many requests. */
const MOST_PER_RUN = 40;
/** Receivers that need longer should answer first and work later. */
const TIMEOUT_MS = 10_000;

interface DueDelivery {
  readonly webhookId: string;
  readonly url: string;
  readonly secret: string;
  readonly attempts: number;
  readonly notification: Notification;
}

/** Sends a request; `fetch`, where nothing else is wanted. */
export type Send = (url: string, init: RequestInit) => Promise<Response>;

/** Delivers what is due. Every message is sent at least once; its id tells a receiver that it came again. */
export async function deliverDue({ DB }: Pick<Bindings, "DB">, send: Send, now: Date): Promise<number> {
  const due = await claimDue(DB, now);
  await Promise.all(due.map(async (delivery) => noteOutcome(DB, delivery, await attempt(delivery, send, now), now)));
  return due.length;
}

const claimedRow = record({ ...NOTIFICATION_MEMBERS, webhookId: text, url: text, secret: text, attempts: number });

/** Takes what is due and moves its next attempt away, so that two runs at once do not send the same. */
async function claimDue(DB: D1Database, now: Date): Promise<readonly DueDelivery[]> {
  const claimed = await readRows(
    record({ webhookId: text, number, attempts: number }),
    DB.prepare(
      `UPDATE delivery SET attempts = attempts + 1, next_attempt_at = ?2
      WHERE (webhook_id, notification_number) IN (
        SELECT webhook_id, notification_number FROM delivery
         WHERE next_attempt_at <= ?1 ORDER BY next_attempt_at LIMIT ${MOST_PER_RUN})
     RETURNING webhook_id AS webhookId, notification_number AS number, attempts`,
    ).bind(now.toISOString(), nextAttemptAt(1, now)?.toISOString() ?? null),
  );
  if (claimed.length === 0) return [];
  const results = await readRows(
    claimedRow,
    DB.prepare(
      `SELECT claim.value ->> 'webhookId' AS webhookId, claim.value ->> 'attempts' AS attempts, url, secret,
            ${NOTIFICATION_COLUMNS}
       FROM json_each(?1) AS claim
       JOIN webhook ON webhook.id = claim.value ->> 'webhookId'
       JOIN notification ON notification.number = claim.value ->> 'number'`,
    ).bind(JSON.stringify(claimed)),
  );
  return results.map(({ webhookId, url, secret, attempts, ...row }) => {
    return { webhookId, url, secret, attempts, notification: toNotification(row) };
  });
}

interface Attempt {
  readonly isDelivered: boolean;
  /** For the log of the account: a status, or that no answer came. */
  readonly outcome: string;
}

/** One message, signed as Standard Webhooks 1.0 has it. */
async function attempt({ webhookId, url, secret, notification }: DueDelivery, send: Send, now: Date): Promise<Attempt> {
  const id = `${webhookId}-${notification.number}`;
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const body = JSON.stringify({
    type: notification.kind,
    summary: describeNotification(notification),
    ...notification,
  });
  const headers = {
    "content-type": "application/json",
    "user-agent": "Stele",
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": await signMessage(secret, id, timestamp, body),
  };
  try {
    // A redirect could lead anywhere; whoever moved tells us the new address.
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await send(url, { method: "POST", headers, body, redirect: "manual", signal });
    await response.body?.cancel();
    return { isDelivered: response.ok, outcome: `answered ${response.status}` };
  } catch {
    return { isDelivered: false, outcome: "no answer" };
  }
}

async function noteOutcome(
  DB: D1Database,
  delivery: DueDelivery,
  { isDelivered, outcome }: Attempt,
  now: Date,
): Promise<void> {
  const again = isDelivered ? undefined : nextAttemptAt(delivery.attempts, now);
  await DB.prepare(
    `UPDATE delivery SET next_attempt_at = ?3, delivered_at = ?4, last_outcome = ?5
      WHERE webhook_id = ?1 AND notification_number = ?2`,
  )
    .bind(
      delivery.webhookId,
      delivery.notification.number,
      again?.toISOString() ?? null,
      isDelivered ? now.toISOString() : null,
      outcome,
    )
    .run();
}
