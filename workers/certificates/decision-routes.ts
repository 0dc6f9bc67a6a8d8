/** What operators and the certification body do with certificates. Every step is appended with who, when and why. */
import { Hono, type Context } from "hono";

import { hasRole } from "#core/trust/accounts/roles.ts";
import { certificateJson } from "#core/compliance/certificates/certificate-json.ts";
import type { Certificate } from "#core/compliance/certificates/certificate.ts";
import { describeRefusal } from "#core/compliance/certificates/describe-refusal.ts";
import { statusAt } from "#core/compliance/certificates/status.ts";
import type { Actor, StepRefusal, StepRequest } from "#core/compliance/certificates/step-request.ts";
import { takeStep } from "#core/compliance/certificates/take-step.ts";
import { failure, success, type Result } from "#core/base/result.ts";
import type { SiteConfig } from "#core/standards/publishing/site-config.ts";
import { calendarOf } from "#core/base/time/calendar.ts";
import { validate as isApplication } from "#schemas/compiled/certificate-application.js";
import { validate as isStep } from "#schemas/compiled/certificate-step.js";

import type { WorkerEnv } from "../state/bindings.ts";
import { listCertificatesOf } from "../standing/certificate-facts.ts";
import { describedClouds } from "../standing/clouds.ts";
import { findOwnCloud } from "../sign-in/own-cloud.ts";
import { checkDecision } from "./check-decision.ts";
import { problemResponse } from "../http/problem.ts";
import { signIn, signInRefused } from "../sign-in/sign-in.ts";
import { currentSnapshot } from "../state/site-context.ts";
import {
  addCertificate,
  appendEvent,
  findCertificate,
  findSubject,
  listCertificates,
  newestReport,
} from "./certificate-store.ts";
import type { CertificateSources } from "./certificate-sources.ts";
import { readJson } from "../http/read-json.ts";
import { toStepRequest } from "./step-request.ts";

type RouteContext = Context<WorkerEnv>;

/** `POST /api/v1/certificates` and what follows; the parties to a certificate read its whole log here. */
export function decisionRoutes({ listScopes }: CertificateSources): Hono<WorkerEnv> {
  const routes = new Hono<WorkerEnv>();

  routes.post("/api/v1/certificates", (context) => applyFor(context, { listScopes }));

  routes.post("/api/v1/certificates/:id/events", async (context) => {
    const signedIn = await findActor(context);
    if (!signedIn.ok) return signedIn.failure;
    const actor = signedIn.value;
    const certificate = await findVisible(context, actor);
    if (certificate === undefined) return unknownCertificate(context.req.param("id"));
    const read = await readJson(context.req.raw, isStep, "certificate-step.schema.json");
    if (!read.ok) return read.failure;
    const evidence = await newestReport(context.env, certificate.subject, certificate.scope.uuid);
    const request = toStepRequest(read.value, evidence);
    if (!request.ok) return problemResponse({ status: 422, title: "Step lacks something", detail: request.failure });
    const override = read.value.override?.trim();
    const asked = { request: request.value, override: override === "" ? undefined : override };
    return decide(context, certificate, asked, actor, { listScopes });
  });

  routes.get("/api/v1/certificates/:id", async (context) => {
    const signedIn = await findActor(context);
    if (!signedIn.ok) return signedIn.failure;
    const actor = signedIn.value;
    const certificate = await findVisible(context, actor);
    if (certificate === undefined) return unknownCertificate(context.req.param("id"));
    return context.json(certificateJson(certificate, new Date(), "parties"), 200, { "cache-control": "no-store" });
  });

  routes.get("/api/v1/certificates", async (context) => {
    const signedIn = await findActor(context);
    if (!signedIn.ok) return signedIn.failure;
    const actor = signedIn.value;
    const now = new Date();
    const all = actor.isCertifier
      ? await listCertificates(context.env)
      : await listCertificatesOf(context.env, actor.subject);
    const certificates = all.map((certificate) => certificateJson(certificate, now, "parties"));
    return context.json({ certificates }, 200, { "cache-control": "no-store" });
  });

  return routes;
}

async function applyFor(context: RouteContext, { listScopes }: CertificateSources): Promise<Response> {
  const signedIn = await findActor(context);
  if (!signedIn.ok) return signedIn.failure;
  const actor = signedIn.value;
  const read = await readJson(context.req.raw, isApplication, "certificate-application.schema.json");
  if (!read.ok) return read.failure;
  const { subject, scope: scopeName, version, regions = [], reason } = read.value;
  const snapshot = await currentSnapshot(context.env);
  const scopes = await listScopes(context.env, snapshot);
  const published = scopes.find(({ alias, scope }) => alias === scopeName || scope.uuid === scopeName);
  if (published === undefined)
    return unknownThing(`There is no scope \`${scopeName}\`. GET /certification lists them.`);
  if (!published.scope.versions.some(({ name }) => name === version)) {
    const names = published.scope.versions.map(({ name }) => `\`${name}\``).join(", ");
    return unknownThing(`${published.scope.name} has no version \`${version}\`; it has ${names}.`);
  }
  const account = await findSubject(context.env, subject);
  if (account === undefined)
    return unknownThing(`There is no account \`${subject}\`; certificates are for known clouds.`);
  const now = new Date();
  const open = await findOpen(context, subject, published.scope.uuid, version, now);
  if (open !== undefined) return alreadyThere(open, now);
  const { uuid, name } = published.scope;
  const certificate = {
    subject,
    scope: { uuid, alias: published.alias, name },
    version,
    regions,
    isDemo: account.isDemo,
  };
  const rules = termRules(snapshot.site);
  const step = takeStep({ subject, events: [] }, { kind: "applied", reason }, actor, { now, ...rules });
  if (!step.ok) return refused(step.failure);
  const added = await addCertificate(context.env, certificate, step.value);
  return context.json(certificateJson(added, now, "parties"), 201, { location: `/api/v1/certificates/${added.id}` });
}

async function decide(
  context: RouteContext,
  certificate: Certificate,
  { request, override }: { readonly request: StepRequest; readonly override: string | undefined },
  actor: Actor,
  { listScopes }: CertificateSources,
): Promise<Response> {
  const now = new Date();
  const snapshot = await currentSnapshot(context.env);
  const isSameProvider = (await findOwnCloud(context.env, actor.subject, [certificate.subject])) !== undefined;
  const rules = termRules(snapshot.site);
  const step = takeStep(certificate, request, { ...actor, isSameProvider }, { now, ...rules });
  if (!step.ok) return refused(step.failure);
  let event = step.value;
  if (event.kind === "granted" || event.kind === "renewed") {
    const scopes = await listScopes(context.env, snapshot);
    const checked = await checkDecision(context.env, certificate, event.at, {
      now,
      calendar: rules.calendar,
      scope: scopes.find(({ scope }) => scope.uuid === certificate.scope.uuid)?.scope,
      regions: describedClouds(snapshot).find(({ subject }) => subject === certificate.subject)?.regions,
    });
    const { missing, faults, inOrder } = checked;
    if (missing.length > 0) {
      return conflict("Prerequisite missing", `The cloud first needs a valid certificate for ${missing.join(", ")}.`);
    }
    if (faults.length > 0 && override === undefined) return notInOrder(faults);
    const preCheck = sentence(faults.length > 0 ? faults : inOrder);
    event = { ...event, preCheck, ...(faults.length > 0 && override !== undefined ? { override } : {}) };
  }
  if (!(await appendEvent(context.env, certificate.id, event))) {
    return conflict(
      "Somebody was faster",
      "Another step was taken meanwhile. Look at the certificate again, then decide.",
    );
  }
  const after = { ...certificate, events: [...certificate.events, event] };
  return context.json(certificateJson(after, now, "parties"));
}

function termRules({ timeZone, renewalWindowDays }: SiteConfig) {
  return { calendar: calendarOf(timeZone), ...(renewalWindowDays === undefined ? {} : { renewalWindowDays }) };
}

function notInOrder(faults: readonly string[]): Response {
  const detail = `${sentence(faults)} Decide when that is in order, or say why it is decided all the same (\`override\`): that is published with the certificate.`;
  return conflict("Not in order", detail, { faults });
}

function sentence(clauses: readonly string[]): string {
  const text = clauses.join(", ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Who is asking; else the answer that says what is wrong with the credentials. */
async function findActor({ req, env }: RouteContext): Promise<Result<Actor, Response>> {
  const signedIn = await signIn(req.raw, env, new Date());
  if (!signedIn.ok) return failure(signInRefused(signedIn.failure));
  const { subject, roles } = signedIn.value;
  return success({ subject, isCertifier: hasRole(roles, "approve") });
}

/** Applications are between operator and certification body; for all others there is nothing at the address. */
async function findVisible(context: RouteContext, actor: Actor): Promise<Certificate | undefined> {
  const certificate = await findCertificate(context.env, context.req.param("id") ?? "");
  return certificate !== undefined && (actor.isCertifier || actor.subject === certificate.subject)
    ? certificate
    : undefined;
}

/** An application or certificate of the same kind that still runs. */
async function findOpen(context: RouteContext, subject: string, scopeUuid: string, version: string, now: Date) {
  const own = await listCertificatesOf(context.env, subject);
  return own.find((certificate) => {
    const { state } = statusAt(certificate, now);
    const isOver = state === "rejected" || state === "withdrawn" || state === "revoked";
    return certificate.scope.uuid === scopeUuid && certificate.version === version && !isOver;
  });
}

function alreadyThere({ id, events }: Certificate, now: Date): Response {
  const { state } = statusAt({ events }, now);
  const remedy = state === "expired" ? "Ask for its renewal." : "One for the same version is enough.";
  return conflict("Already there", `Certificate ${id} is ${state}. ${remedy}`, { id });
}

function refused(refusal: StepRefusal): Response {
  const detail = describeRefusal(refusal);
  switch (refusal.reason) {
    case "not-permitted":
    case "own-certificate":
      return problemResponse({ status: 403, title: "Not permitted", detail });
    case "wrong-state":
    case "still-needed":
    case "before-window":
      return conflict("Step not possible", detail);
    case "no-reason":
    case "in-the-past":
    case "too-far-ahead":
    case "two-times":
    case "only-now":
    case "not-announced":
    case "no-date":
    case "repetition-without-failure":
      return problemResponse({ status: 422, title: "Step not possible", detail });
  }
}

function conflict(title: string, detail: string, extensions: Record<string, unknown> = {}): Response {
  return problemResponse({ status: 409, title, detail, extensions });
}

function unknownThing(detail: string): Response {
  return problemResponse({ status: 422, title: "Unknown subject or scope", detail });
}

function unknownCertificate(id: string): Response {
  const detail = `There is no certificate \`${id.slice(0, 40)}\` that concerns you. GET /api/v1/certificates lists yours.`;
  return problemResponse({ status: 404, title: "Unknown certificate", detail });
}
