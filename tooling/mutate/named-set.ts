import { matchesGlob } from "node:path";

/**
 * What must not be wrong without a test that says so: the verdict about a cloud, what a badge shows, signatures, time,
 * the gate for changes of standards, and every store and door of the worker.
 */
export const NAMED: Readonly<Record<string, readonly string[]>> = {
  verdict: [
    "core/compliance/standing/*.ts",
    "core/compliance/certificates/*.ts",
    "core/compliance/results/{parse-reports,show-report,split-upload,verify-report}.ts",
  ],
  badge: ["core/badges/*.ts"],
  signature: ["core/trust/signatures/*.ts", "core/trust/credentials/*.ts"],
  time: ["core/base/time/*.ts"],
  gate: [
    "core/standards/changes/*.ts",
    "core/standards/changes/rules/*.ts",
    "core/standards/requirements/{assign-numbers,match-sentences}.ts",
  ],
  stores: ["workers/**/*-store.ts"],
  doors: [
    "core/compliance/notifications/webhook-url.ts",
    "workers/sign-in/*.ts",
    "workers/http/{body,caching,deflate,digest,hmac,local-redirects,problem,read-json,security-headers}.ts",
    "workers/state/{kept-bytes,memory,public-origin,requested-state}.ts",
    "workers/reports/{accept-upload,open-upload,read-count,report-routes,approval-routes}.ts",
    "workers/sboms/routes.ts",
    "workers/sboms/uploads/*.ts",
    "workers/notifications/{deliver,sign-message,routes}.ts",
    "workers/certificates/{routes,step-request}.ts",
    "workers/checks/*.ts",
    "workers/publishing/{read-activation,routes}.ts",
    "workers/accounts/routes.ts",
  ],
};

/** The part of the named set that a file belongs to. */
export function partOf(file: string): string | undefined {
  return Object.keys(NAMED).find((name) => NAMED[name]?.some((glob) => matchesGlob(file, glob)) === true);
}
