import { table, type Table } from "#core/base/table.ts";
import { Hono } from "hono";

import type { ReportFormat } from "#core/compliance/results/report.ts";
import { describeSshsigFailure } from "#core/trust/signatures/describe-failure.ts";

import type { WorkerEnv } from "../state/bindings.ts";
import { bodyTooLarge, readBody } from "../http/body.ts";
import { problemResponse, type Problem } from "../http/problem.ts";
import { signIn, signInRefused } from "../sign-in/sign-in.ts";
import { acceptPerDocument, acceptUpload, type UploadRefusal } from "./accept-upload.ts";

/** Compared whole, as the monitor does: parameters are not part of either. */
const FORMATS: Table<ReportFormat> = table({
  "application/x-signed-yaml": "yaml",
  "application/x-signed-json": "json",
});

/** Reports: the door of the compliance monitor, at the address and with the answers that its clients know. */
export const reportRoutes = new Hono<WorkerEnv>();

/** `POST /reports`: a signed report, `curl --data-binary @report.sig --data-binary @report`. */
reportRoutes.post("/reports", async (context) => {
  const request = context.req.raw;
  const signedIn = await signIn(request, context.env, new Date());
  if (!signedIn.ok) return signInRefused(signedIn.failure);
  const account = signedIn.value;
  const contentType = request.headers.get("content-type") ?? "";
  const format = Object.hasOwn(FORMATS, contentType) ? FORMATS[contentType] : undefined;
  if (format === undefined) return unsupportedContentType();
  const body = await readBody(request);
  if (!body.ok) return bodyTooLarge(body.failure, "Upload the reports in parts, a signature for each.");
  const upload = { account, format, body: body.value };
  if (!prefersPerDocument(request)) {
    const accepted = await acceptUpload(context.env, upload, new Date());
    return accepted.ok ? context.json(accepted.value) : refusalResponse(accepted.failure);
  }
  const accepted = await acceptPerDocument(context.env, upload, new Date());
  if (!accepted.ok) return refusalResponse(accepted.failure);
  const refused = accepted.value.refused.map(({ index, refusal }) => {
    const { extensions, ...problem } = problemOf(refusal);
    return { index, ...problem, ...extensions };
  });
  return context.json({ ...accepted.value, refused }, 200, { "preference-applied": "per-document" });
});

/** `Prefer: per-document` (RFC 7240): one bad document does not lose the others. */
function prefersPerDocument(request: Request): boolean {
  const preferences = (request.headers.get("prefer") ?? "").split(",");
  return preferences.some((preference) => /^\s*per-document\s*(?:;|$)/i.test(preference));
}

function unsupportedContentType(): Response {
  return problemResponse({
    status: 415,
    title: "Unsupported content type",
    detail: `Send exactly one of ${Object.keys(FORMATS)
      .map((type) => `\`${type}\``)
      .join(" and ")}, without parameters.`,
  });
}

/** The answer to an upload of which nothing was stored. */
function refusalResponse(refusal: UploadRefusal): Response {
  // The monitor answers so, and its clients take it for done.
  if (refusal.reason === "no-reports") return Response.json({ detail: "empty reports" });
  const problem = problemOf(refusal);
  const challenge = { "www-authenticate": 'Basic realm="Compliance monitor"' };
  return problemResponse(problem, problem.status === 401 ? challenge : {});
}

/** The monitor's own words stand in `detail`, as its clients print them; what to do about it stands beside them. */
function problemOf(refusal: Exclude<UploadRefusal, { reason: "no-reports" }>): Problem {
  switch (refusal.reason) {
    case "missing-signature":
      return unauthorizedUpload(
        "missing signature",
        "Sign the report with `ssh-keygen -Y sign -n report` and send the .sig file first, then `&`, then the report.",
      );
    case "wrong-signature":
      return unauthorizedUpload("verification failed", describeSshsigFailure(refusal.failure));
    case "invalid-reports": {
      const [first] = refusal.findings;
      const place = first === undefined ? "" : ` Line ${first.place.start.line}: ${first.message}`;
      const { findings } = refusal;
      return {
        status: 422,
        title: "Not a valid report",
        detail: `Nothing was stored.${place}`,
        extensions: { findings },
      };
    }
    case "permission-denied":
      return unauthorizedUpload(
        "Permission denied",
        `Reports for \`${refusal.subject}\` need that account, or the role append_any and a delegation.`,
      );
    case "not-delegated":
      return unauthorizedUpload(
        "delegation problem?",
        `\`${refusal.subject}\` does not name this account among its delegates; ask the operator to add it.`,
      );
    case "already-present": {
      const remedy = "Nothing was stored. Give each run a UUID of its own.";
      const detail = "Conflict: report already present";
      return { status: 409, title: "Conflict", detail, extensions: { reports: refusal.uuids, remedy } };
    }
  }
}

function unauthorizedUpload(detail: string, remedy: string): Problem {
  return { status: 401, title: "Unauthorized", detail, extensions: { remedy } };
}
