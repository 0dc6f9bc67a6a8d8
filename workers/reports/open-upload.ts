import { hasRole } from "#core/trust/accounts/roles.ts";
import { parseReports, type ReportReading } from "#core/compliance/results/parse-reports.ts";
import type { Report, ReportFormat } from "#core/compliance/results/report.ts";
import { splitUpload } from "#core/compliance/results/split-upload.ts";
import type { Finding } from "#core/base/finding.ts";
import { failure, success, type Result } from "#core/base/result.ts";
import { verifySshsig, type RegisteredKey, type SshsigFailure } from "#core/trust/signatures/verify-sshsig.ts";
import { calendarOf } from "#core/base/time/calendar.ts";

import type { Bindings } from "../state/bindings.ts";
import type { Account } from "../sign-in/auth.ts";
import { findSigner, type Signer } from "./signer-store.ts";

/** What `ssh-keygen -Y sign -n` must name. */
const NAMESPACE = "report";

/** What is uploaded, by whom. */
export interface Upload {
  readonly account: Account;
  readonly format: ReportFormat;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** An upload whose signature is genuine; its documents are read and not yet judged. */
export interface OpenedUpload {
  readonly account: Account;
  readonly format: ReportFormat;
  readonly document: Uint8Array<ArrayBuffer>;
  readonly signature: string;
  readonly hasCrlfArmor: boolean;
  readonly signer: Signer;
  /** The registered key that signed. */
  readonly key: RegisteredKey;
  readonly readings: readonly ReportReading[];
}

/** Why a whole upload is refused, whatever its documents say. */
export type UnopenedUpload =
  | { readonly reason: "missing-signature" }
  | { readonly reason: "wrong-signature"; readonly failure: SshsigFailure }
  | { readonly reason: "no-reports" };

/** Why a document of an upload is refused, in the order in which it is checked. */
export type DocumentRefusal =
  | { readonly reason: "invalid-reports"; readonly findings: readonly Finding[] }
  | { readonly reason: "permission-denied"; readonly subject: string }
  | { readonly reason: "not-delegated"; readonly subject: string }
  | { readonly reason: "already-present"; readonly uuids: readonly string[] };

/** Checks the signature of an upload, then reads its documents: the monitor's order. */
export async function openUpload(
  env: Pick<Bindings, "DB">,
  { account, format, body }: Upload,
  now: Date,
): Promise<Result<OpenedUpload, UnopenedUpload>> {
  const split = splitUpload(body);
  if (split === undefined) return failure({ reason: "missing-signature" });
  const { document: message, signature } = split;
  const signer = await findSigner(env, account.subject);
  const { keys } = signer;
  const verification = { signature, message, namespace: NAMESPACE, keys, now, crypto: crypto.subtle };
  const verified = await verifySshsig(verification);
  if (!verified.ok) return failure({ reason: "wrong-signature", failure: verified.failure });
  const calendar = calendarOf(account.timeZone ?? "UTC");
  const readings = parseReports(message, { format, path: "report", now, calendar });
  if (readings.length === 0) return failure({ reason: "no-reports" });
  return success({ account, format, ...split, signer, key: verified.value, readings });
}

/** A subject reports for itself; others need the role `append_any` and to be named as its delegate. */
export function checkPermission({ account, signer }: OpenedUpload, { subject }: Report): DocumentRefusal | undefined {
  if (subject === account.subject) return undefined;
  if (!hasRole(account.roles, "append_any")) return { reason: "permission-denied", subject };
  return signer.delegators.has(subject) ? undefined : { reason: "not-delegated", subject };
}
