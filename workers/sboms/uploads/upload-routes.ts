import { Hono, type Context } from "hono";

import type { Bindings, WorkerEnv } from "../../state/bindings.ts";
import { refuseTooMany } from "../../sign-in/anonymous-limit.ts";
import { isOperator, type Account } from "../../sign-in/auth.ts";
import { sha256Hex } from "../../http/digest.ts";
import { problemResponse } from "../../http/problem.ts";
import { signIn, signInRefused } from "../../sign-in/sign-in.ts";
import { acceptSbom } from "./accept-sbom.ts";
import { findSender, noCredentials, type Sender } from "./find-sender.ts";
import { openSbom } from "../pages/open-sbom.ts";
import { maySign, readUpload, type Upload } from "./read-upload.ts";
import { sbomDetailJson, uploadJson } from "../sbom-json.ts";
import { findSbomByHash } from "../stores/sbom-store.ts";
import { findUpload, forgetUpload, keepWaiting } from "./upload-store.ts";
import { withdrawSbom } from "./withdraw-sbom.ts";

/** Up to here the answer says at once what was found; beyond, a check may take a second of CPU and waits in a queue. */
const MAX_SYNCHRONOUS_BYTES = 3_000_000;
/** Seconds after which asking for progress makes sense. */
const RETRY_AFTER_SECONDS = "1";
const MAX_REASON_LENGTH = 500;

/** Publishing SBOMs and taking them back. */
export const uploadRoutes = new Hono<WorkerEnv>();

uploadRoutes.post("/api/v1/sboms", async (context) => {
  const { env } = context;
  const request = context.req.raw;
  const signedIn = await signInIfAsked(context);
  if (signedIn instanceof Response) return signedIn;
  const upload = await readUpload(request);
  if (!upload.ok) return upload.failure;
  const now = new Date();
  const sender = await findSender(env, upload.value, signedIn, now);
  if (!sender.ok) return sender.failure;
  const { bytes } = upload.value;
  // What is known already needs no check, however long it is.
  const mustWait = bytes.byteLength > MAX_SYNCHRONOUS_BYTES && !(await isPublished(env, bytes));
  if (mustWait) return await queueUpload(env, upload.value, sender.value, now);
  const accepted = await acceptSbom(env, upload.value, sender.value, now);
  if (!accepted.ok) return problemResponse(accepted.failure);
  const { sbom, isNew } = accepted.value;
  return context.json(sbomDetailJson(sbom), isNew ? 201 : 200, { location: `/api/v1/sboms/${sbom.id}` });
});

uploadRoutes.get("/api/v1/sboms/uploads/:id{[0-9a-f]+}", async (context) => {
  const upload = await findUpload(context.env, context.req.param("id"));
  if (upload === undefined) {
    const detail =
      "There is no such upload. Uploads are remembered for a day; GET /api/v1/sboms lists what was published.";
    return problemResponse({ status: 404, title: "Unknown upload", detail });
  }
  const isOver = upload.state === "done" || upload.state === "failed";
  const headers = { "cache-control": "no-store", ...(isOver ? {} : { "retry-after": RETRY_AFTER_SECONDS }) };
  return context.json(uploadJson(upload), 200, headers);
});

uploadRoutes.delete("/api/v1/sboms/:id", async (context) => {
  const { env } = context;
  const request = context.req.raw;
  const isByOperator = await isOperator(request, env.OPERATOR_TOKEN_SHA256 ?? "");
  const signedIn = isByOperator ? undefined : await signIn(request, env, new Date());
  if (signedIn?.ok === false) return signInRefused(signedIn.failure);
  const sbom = await openSbom(context, context.req.param("id"));
  if (sbom instanceof Response) return sbom;
  const owner = signedIn?.value.subject;
  if (owner !== undefined && !sbom.publishers.includes(owner)) return notYours(sbom.publishers);
  const reason = (context.req.query("reason") ?? "").trim().toWellFormed();
  if (reason === "" || reason.length > MAX_REASON_LENGTH) return reasonMissing();
  await withdrawSbom(env, sbom, { ...(owner === undefined ? {} : { owner }), reason, now: new Date() });
  return new Response(null, { status: 204 });
});

/** The account of the token, if the request has one; nobody where a signature may say who it is. */
async function signInIfAsked(context: Context<WorkerEnv>): Promise<Account | undefined | Response> {
  const request = context.req.raw;
  const now = new Date();
  if (request.headers.has("authorization")) {
    const signedIn = await signIn(request, context.env, now);
    return signedIn.ok ? signedIn.value : signInRefused(signedIn.failure);
  }
  if (!maySign(request)) return noCredentials();
  return refuseTooMany(request, context.env, "Send a token beside the signature, or try", now);
}

async function isPublished(env: Pick<Bindings, "DB">, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  return (await findSbomByHash(env, await sha256Hex(bytes))) !== undefined;
}

/** Keeps a long document and lets it be checked as soon as there is time; the answer says where to ask. */
async function queueUpload(env: Bindings, upload: Upload, sender: Sender, now: Date): Promise<Response> {
  const { bytes, announcedVersion, isStrict } = upload;
  // The same document by the same sender is the same upload, so a repeated request does not repeat the work.
  const digest = await sha256Hex(JSON.stringify([sender.account.subject, await sha256Hex(bytes), isStrict]));
  const id = digest.slice(0, 32);
  await keepWaiting(env, { id, bytes, task: { sender, announcedVersion, isStrict } }, now);
  try {
    await env.SBOM_QUEUE.send({ upload: id });
  } catch (error) {
    console.error(error); // oxlint-disable-line eslint/no-console -- the platform's log is for the operator
    await forgetUpload(env, id);
    const detail =
      "The queue for long SBOMs takes nothing at the moment; nothing was stored. Please try again in a minute.";
    return problemResponse({ status: 503, title: "Queue not available", detail }, { "retry-after": "60" });
  }
  const kept = await findUpload(env, id);
  return Response.json(kept === undefined ? { upload: id } : uploadJson(kept), {
    status: 202,
    headers: {
      location: `/api/v1/sboms/uploads/${id}`,
      "retry-after": RETRY_AFTER_SECONDS,
      "cache-control": "no-store",
    },
  });
}

function notYours(owners: readonly string[]): Response {
  const names = owners.map((owner) => `\`${owner}\``).join(", ");
  const detail = `This SBOM is published by ${names}; each withdraws for itself, and only these or the operator can.`;
  return problemResponse({ status: 403, title: "Not your SBOM", detail });
}

function reasonMissing(): Response {
  const detail = `Say why, in 1 to ${MAX_REASON_LENGTH} characters, for those who follow old links: \`?reason=Wrong+product\`. Nothing was changed.`;
  return problemResponse({ status: 422, title: "Reason missing", detail });
}
