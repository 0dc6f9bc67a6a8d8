import { Hono } from "hono";

import { checkSbom } from "#core/sboms/checking/check-sbom.ts";
import { countComponents, identityOfContent, subjectOfContent } from "#core/sboms/view/sbom-content.ts";

import type { WorkerEnv } from "../../state/bindings.ts";
import { refuseTooMany } from "../../sign-in/anonymous-limit.ts";
import { judgeProfiles } from "../stores/profile-store.ts";
import { readUpload } from "./read-upload.ts";

/** Checks for everybody: no account, nothing is stored. */
export const validateRoutes = new Hono<WorkerEnv>();

validateRoutes.post("/api/v1/validate/sboms", async (context) => {
  const refused = refuseTooMany(context.req.raw, context.env, "Run `stele sbom check <file>`, or try", new Date());
  if (refused !== undefined) return refused;
  const upload = await readUpload(context.req.raw);
  if (!upload.ok) return upload.failure;
  const { bytes, isStrict } = upload.value;
  const check = await checkSbom(bytes, { path: "body", isStrict });
  const { format, counts, findings } = check;
  const verdict = {
    valid: check.isValid,
    format: format?.name,
    specVersion: format?.version,
    ...(check.isValid
      ? {
          ...identityOfContent(check.content),
          subject: nameOf(subjectOfContent(check.content)),
          components: countComponents(check.content),
        }
      : {}),
    findingCounts: counts,
    findings,
    ...(check.isValid ? { profiles: judgeProfiles(check.content) } : {}),
  };
  return context.json(verdict, 200, { "cache-control": "no-store", "access-control-allow-origin": "*" });
});

function nameOf(subject: ReturnType<typeof subjectOfContent>) {
  return subject === undefined ? undefined : { name: subject.name, version: subject.version, purl: subject.purl };
}
