import { Hono, type Context } from "hono";

import { readWebhookUrl, type WebhookUrlFailure } from "#core/compliance/notifications/webhook-url.ts";

import type { WorkerEnv } from "../state/bindings.ts";
import type { Account } from "../sign-in/auth.ts";
import { readBody } from "../http/body.ts";
import { problemResponse } from "../http/problem.ts";
import { signIn, signInRefused } from "../sign-in/sign-in.ts";
import { feedRoutes } from "./feed-routes.ts";
import { makeSecret } from "./sign-message.ts";
import { addWebhook, listDeliveries, listWebhooks, removeWebhook } from "./webhook-store.ts";

const MAX_WEBHOOKS = 5;
const MAX_BODY_BYTES = 10_000;
const LISTED_DELIVERIES = 100;
const PRIVATE = { "cache-control": "no-store" };

/** Notifications: a public feed per subject, and webhooks that an account manages itself and nobody else sees. */
export const notificationRoutes = new Hono<WorkerEnv>();

notificationRoutes.route("/", feedRoutes);

notificationRoutes.get("/api/v1/webhooks", (context) =>
  withAccount(context, async ({ subject }) => {
    return context.json({ webhooks: await listWebhooks(context.env, subject) }, 200, PRIVATE);
  }),
);

/** `POST /api/v1/webhooks` with `{"url": …}`: answers the secret that signs the messages, this once. */
notificationRoutes.post("/api/v1/webhooks", (context) =>
  withAccount(context, async ({ subject }) => {
    const url = readWebhookUrl((await readUrl(context.req.raw)) ?? "");
    if (!url.ok) return urlRefused(url.failure);
    const secret = makeSecret();
    const webhook = { id: crypto.randomUUID(), url: url.value, createdAt: new Date().toISOString() };
    if (await addWebhook(context.env, { ...webhook, subject, secret }, MAX_WEBHOOKS)) {
      return context.json({ ...webhook, secret }, 201, PRIVATE);
    }
    const detail = `An account has at most ${MAX_WEBHOOKS} webhooks; remove one first.`;
    return problemResponse({ status: 409, title: "Too many webhooks", detail });
  }),
);

notificationRoutes.delete("/api/v1/webhooks/:id", (context) =>
  withAccount(context, async ({ subject }) => {
    if (await removeWebhook(context.env, subject, context.req.param("id"))) return context.body(null, 204);
    return problemResponse({ status: 404, title: "Not found", detail: "The account has no such webhook." });
  }),
);

notificationRoutes.get("/api/v1/webhooks/deliveries", (context) =>
  withAccount(context, async ({ subject }) => {
    return context.json({ deliveries: await listDeliveries(context.env, subject, LISTED_DELIVERIES) }, 200, PRIVATE);
  }),
);

async function withAccount(
  context: Context<WorkerEnv>,
  answer: (account: Account) => Promise<Response>,
): Promise<Response> {
  const signedIn = await signIn(context.req.raw, context.env, new Date());
  return signedIn.ok ? answer(signedIn.value) : signInRefused(signedIn.failure);
}

async function readUrl(request: Request): Promise<string | undefined> {
  const body = await readBody(request, MAX_BODY_BYTES);
  if (!body.ok) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body.value));
    const url = typeof value === "object" && value !== null && "url" in value ? value.url : undefined;
    return typeof url === "string" ? url : undefined;
  } catch {
    return undefined;
  }
}

const URL_REMEDIES: Readonly<Record<WebhookUrlFailure, string>> = {
  "not-a-url": 'Send `{"url": "https://…"}` with an address of at most 2,000 characters.',
  "not-https": "The address must begin with https://.",
  "has-credentials": "The address must not have a user name or password; check the signature of the messages instead.",
  "other-port": "The address must not name a port; messages go to 443, the usual one of https.",
  "not-public":
    "The address must have a public name, not a number, a name that stands for one, or a name of a private network.",
};

function urlRefused(failure: WebhookUrlFailure): Response {
  return problemResponse({ status: 422, title: "Not an address for messages", detail: URL_REMEDIES[failure] });
}
