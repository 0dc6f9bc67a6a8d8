import { Hono } from "hono";

import { compareAccounts } from "#core/trust/accounts/compare-accounts.ts";
import { readAccounts } from "#core/trust/accounts/read-accounts.ts";
import type { Finding } from "#core/base/finding.ts";
import { decodeUtf8 } from "#core/base/text/decode-utf8.ts";

import type { WorkerEnv } from "../state/bindings.ts";
import { isOperator } from "../sign-in/auth.ts";
import { bodyTooLarge, readBody } from "../http/body.ts";
import { problemResponse, unauthorized } from "../http/problem.ts";
import { listAccounts, replaceAccounts } from "./account-store.ts";

const MAX_ACCOUNTS_BYTES = 1_000_000;

/** Accounts: who may submit what. Managed by the operator with one file that says it all. */
export const accountRoutes = new Hono<WorkerEnv>();

/**
 * `PUT /api/v1/accounts`: makes the accounts those of the file (the monitor's bootstrap format). `?dryRun=true` only says
 * what would change. An invalid file changes nothing, and neither does one without accounts.
 */
accountRoutes.put("/api/v1/accounts", async (context) => {
  if (!(await isOperator(context.req.raw, context.env.OPERATOR_TOKEN_SHA256 ?? ""))) {
    return unauthorized("Managing accounts needs the operator's token: `Authorization: Bearer <token>`.");
  }
  const body = await readBody(context.req.raw, MAX_ACCOUNTS_BYTES);
  if (!body.ok) return bodyTooLarge(body.failure, "An accounts file of this size is most likely not one.");
  const decoded = decodeUtf8(body.value);
  if (!decoded.ok) {
    return refused(`The byte at offset ${decoded.failure.byteOffset} is not UTF-8.`, []);
  }
  const { accounts, findings } = readAccounts("accounts.yaml", decoded.value.text);
  if (accounts === undefined) return refused("The file has faults; nothing was changed.", findings);
  const dryRun = context.req.query("dryRun") === "true";
  // An empty file is more likely a mistake than the wish to lock everybody out.
  const changes = accounts.length === 0 ? NO_CHANGES : compareAccounts(await listAccounts(context.env), accounts);
  if (!dryRun && accounts.length > 0) await replaceAccounts(context.env, accounts);
  return context.json({ ...changes, dryRun });
});

const NO_CHANGES = { added: [], changed: [], removed: [], differences: {} };

function refused(detail: string, findings: readonly Finding[]): Response {
  return problemResponse({ status: 422, title: "Not an accounts file", detail, extensions: { findings } });
}
