/** `/results` of the compliance monitor: what the certification body looks through and decides on. */
import { Hono } from "hono";

import { hasRole, type RoleName } from "#core/trust/accounts/roles.ts";
import { failure, success, type Result } from "#core/base/result.ts";
import { validate } from "#schemas/compiled/approvals.js";

import type { Bindings, WorkerEnv } from "../state/bindings.ts";
import type { Account } from "../sign-in/auth.ts";
import { bodyTooLarge, readBody } from "../http/body.ts";
import { problemResponse } from "../http/problem.ts";
import { findOwnCloud } from "../sign-in/own-cloud.ts";
import { signIn, signInRefused } from "../sign-in/sign-in.ts";
import { listRecentResults, recordApprovals, subjectsOf } from "./approval-store.ts";
import { readCount } from "./read-count.ts";

const MAX_LISTED = 1_000;
const MAX_BODY_BYTES = 1_000_000;

export const approvalRoutes = new Hono<WorkerEnv>();

/** `GET /results`: needs read_any. `approved=true|false` filters; `limit` (10) and `skip` page. */
approvalRoutes.get("/results", async (context) => {
  const signedIn = await signInAs(context.req.raw, context.env, "read_any");
  if (!signedIn.ok) return signedIn.failure;
  const { approved: wanted, limit: limitText, skip: skipText } = context.req.query();
  const [limit, skip] = [readCount(limitText, 10), readCount(skipText, 0)];
  const approved = wanted === undefined ? undefined : BOOLEANS.get(wanted.toLowerCase());
  if (limit === undefined || skip === undefined || (wanted !== undefined && approved === undefined)) {
    const detail = "`limit` and `skip` are whole numbers from 0 on, `approved` is `true` or `false`.";
    return problemResponse({ status: 422, title: "Unknown value", detail });
  }
  const query = { approved, limit: Math.min(limit, MAX_LISTED), skip };
  return context.json(await listRecentResults(context.env, query, new Date()), 200, { "cache-control": "no-store" });
});

/** The spellings that the monitor's framework reads. */
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...["true", "1", "yes", "on", "t", "y"].map((word) => [word, true] as const),
  ...["false", "0", "no", "off", "f", "n"].map((word) => [word, false] as const),
]);

/** `POST /results`: decisions, one or many, all or none. Needs approve. Answers `null`, as the monitor does. */
approvalRoutes.post("/results", async (context) => {
  const signedIn = await signInAs(context.req.raw, context.env, "approve");
  if (!signedIn.ok) return signedIn.failure;
  if (context.req.header("content-type") !== "application/json") {
    const detail = "Send exactly `application/json`, without parameters.";
    return problemResponse({ status: 415, title: "Unsupported content type", detail });
  }
  const body = await readBody(context.req.raw, MAX_BODY_BYTES);
  if (!body.ok) return bodyTooLarge(body.failure, "Send the decisions in parts.");
  const approvals = parseApprovals(body.value);
  if (approvals === undefined) {
    const detail =
      "Expected an object, or an array of at most 1,000, with `reportuuid`, `scopeuuid`, `version`, `check` and `approval` (true or false).";
    return problemResponse({ status: 422, title: "Not a decision", detail });
  }
  const own = await findOwnCloud(context.env, signedIn.value.subject, await subjectsOf(context.env, approvals));
  if (own !== undefined) {
    const detail = `Nothing was recorded: \`${signedIn.value.subject}\` cannot decide on results of \`${own}\`, which is its own cloud. Another account of the certification body has to.`;
    return problemResponse({ status: 403, title: "Not permitted", detail });
  }
  const decision = { by: signedIn.value.subject, at: new Date() };
  const unknown = await recordApprovals(context.env, approvals, decision);
  if (unknown.length === 0) return context.json(null);
  const detail = "Nothing was recorded: there are no such results. `GET /results` lists those of the last seven days.";
  return problemResponse({
    status: 404,
    title: "Unknown results",
    detail,
    extensions: { unknown: unknown.slice(0, 10) },
  });
});

function parseApprovals(bytes: Uint8Array) {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes));
    if (!validate(value)) return undefined;
    const list = Array.isArray(value) ? value : [value];
    return list.map((entry) => ({ ...entry, reportuuid: entry.reportuuid.toLowerCase() }));
  } catch {
    return undefined; // neither UTF-8 nor JSON
  }
}

async function signInAs(
  request: Request,
  env: Pick<Bindings, "DB" | "CLIENT_ADDRESS_HEADER">,
  role: RoleName,
): Promise<Result<Account, Response>> {
  const signedIn = await signIn(request, env, new Date());
  if (!signedIn.ok) return failure(signInRefused(signedIn.failure));
  if (hasRole(signedIn.value.roles, role)) return success(signedIn.value);
  return failure(problemResponse({ status: 401, title: "Unauthorized", detail: "Permission denied" }));
}
