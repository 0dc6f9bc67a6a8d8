import { nullable, number, object, record, text } from "#core/base/stored/shape.ts";

import type { Bindings } from "../state/bindings.ts";
import { readRows } from "../state/rows.ts";

type Env = Pick<Bindings, "DB">;

/** Where an account wants to be told. The secret is shown once, when it is made. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly createdAt: string;
}

/** An attempt to tell. */
export interface DeliveryLogEntry {
  readonly webhook: string;
  readonly notification: number;
  readonly attempts: number;
  readonly nextAttemptAt: string | null;
  readonly deliveredAt: string | null;
  readonly lastOutcome: string | null;
}

const deliveryLogEntry = object<DeliveryLogEntry>({
  webhook: text,
  notification: number,
  attempts: number,
  nextAttemptAt: nullable(text),
  deliveredAt: nullable(text),
  lastOutcome: nullable(text),
});

/** The webhooks of an account, oldest first. */
export async function listWebhooks({ DB }: Env, subject: string): Promise<readonly Webhook[]> {
  const results = await readRows(
    record({ id: text, url: text, createdAt: text }),
    DB.prepare("SELECT id, url, created_at AS createdAt FROM webhook WHERE subject = ?1 ORDER BY created_at, id").bind(
      subject,
    ),
  );
  return results;
}

/** Adds a webhook unless the account has `limit` of them; answers whether it did. */
export async function addWebhook(
  { DB }: Env,
  webhook: Webhook & { readonly subject: string; readonly secret: string },
  limit: number,
): Promise<boolean> {
  const { meta } = await DB.prepare(
    `INSERT INTO webhook (id, subject, url, secret, created_at)
     SELECT ?1, ?2, ?3, ?4, ?5 WHERE (SELECT count(*) FROM webhook WHERE subject = ?2) < ?6`,
  )
    .bind(webhook.id, webhook.subject, webhook.url, webhook.secret, webhook.createdAt, limit)
    .run();
  return meta.changes > 0;
}

/** Removes a webhook of an account with its log; answers whether it was there. */
export async function removeWebhook({ DB }: Env, subject: string, id: string): Promise<boolean> {
  const { meta } = await DB.prepare("DELETE FROM webhook WHERE subject = ?1 AND id = ?2").bind(subject, id).run();
  return meta.changes > 0;
}

/** The newest deliveries to the webhooks of an account. */
export async function listDeliveries(
  { DB }: Env,
  subject: string,
  limit: number,
): Promise<readonly DeliveryLogEntry[]> {
  const results = await readRows(
    deliveryLogEntry,
    DB.prepare(
      `SELECT webhook_id AS webhook, notification_number AS notification, attempts, next_attempt_at AS nextAttemptAt,
            delivered_at AS deliveredAt, last_outcome AS lastOutcome
       FROM delivery JOIN webhook ON webhook.id = webhook_id
      WHERE subject = ?1 ORDER BY notification_number DESC, webhook_id LIMIT ?2`,
    ).bind(subject, limit),
  );
  return results;
}
