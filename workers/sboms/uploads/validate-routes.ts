import { Hono } from "hono";

import { checkSbom } from "#core/sboms/checking/check-sbom.ts";
import { countComponents, identityOfContent, subjectOfContent } from "#core/sboms/view/sbom-content.ts";

import type { WorkerEnv } from "../../state/bindings.ts";
import { createAttemptLimit } from "../../sign-in/attempt-limit.ts";
import { judgeProfiles } from "../stores/profile-store.ts";
import { readUpload } from "./read-upload.ts";
import { tooManyRequests } from "./too-many-requests.ts";

/** A check costs up to half a second of CPU; an editor that checks with every save stays below this. */
const perAddress = createAttemptLimit({ burst: 30, refillSeconds: 2 });

/** Checks for everybody: no account, nothing is stored. */
export const validateRoutes = new Hono<WorkerEnv>();

validateRoutes.post("/api/v1/validate/sboms", async (context) => {
  const address = context.req.header("cf-connecting-ip") ?? "";
  const waitSeconds = perAddress.take(address, new Date());
  if (waitSeconds > 0) return tooManyRequests(waitSeconds, "Run `stele sbom check <file>`, or try");
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
