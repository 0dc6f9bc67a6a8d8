/** Remarks of the certification body on bad periods: whose fault they were. Results stay as they are. */
import { Hono, type Context } from "hono";

import { hasRole } from "#core/trust/accounts/roles.ts";
import {
  checkAnnotation,
  MAX_NOTE_CHARACTERS,
  type AnnotationRefusal,
} from "#core/compliance/history/history-annotation.ts";
import { parseDateTime } from "#core/trust/credentials/xsd-date-time.ts";
import { failure, success, type Result } from "#core/base/result.ts";
import { validate as isAnnotation } from "#schemas/compiled/history-annotation.js";

import type { WorkerEnv } from "../state/bindings.ts";
import { findOwnCloud } from "../sign-in/own-cloud.ts";
import { problemResponse } from "../http/problem.ts";
import { readJson } from "../http/read-json.ts";
import { signIn, signInRefused } from "../sign-in/sign-in.ts";
import { currentSnapshot } from "../state/site-context.ts";
import { addAnnotation, listAnnotations, withdrawAnnotation } from "../standing/annotation-store.ts";
import { findScope, publishedScopes } from "../standing/published-scopes.ts";
import { findResults } from "../standing/result-store.ts";

const PATH = "/api/v1/certification/:subject/:scope/annotations";

/** `POST` adds a remark, `DELETE …/<number>?note=` takes one back; both need the role approve and are kept for ever. */
export const annotationRoutes = new Hono<WorkerEnv>();

annotationRoutes.get(PATH, async (context) => {
  const { subject, scope } = context.req.param();
  const found = await findPlace(context, subject, scope);
  if (!found.ok) return found.failure;
  const annotations = await listAnnotations(context.env, subject, found.value.scopeUuid);
  return context.json({ annotations }, 200, { "cache-control": "no-store", "access-control-allow-origin": "*" });
});

annotationRoutes.post(PATH, async (context) => {
  const { subject, scope } = context.req.param();
  const certifier = await certifierOf(context, subject);
  if (!certifier.ok) return certifier.failure;
  const found = await findPlace(context, subject, scope);
  if (!found.ok) return found.failure;
  const read = await readJson(context.req.raw, isAnnotation, "history-annotation.schema.json");
  if (!read.ok) return read.failure;
  const { kind } = read.value;
  const [from, to] = [
    parseDateTime(read.value.from),
    read.value.to === undefined ? undefined : parseDateTime(read.value.to),
  ];
  if (from === undefined || (to === undefined && read.value.to !== undefined)) {
    return refused("`from` and `to` must be dates and times with a zone, such as `2026-03-01T00:00:00+01:00`.");
  }
  const [note, now] = [read.value.note.trim(), new Date()];
  const checked = checkAnnotation({ from, to, note }, now);
  if (!checked.ok) return refused(REMEDIES[checked.failure]);
  const annotation = { kind, from, to, note, by: certifier.value, recordedAt: now };
  const number = await addAnnotation(context.env, subject, found.value.scopeUuid, annotation);
  return context.json({ number, ...annotation }, 201);
});

annotationRoutes.delete(`${PATH}/:number{[1-9]\\d{0,14}}`, async (context) => {
  const { subject, scope, number } = context.req.param();
  const certifier = await certifierOf(context, subject);
  if (!certifier.ok) return certifier.failure;
  const found = await findPlace(context, subject, scope);
  if (!found.ok) return found.failure;
  const note = (context.req.query("note") ?? "").trim();
  if (note === "" || note.length > MAX_NOTE_CHARACTERS) return refused("Say why: `?note=`, one sentence.");
  const withdrawal = { number: Number(number), note, by: certifier.value, recordedAt: new Date() };
  if (await withdrawAnnotation(context.env, subject, found.value.scopeUuid, withdrawal)) return context.body(null, 204);
  const detail = `There is no remark ${number} here that still stands. GET on the same address lists all.`;
  return problemResponse({ status: 404, title: "Unknown remark", detail });
});

/** The account of the certification body, which does not judge its own clouds. */
async function certifierOf({ req, env }: Context<WorkerEnv>, subject: string): Promise<Result<string, Response>> {
  const signedIn = await signIn(req.raw, env, new Date());
  if (!signedIn.ok) return failure(signInRefused(signedIn.failure));
  const account = signedIn.value;
  const own = await findOwnCloud(env, account.subject, [subject]);
  if (!hasRole(account.roles, "approve") || own !== undefined) {
    const detail = "Only the certification body (role `approve`) remarks on the history of a cloud, never on its own.";
    return failure(problemResponse({ status: 403, title: "Not permitted", detail }));
  }
  return success(account.subject);
}

async function findPlace(
  { env }: Context<WorkerEnv>,
  subject: string,
  scopeName: string,
): Promise<Result<{ readonly scopeUuid: string }, Response>> {
  const published = findScope(await publishedScopes(env, await currentSnapshot(env)), scopeName);
  const known = published === undefined ? undefined : await findResults(env, subject, published.scope.uuid);
  if (published !== undefined && known !== undefined && known.results.length > 0) {
    return success({ scopeUuid: published.scope.uuid });
  }
  const detail = "Nobody ever reported on this cloud for this scope. `/certification.json` lists all.";
  return failure(problemResponse({ status: 404, title: "Unknown cloud or scope", detail }));
}

const REMEDIES: Readonly<Record<AnnotationRefusal, string>> = {
  "no-note": `Say why in one sentence of at most ${MAX_NOTE_CHARACTERS} characters.`,
  "no-period": "The period must begin before it ends.",
  "in-the-future": "Remarks are about what has happened; leave `to` out while it goes on.",
};

function refused(detail: string): Response {
  return problemResponse({ status: 422, title: "Not a remark", detail });
}
