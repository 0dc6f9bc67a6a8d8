import { hasRole } from "#core/accounts/roles.ts";
import { evaluateScope } from "#core/certification/evaluate.ts";
import { parseReports } from "#core/certification/parse-reports.ts";
import { makeReceipt, type ReportReceipt } from "#core/certification/receipt.ts";
import type { Report, ReportFormat } from "#core/certification/report.ts";
import { splitUpload, type SignedUpload } from "#core/certification/split-upload.ts";
import type { Finding } from "#core/finding.ts";
import { failure, success, type Result } from "#core/result.ts";
import {
  keyFingerprint,
  verifySshsig,
  type RegisteredKey,
  type SshsigFailure,
} from "#core/signatures/verify-sshsig.ts";
import { calendarOf } from "#core/time/calendar.ts";

import type { Bindings } from "../bindings.ts";
import type { Account } from "../http/auth.ts";
import { currentSnapshot } from "../http/site-context.ts";
import { findScope, publishedScopes, type PublishedScope } from "./published-scopes.ts";
import { findReportOrigins, keepBytes, storeReports } from "./report-store.ts";
import { findResults } from "./result-store.ts";
import { findSigner, type Signer } from "./signer-store.ts";

/** What `ssh-keygen -Y sign -n` must name. */
const NAMESPACE = "report";

/** Proof of what was uploaded and what became of it. */
export interface UploadReceipt {
  /** SHA-256 (hex) of the signed bytes. */
  readonly sha256: string;
  readonly uploadedBy: string;
  readonly signature: {
    readonly sha256: string;
    readonly keyName: string;
    readonly keyType: string;
    readonly fingerprint: string;
  };
  readonly reports: readonly ReportReceipt[];
}

/** Why an upload is refused, in the order in which it is checked. */
export type UploadRefusal =
  | { readonly reason: "missing-signature" }
  | { readonly reason: "wrong-signature"; readonly failure: SshsigFailure }
  | { readonly reason: "no-reports" }
  | { readonly reason: "invalid-reports"; readonly findings: readonly Finding[] }
  | { readonly reason: "permission-denied"; readonly subject: string }
  | { readonly reason: "not-delegated"; readonly subject: string }
  | { readonly reason: "already-present"; readonly uuids: readonly string[] };

/** What is uploaded, by whom. */
export interface Upload {
  readonly account: Account;
  readonly format: ReportFormat;
  readonly body: Uint8Array<ArrayBuffer>;
}

type Env = Pick<Bindings, "DB" | "BLOBS">;

/**
 * Accepts a signed upload in the compliance monitor's order of checks: signature, syntax, permission, storage. All its
 * reports are stored or none. The same bytes again change nothing and get the same answer.
 */
export async function acceptUpload(env: Env, upload: Upload, now: Date): Promise<Result<UploadReceipt, UploadRefusal>> {
  const { account, format } = upload;
  const split = splitUpload(upload.body);
  if (split === undefined) return failure({ reason: "missing-signature" });
  const signer = await findSigner(env, account.subject);
  const verified = await verify(split, signer, now);
  if (!verified.ok) return failure({ reason: "wrong-signature", failure: verified.failure });
  const calendar = calendarOf(account.timeZone ?? "UTC");
  const readings = parseReports(split.document, { format, path: "report", now, calendar });
  if (readings.length === 0) return failure({ reason: "no-reports" });
  const findings = readings.flatMap((reading) => reading.findings);
  if (findings.length > 0) return failure({ reason: "invalid-reports", findings });
  const reports = readings.flatMap(({ report }) => report ?? []);
  const refusal = checkPermission(account, signer, reports);
  if (refusal !== undefined) return failure(refusal);
  return store(env, upload, split, verified.value, reports, now);
}

function verify(
  { signature, document }: SignedUpload,
  { keys }: Signer,
  now: Date,
): Promise<Result<RegisteredKey, SshsigFailure>> {
  return verifySshsig({ signature, message: document, namespace: NAMESPACE, keys, now, crypto: crypto.subtle });
}

/** A subject reports for itself; others need the role `append_any` and to be named as its delegate. */
function checkPermission(account: Account, signer: Signer, reports: readonly Report[]): UploadRefusal | undefined {
  for (const { subject } of reports) {
    if (subject === account.subject) continue;
    if (!hasRole(account.roles, "append_any")) return { reason: "permission-denied", subject };
    if (!signer.delegators.has(subject)) return { reason: "not-delegated", subject };
  }
  return undefined;
}

async function store(
  env: Env,
  { account, format }: Upload,
  { document, signature }: SignedUpload,
  key: RegisteredKey,
  reports: readonly Report[],
  now: Date,
): Promise<Result<UploadReceipt, UploadRefusal>> {
  const snapshot = await currentSnapshot(env);
  const calendar = calendarOf(snapshot.site.timeZone);
  const scopes = await publishedScopes(env, snapshot);
  // Bytes first: a crash in between leaves an object that no row names, and a repeat completes the work.
  const kept = await keepBytes(env, document, signature);
  const uuids = reports.map(({ uuid }) => uuid);
  const origins = await findReportOrigins(env, uuids);
  const isRepeat = reports.every(({ uuid }, index) => {
    const origin = origins.get(uuid);
    return origin?.documentSha256 === kept.documentSha256 && origin.documentIndex === index;
  });
  if (!isRepeat) {
    const repeated = uuids.filter((uuid, index) => origins.has(uuid) || uuids.indexOf(uuid) < index);
    if (repeated.length > 0) return failure({ reason: "already-present", uuids: repeated });
    const toStore = reports.map((report, index) => ({
      report,
      index,
      scope: findScope(scopes, report.scopeUuid)?.scope,
    }));
    const keptUpload = { ...kept, format, key, uploadedBy: account.subject, uploadedAt: now };
    if (!(await storeReports(env, keptUpload, toStore, calendar))) return failure({ reason: "already-present", uuids });
  }
  const receipts = await Promise.all(reports.map((report) => receiptOf(env, report, scopes, calendar, now)));
  const fingerprint = await keyFingerprint(key.blob, crypto.subtle);
  return success({
    sha256: kept.documentSha256,
    uploadedBy: account.subject,
    signature: { sha256: kept.signatureSha256, keyName: key.name, keyType: key.type, fingerprint },
    reports: receipts,
  });
}

async function receiptOf(
  env: Env,
  report: Report,
  scopes: readonly PublishedScope[],
  calendar: ReturnType<typeof calendarOf>,
  now: Date,
): Promise<ReportReceipt> {
  const { results } = await findResults(env, report.subject, report.scopeUuid);
  const scope = findScope(scopes, report.scopeUuid)?.scope;
  const known =
    scope === undefined ? undefined : { scope, evaluation: evaluateScope(scope, results, { now, calendar }) };
  return makeReceipt(report, known, results, now);
}
