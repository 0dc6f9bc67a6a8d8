import { evaluateScope } from "#core/compliance/standing/evaluate.ts";
import { makeReceipt, type ReportReceipt } from "#core/compliance/results/receipt.ts";
import type { Report } from "#core/compliance/results/report.ts";
import { failure, success, type Result } from "#core/base/result.ts";
import { keyFingerprint } from "#core/trust/signatures/verify-sshsig.ts";
import { calendarOf, type Calendar } from "#core/base/time/calendar.ts";

import type { Bindings } from "../state/bindings.ts";
import { sha256Hex } from "../http/digest.ts";
import { currentSnapshot, type Snapshot } from "../state/site-context.ts";
import {
  checkPermission,
  openUpload,
  type DocumentRefusal,
  type OpenedUpload,
  type UnopenedUpload,
  type Upload,
} from "./open-upload.ts";
import { findScope, publishedScopes, type FiledScope } from "../standing/published-scopes.ts";
import { soundStandingsOf } from "../standing/standing-store.ts";
import { healBytes, keepBytes } from "../state/kept-bytes.ts";
import { findReportOrigins, storeReports, type KeptUpload } from "./report-store.ts";
import { findResultsOf, pairKey } from "../standing/result-store.ts";

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
  /** What the sender should know although it was accepted. */
  readonly notes?: readonly string[];
}

/** What became of an upload of which every document is judged by itself. */
export interface PerDocumentReceipt extends UploadReceipt {
  readonly refused: readonly RefusedDocument[];
}

/** A document that was not stored. `index` counts from 0. */
export interface RefusedDocument {
  readonly index: number;
  readonly refusal: DocumentRefusal;
}

/** Why an upload is refused as a whole. */
export type UploadRefusal = UnopenedUpload | DocumentRefusal;

type Env = Pick<Bindings, "DB" | "BLOBS">;

/** A report and its place among the documents of the upload. */
interface IndexedReport {
  readonly report: Report;
  readonly index: number;
}

/**
 * Accepts a signed upload in the compliance monitor's order of checks: signature, syntax, permission, storage. All its
 * reports are stored or none. The same bytes again change nothing and get the same answer.
 */
export async function acceptUpload(env: Env, upload: Upload, now: Date): Promise<Result<UploadReceipt, UploadRefusal>> {
  const opened = await openUpload(env, upload, now);
  if (!opened.ok) return opened;
  const { readings } = opened.value;
  const findings = readings.flatMap((reading) => reading.findings);
  if (findings.length > 0) return failure({ reason: "invalid-reports", findings });
  const reports = readings.flatMap(({ report }, index) => (report === undefined ? [] : [{ report, index }]));
  for (const { report } of reports) {
    const refusal = checkPermission(opened.value, report);
    if (refusal !== undefined) return failure(refusal);
  }
  const storing = await beginStoring(env, opened.value, now);
  const refusal = await store(env, storing, reports);
  if (refusal !== undefined) return failure(refusal);
  await judge(env, storing, reports, now);
  return success(await receiptOf(env, storing, reports, now));
}

/** Accepts what is fine of a signed upload and says of every other document why it was refused. */
export async function acceptPerDocument(
  env: Env,
  upload: Upload,
  now: Date,
): Promise<Result<PerDocumentReceipt, UnopenedUpload>> {
  const opened = await openUpload(env, upload, now);
  if (!opened.ok) return opened;
  const storing = await beginStoring(env, opened.value, now);
  const permitted: IndexedReport[] = [];
  const refused: RefusedDocument[] = [];
  for (const [index, { report, findings }] of opened.value.readings.entries()) {
    if (report === undefined) {
      refused.push({ index, refusal: { reason: "invalid-reports", findings } });
      continue;
    }
    const refusal = checkPermission(opened.value, report);
    if (refusal === undefined) permitted.push({ report, index });
    else refused.push({ index, refusal });
  }
  const accepted: IndexedReport[] = [];
  for (const [entry, refusal] of await storeEach(env, storing, permitted)) {
    if (refusal === undefined) accepted.push(entry);
    else refused.push({ index: entry.index, refusal });
  }
  await judge(env, storing, accepted, now);
  const sorted = refused.toSorted((a, b) => a.index - b.index);
  return success({ ...(await receiptOf(env, storing, accepted, now)), refused: sorted });
}

/** How often an upload tries again after another one with the same reports was faster; each time it knows more of them. */
const MOST_TRIES = 5;

/** Stores what of an upload is new, in one transaction, and says of every report whether it is stored; a conflict refuses it alone. */
async function storeEach(
  env: Env,
  storing: Storing,
  reports: readonly IndexedReport[],
): Promise<readonly (readonly [IndexedReport, DocumentRefusal | undefined])[]> {
  for (let tries = 1; ; tries += 1) {
    const origins = await findReportOrigins(
      env,
      reports.map(({ report }) => report.uuid),
    );
    const seen = new Set<string>();
    const fresh: IndexedReport[] = [];
    const outcome = reports.map((entry) => {
      const { uuid } = entry.report;
      const origin = origins.get(uuid);
      const isSame = origin !== undefined && isFrom(origin, storing.kept, entry.index);
      const isConflict = !isSame && (origin !== undefined || seen.has(uuid));
      seen.add(uuid);
      if (!isSame && !isConflict) fresh.push(entry);
      return [entry, isConflict ? ({ reason: "already-present", uuids: [uuid] } as const) : undefined] as const;
    });
    if (origins.size > 0) await storing.healBytes();
    if (fresh.length === 0) return outcome;
    await storing.keepBytes();
    if (await storeReports(env, storing.kept, withScopes(storing, fresh), storing.calendar)) return outcome;
    if (tries === MOST_TRIES) throw new Error("other uploads brought the same reports again and again");
  }
}

/** Whether a stored report came from this place of these bytes. */
function isFrom(
  origin: { readonly documentSha256: string; readonly documentIndex: number } | undefined,
  kept: KeptUpload,
  index: number,
): boolean {
  return origin?.documentSha256 === kept.documentSha256 && origin.documentIndex === index;
}

function withScopes({ scopes }: Storing, reports: readonly IndexedReport[]) {
  return reports.map(({ report, index }) => {
    return { report, index, scope: findScope(scopes, report.scopeUuid)?.scope };
  });
}

/** An upload with what judging and storing its reports needs. */
interface Storing {
  readonly upload: OpenedUpload;
  readonly kept: KeptUpload;
  /** Keeps the bytes, once; to be called before a row names them. */
  readonly keepBytes: () => Promise<void>;
  /** Puts the bytes back where the reports are known and the bytes are gone. */
  readonly healBytes: () => Promise<void>;
  readonly snapshot: Snapshot;
  readonly scopes: readonly FiledScope[];
  readonly calendar: Calendar;
}

async function beginStoring(env: Env, upload: OpenedUpload, now: Date): Promise<Storing> {
  const snapshot = await currentSnapshot(env);
  const scopes = await publishedScopes(env, snapshot);
  const { document, signature, format, key, account } = upload;
  const [documentSha256, signatureSha256] = await Promise.all([sha256Hex(document), sha256Hex(signature)]);
  const kept = { documentSha256, signatureSha256, format, key, uploadedBy: account.subject, uploadedAt: now };
  const bytes = {
    document: { sha256: documentSha256, bytes: document },
    signature: { sha256: signatureSha256, bytes: signature },
  };
  let keeping: Promise<void> | undefined;
  const keepOnce = () => (keeping ??= keepBytes(env, bytes.document, bytes.signature, now));
  const heal = () => healBytes(env, [bytes.document, bytes.signature]);
  const calendar = calendarOf(snapshot.site.timeZone);
  return { upload, kept, keepBytes: keepOnce, healBytes: heal, snapshot, scopes, calendar };
}

/** Stores reports in one transaction; reports that came from the same place of the same bytes are there already. */
async function store(
  env: Env,
  storing: Storing,
  reports: readonly IndexedReport[],
): Promise<DocumentRefusal | undefined> {
  const { kept, keepBytes: keep, healBytes: heal, calendar } = storing;
  const known = await compareWithStored(env, kept, reports);
  if (known === "same") await heal();
  if (known !== "new") return known === "same" ? undefined : known;
  // Bytes first: a crash in between leaves an object that no row names; a repeat completes the work, or the sweep ends it.
  await keep();
  if (await storeReports(env, kept, withScopes(storing, reports), calendar)) return undefined;
  // Another upload was faster; where it brought the same bytes, it did our work.
  const meanwhile = await compareWithStored(env, kept, reports);
  if (meanwhile === "same") return undefined;
  return meanwhile === "new"
    ? { reason: "already-present", uuids: reports.map(({ report }) => report.uuid) }
    : meanwhile;
}

/** Whether the reports are there: none of them, all from this very upload, or some from elsewhere, which is a conflict. */
async function compareWithStored(
  env: Env,
  kept: KeptUpload,
  reports: readonly IndexedReport[],
): Promise<"new" | "same" | DocumentRefusal> {
  const uuids = reports.map(({ report }) => report.uuid);
  const origins = await findReportOrigins(env, uuids);
  const isSame = reports.every(({ report: { uuid }, index }) => {
    return isFrom(origins.get(uuid), kept, index);
  });
  if (isSame) return "same";
  const repeated = uuids.filter((uuid, index) => origins.has(uuid) || uuids.indexOf(uuid) < index);
  return repeated.length > 0 ? { reason: "already-present", uuids: repeated } : "new";
}

/** Stores how the clouds stand now, so that the next page finds it made. Damaged facts of others fail no upload. */
async function judge(
  env: Env,
  { snapshot, scopes }: Storing,
  reports: readonly IndexedReport[],
  now: Date,
): Promise<void> {
  const pairs = new Map(
    reports.flatMap(({ report: { subject, scopeUuid } }) => {
      const published = findScope(scopes, scopeUuid);
      return published === undefined ? [] : [[`${scopeUuid} ${subject}`, { subject, published }] as const];
    }),
  );
  await soundStandingsOf(env, snapshot, [...pairs.values()], now);
}

async function receiptOf(
  env: Env,
  { upload, kept, scopes, calendar }: Storing,
  accepted: readonly IndexedReport[],
  now: Date,
): Promise<UploadReceipt> {
  const newest = await findResultsOf(
    env,
    accepted.map(({ report }) => report),
  );
  const reports = accepted.map(({ report }) => {
    const results = newest.get(pairKey(report)) ?? [];
    const scope = findScope(scopes, report.scopeUuid)?.scope;
    const known =
      scope === undefined ? undefined : { scope, evaluation: evaluateScope(scope, results, { now, calendar }) };
    return makeReceipt(report, known, results, now);
  });
  const { key } = upload;
  const fingerprint = await keyFingerprint(key.blob, crypto.subtle);
  return {
    sha256: kept.documentSha256,
    uploadedBy: kept.uploadedBy,
    signature: { sha256: kept.signatureSha256, keyName: key.name, keyType: key.type, fingerprint },
    reports,
    ...(upload.hasCrlfArmor ? { notes: [CRLF_NOTE] } : {}),
  };
}

const CRLF_NOTE =
  "The signature has CRLF line ends: something changed the .sig file on the way. It was accepted; send it as `ssh-keygen` wrote it.";
