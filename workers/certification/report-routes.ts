import { Hono } from "hono";

import type { ReportFormat } from "#core/certification/report.ts";
import { describeSshsigFailure } from "#core/signatures/describe-failure.ts";

import type { WorkerEnv } from "../bindings.ts";
import { bodyTooLarge, readBody } from "../http/body.ts";
import { problemResponse } from "../http/problem.ts";
import { signIn, signInRefused } from "../http/sign-in.ts";
import { acceptUpload, type UploadRefusal } from "./accept-upload.ts";

/** Compared whole, as the monitor does: parameters are not part of either. */
const FORMATS: Readonly<Record<string, ReportFormat>> = {
  "application/x-signed-yaml": "yaml",
  "application/x-signed-json": "json",
};

/** Reports: the door of the compliance monitor, at the address and with the answers that its clients know. */
export const reportRoutes = new Hono<WorkerEnv>();

/** `POST /reports`: a signed report, `curl --data-binary @report.sig --data-binary @report`. */
reportRoutes.post("/reports", async (context) => {
  const request = context.req.raw;
  const signedIn = await signIn(request, context.env.DB, new Date());
  if (!signedIn.ok) return signInRefused(signedIn.failure);
  const account = signedIn.value;
  const contentType = request.headers.get("content-type") ?? "";
  const format = Object.hasOwn(FORMATS, contentType) ? FORMATS[contentType] : undefined;
  if (format === undefined) return unsupportedContentType();
  const body = await readBody(request);
  if (!body.ok) return bodyTooLarge(body.failure, "Upload the reports in parts, a signature for each.");
  const accepted = await acceptUpload(context.env, { account, format, body: body.value }, new Date());
  return accepted.ok ? context.json(accepted.value) : refusalResponse(accepted.failure);
});

function unsupportedContentType(): Response {
  return problemResponse({
    status: 415,
    title: "Unsupported content type",
    detail: `Send exactly one of ${Object.keys(FORMATS)
      .map((type) => `\`${type}\``)
      .join(" and ")}, without parameters.`,
  });
}

/** The monitor's own words stand in `detail`, as its clients print them; what to do about it stands beside them. */
function refusalResponse(refusal: UploadRefusal): Response {
  switch (refusal.reason) {
    case "missing-signature":
      return refuseUpload(
        "missing signature",
        "Sign the report with `ssh-keygen -Y sign -n report` and send the .sig file first, then `&`, then the report.",
      );
    case "wrong-signature":
      return refuseUpload("verification failed", describeSshsigFailure(refusal.failure));
    case "no-reports":
      return Response.json({ detail: "empty reports" });
    case "invalid-reports": {
      const [first] = refusal.findings;
      const place = first === undefined ? "" : ` Line ${first.place.start.line}: ${first.message}`;
      return problemResponse({
        status: 422,
        title: "Not a valid report",
        detail: `Nothing was stored.${place}`,
        extensions: { findings: refusal.findings },
      });
    }
    case "permission-denied":
      return refuseUpload(
        "Permission denied",
        `Reports for \`${refusal.subject}\` need that account, or the role append_any and a delegation.`,
      );
    case "not-delegated":
      return refuseUpload(
        "delegation problem?",
        `\`${refusal.subject}\` does not name this account among its delegates; ask the operator to add it.`,
      );
    case "already-present":
      return problemResponse({
        status: 409,
        title: "Conflict",
        detail: "Conflict: report already present",
        extensions: { reports: refusal.uuids, remedy: "Nothing was stored. Give each run a UUID of its own." },
      });
  }
}

function refuseUpload(detail: string, remedy: string): Response {
  return problemResponse(
    { status: 401, title: "Unauthorized", detail, extensions: { remedy } },
    { "www-authenticate": 'Basic realm="Compliance monitor"' },
  );
}
