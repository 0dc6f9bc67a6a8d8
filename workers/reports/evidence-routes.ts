import { Hono, type Context } from "hono";

import { hasRole } from "#core/trust/accounts/roles.ts";
import { reportView } from "#core/compliance/monitor/views.ts";
import { splitDocuments, type UploadPart } from "#core/compliance/results/slice-report.ts";
import { showReport } from "#core/compliance/results/show-report.ts";
import { keyFingerprint } from "#core/trust/signatures/verify-sshsig.ts";
import { instantOf } from "#core/base/time/timestamp.ts";
import { reportPage } from "#site/pages/reports/report.tsx";

import type { WorkerEnv } from "../state/bindings.ts";

import { cachedResponse } from "../http/caching.ts";
import { pageResponse } from "../http/page-response.ts";
import { problemResponse } from "../http/problem.ts";
import { publicOrigin } from "../state/public-origin.ts";
import { signIn, signInRefused } from "../sign-in/sign-in.ts";
import { currentSnapshot } from "../state/site-context.ts";
import { findReport, listReports, readReportFile, type StoredReport } from "./evidence-store.ts";
import { monitorView } from "../http/monitor-view.ts";
import { findScope, publishedScopes } from "../standing/published-scopes.ts";
import { readCount } from "./read-count.ts";

/** Bytes under a hash never change. */
const IMMUTABLE = "public, max-age=31536000, immutable";
const MEDIA_TYPES = { yaml: "application/yaml", json: "application/json" } as const;
const MAX_LISTED_REPORTS = 100;

/** Evidence: the reports behind the results, redacted for everybody, whole for those who may. */
export const evidenceRoutes = new Hono<WorkerEnv>();

evidenceRoutes.get("/certification/reports/:uuid", async (context) => {
  const report = await findReport(context.env, context.req.param("uuid"));
  const file = report === undefined ? undefined : await readReportFile(context.env, report);
  if (report === undefined || file === undefined) return await context.notFound();
  const snapshot = await currentSnapshot(context.env);
  const html = reportPage({
    site: snapshot.site,
    report: showReport(file, { redact: true }),
    checkedAt: instantOf(report.checkedAt),
    upload: {
      by: report.uploadedBy,
      at: instantOf(report.uploadedAt),
      documentSha256: report.documentSha256,
      keyType: report.keyType,
      fingerprint: await keyFingerprint(report.keyBlob, crypto.subtle),
    },
    alias: findScope(await publishedScopes(context.env, snapshot), report.scopeUuid)?.alias,
    isDemo: report.isDemo,
  });
  return pageResponse(context.req.raw, html);
});

/** The monitor's view of a report; `report_full` has the whole output, for those who may. */
evidenceRoutes.get("/:view{page|fragment|markdown}/:name{report(?:_full)?}/:uuid", async (context) => {
  const { view, name, uuid } = context.req.param();
  const isFull = name === "report_full";
  const readable = isFull ? await findReadable(context, uuid) : undefined;
  if (readable instanceof Response) return readable;
  const found = readable?.report ?? (await findReport(context.env, uuid));
  const file = found === undefined ? undefined : await readReportFile(context.env, found);
  if (found === undefined || file === undefined) return notFound();
  const links = { base: publicOrigin(context.env, context.req.raw), isFull };
  const response = await monitorView(context, {
    view,
    site: (await currentSnapshot(context.env)).site,
    title: `Report on ${found.subject}`,
    markdown: reportView(showReport(file, { redact: !isFull }), links),
    isDemo: found.isDemo,
    nextChange: undefined,
    now: new Date(),
  });
  if (isFull) response.headers.set("cache-control", "private, no-store");
  return response;
});

/** `GET /reports`: whole reports, newest first. Without `subject` one's own; `subject=` (blank) all, with read_any. */
evidenceRoutes.get("/reports", async (context) => {
  const signedIn = await signIn(context.req.raw, context.env, new Date());
  if (!signedIn.ok) return signInRefused(signedIn.failure);
  const account = signedIn.value;
  const wanted = context.req.query("subject");
  const subject = wanted === undefined ? account.subject : wanted === "" ? undefined : wanted;
  if (subject !== account.subject && !hasRole(account.roles, "read_any")) return permissionDenied();
  const [limit, skip] = [readCount(context.req.query("limit"), 10), readCount(context.req.query("skip"), 0)];
  if (limit === undefined || skip === undefined) return notANumber();
  const listed = await listReports(context.env, { subject, limit: Math.min(limit, MAX_LISTED_REPORTS), skip });
  const files = await Promise.all(listed.map((report) => readReportFile(context.env, report)));
  return context.json(
    files.filter((file) => file !== undefined),
    200,
    { "cache-control": "no-store" },
  );
});

/** The signature alone proves nothing and tells nothing, so it is public. */
evidenceRoutes.get("/reports/:file{[0-9A-Fa-f-]{36}\\.sig}", async (context) => {
  const report = await findReport(context.env, context.req.param("file").slice(0, -".sig".length));
  const blob = report === undefined ? null : await context.env.BLOBS.get(`blobs/${report.signatureSha256}`);
  if (report === undefined || blob === null) return notFound();
  return cachedResponse(context.req.raw, {
    body: await blob.text(),
    contentType: "text/plain; charset=utf-8",
    maxAgeSeconds: 0,
    etag: report.signatureSha256,
    headers: { "cache-control": IMMUTABLE, "access-control-allow-origin": "*" },
  });
});

/**
 * The bytes that were signed, where the asker may read every document in them. An upload about several clouds is one stream under
 * one signature: others get their own document of it, and are told that the signature covers more.
 */
evidenceRoutes.get("/reports/:uuid/raw", async (context) => {
  const found = await findReadable(context, context.req.param("uuid"));
  if (found instanceof Response) return found;
  const { report, mayReadAll } = found;
  const blob = await context.env.BLOBS.get(`blobs/${report.documentSha256}`);
  if (blob === null) return notFound();
  const bytes = await blob.arrayBuffer();
  const parts = mayReadAll ? [] : splitDocuments(new Uint8Array(bytes));
  const isWhole = parts.every(({ subject }) => subject === report.subject);
  const name = isWhole ? report.uuid : `${report.uuid}.part`;
  return new Response(isWhole ? bytes : onePart(parts, report.documentIndex), {
    headers: {
      "content-type": MEDIA_TYPES[report.format],
      "content-disposition": `attachment; filename="${name}.${report.format}"`,
      "cache-control": "private, no-store",
    },
  });
});

function onePart(parts: readonly UploadPart[], index: number): string {
  const note =
    `# Document ${index + 1} of ${parts.length} of a signed upload. The signature covers the whole upload, ` +
    "whose other documents are about clouds of others; it does not fit these bytes alone.";
  return `${note}\n${parts[index]?.text ?? ""}`;
}

evidenceRoutes.get("/reports/:uuid", async (context) => {
  const found = await findReadable(context, context.req.param("uuid"));
  if (found instanceof Response) return found;
  const file = await readReportFile(context.env, found.report);
  if (file === undefined) return notFound();
  return new Response(JSON.stringify(file, null, 2), {
    headers: { "content-type": "application/json", "cache-control": "private, no-store" },
  });
});

interface ReadableReport {
  readonly report: StoredReport;
  /** The asker may read the reports of every cloud. */
  readonly mayReadAll: boolean;
}

/** A report that the asker may read whole: their own, or any with read_any. Absence is told to nobody else. */
async function findReadable(context: Context<WorkerEnv>, uuid: string): Promise<ReadableReport | Response> {
  const signedIn = await signIn(context.req.raw, context.env, new Date());
  if (!signedIn.ok) return signInRefused(signedIn.failure);
  const account = signedIn.value;
  const report = await findReport(context.env, uuid);
  if (report === undefined) return notFound();
  const mayReadAll = hasRole(account.roles, "read_any");
  return mayReadAll || report.subject === account.subject ? { report, mayReadAll } : permissionDenied();
}

function permissionDenied(): Response {
  return problemResponse({ status: 401, title: "Unauthorized", detail: "Permission denied" });
}

function notFound(): Response {
  return problemResponse({ status: 404, title: "Not found", detail: "Not Found" });
}

function notANumber(): Response {
  const detail = "`limit` and `skip` are whole numbers from 0 on.";
  return problemResponse({ status: 422, title: "Not a number", detail });
}
