/** Whom credentials speak of: `credentialSubject.id` answers with what is public about the cloud. */
import { Hono } from "hono";

import { certificateJson } from "#core/compliance/certificates/certificate-json.ts";
import { wasGranted } from "#core/compliance/certificates/status.ts";

import type { WorkerEnv } from "../state/bindings.ts";
import { cachedResponse } from "../http/caching.ts";
import { problemResponse } from "../http/problem.ts";
import { describedClouds } from "../standing/clouds.ts";
import { currentSnapshot } from "../state/site-context.ts";
import { listCertificatesOf } from "../standing/certificate-facts.ts";
import { findSubject } from "./certificate-store.ts";

const MAX_AGE_SECONDS = 60;
const OPEN = { "access-control-allow-origin": "*" };

/** `/subjects/<cloud>`. */
export const subjectRoutes = new Hono<WorkerEnv>();

subjectRoutes.get("/subjects/:subject", async (context) => {
  const { subject } = context.req.param();
  const now = new Date();
  const [snapshot, account, all] = await Promise.all([
    currentSnapshot(context.env),
    findSubject(context.env, subject),
    listCertificatesOf(context.env, subject),
  ]);
  const cloud = describedClouds(snapshot).find((one) => one.subject === subject);
  const granted = all.filter((certificate) => wasGranted(certificate, now));
  if (cloud === undefined && account === undefined && granted.length === 0) {
    const detail = `No cloud is called \`${subject.slice(0, 80)}\`. /certification.json lists all.`;
    return problemResponse({ status: 404, title: "Unknown cloud", detail }, OPEN);
  }
  const certificates = granted.map((certificate) => certificateJson(certificate, now, "public"));
  const json = {
    subject,
    name: cloud?.name ?? subject,
    provider: cloud?.provider,
    regions: cloud?.regions,
    demo: cloud?.isDemo ?? account?.isDemo ?? false,
    statusPages: [...new Set(certificates.map(({ statusPage }) => statusPage))],
    certificates,
  };
  const changes = certificates.flatMap(({ nextChange }) => (typeof nextChange === "string" ? [nextChange] : []));
  const seconds = changes.map((change) => (Date.parse(change) - now.getTime()) / 1000);
  return cachedResponse(context.req.raw, {
    body: JSON.stringify(json),
    contentType: "application/json",
    maxAgeSeconds: Math.min(MAX_AGE_SECONDS, ...seconds),
    headers: OPEN,
  });
});
