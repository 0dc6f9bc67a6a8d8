/** What the public sees of certificates: the log of all, the revocation list (SCS-0004, regulation 7), each by itself. */
import { Hono, type Context } from "hono";

import { certificateJson, revocationJson } from "#core/compliance/certificates/certificate-json.ts";
import type { Certificate } from "#core/compliance/certificates/certificate.ts";
import { manualChecksAt, manualTestcases, nextManualChange } from "#core/compliance/certificates/manual-checks.ts";
import { statusAt, wasGranted } from "#core/compliance/certificates/status.ts";
import { ATOM_MEDIA_TYPE, writeAtom } from "#core/base/xml/atom.ts";
import { certificatesFeed } from "#core/compliance/notifications/status-feed.ts";
import { parseDateTime } from "#core/trust/credentials/xsd-date-time.ts";
import { calendarOf } from "#core/base/time/calendar.ts";
import { certificatePage } from "#site/pages/certificates/certificate.tsx";
import { certificatesPage, revokedPage } from "#site/pages/certificates/certificates.tsx";

import { publicJson } from "../http/public-json.ts";
import type { WorkerEnv } from "../state/bindings.ts";
import { cachedResponse } from "../http/caching.ts";
import { pageResponse } from "../http/page-response.ts";
import { problemResponse } from "../http/problem.ts";
import { publicOrigin } from "../state/public-origin.ts";
import { currentSnapshot } from "../state/site-context.ts";
import type { CertificateSources } from "./certificate-sources.ts";
import {
  findCertificate,
  listCertificatePart,
  listCertificates,
  listRevokedPart,
  nextStepAt,
  type CertificatePart,
} from "./certificate-store.ts";

type RouteContext = Context<WorkerEnv>;

/** Longest time in seconds that caches may keep an answer: a decision shows up everywhere within it. */
const MAX_AGE_SECONDS = 60;

/** Pages and their JSON; `?at=<instant>` asks any of them about another moment. */
export function publicRoutes(sources: CertificateSources): Hono<WorkerEnv> {
  return new Hono<WorkerEnv>().route("/", listRoutes()).route("/", singleRoutes(sources));
}

/** The log of all certificates, and the revocation list. */
function listRoutes(): Hono<WorkerEnv> {
  const routes = new Hono<WorkerEnv>();

  routes.get("/certificates", async (context) => {
    const instant = instantOf(context);
    if (instant === undefined) return badInstant();
    const [{ site }, part] = await Promise.all([currentSnapshot(context.env), grantedPart(context, instant)]);
    const html = certificatesPage({ site, instant, ...part });
    return pageResponse(context.req.raw, html, { maxAgeSeconds: part.maxAgeSeconds });
  });

  routes.get("/certificates.json", async (context) => {
    const instant = instantOf(context);
    if (instant === undefined) return badInstant();
    const part = await grantedPart(context, instant);
    const json = {
      at: asked(context),
      certificates: part.certificates.map((one) => certificateJson(one, instant, "public")),
    };
    return partJson(context, json, part);
  });

  routes.get("/certificates/feed.xml", async (context) => {
    const instant = instantOf(context);
    if (instant === undefined) return badInstant();
    const [{ site }, certificates] = await Promise.all([currentSnapshot(context.env), listGranted(context, instant)]);
    const origin = publicOrigin(context.env, context.req.raw);
    const feed = certificatesFeed(certificates, { origin, author: site.community, instant });
    return cachedResponse(context.req.raw, {
      body: writeAtom(feed),
      contentType: ATOM_MEDIA_TYPE,
      maxAgeSeconds: secondsToChange(certificates, instant),
      headers: { "access-control-allow-origin": "*" },
    });
  });

  routes.get("/certificates/revoked", async (context) => {
    const instant = instantOf(context);
    if (instant === undefined) return badInstant();
    const [{ site }, part] = await Promise.all([currentSnapshot(context.env), revokedPart(context, instant)]);
    return pageResponse(context.req.raw, revokedPage({ site, instant, ...part }), {
      maxAgeSeconds: part.maxAgeSeconds,
    });
  });

  routes.get("/certificates/revoked.json", async (context) => {
    const instant = instantOf(context);
    if (instant === undefined) return badInstant();
    const part = await revokedPart(context, instant);
    const revoked = part.certificates.map((certificate) => revocationJson(certificate, instant));
    return partJson(context, { at: asked(context), revoked }, part);
  });

  return routes;
}

/** One certificate, as page and as JSON. */
function singleRoutes({ listScopes }: CertificateSources): Hono<WorkerEnv> {
  const routes = new Hono<WorkerEnv>();

  routes.get("/certificates/:file{\\d{4}-\\d{4,}\\.json}", async (context) => {
    const instant = instantOf(context);
    if (instant === undefined) return badInstant();
    const id = context.req.param("file").slice(0, -".json".length);
    const certificate = await findGranted(context, id, instant);
    if (certificate === undefined) {
      const detail = `There is no certificate ${id}. GET /certificates.json lists all.`;
      return problemResponse({ status: 404, title: "Unknown certificate", detail });
    }
    return publicJson(
      context.req.raw,
      certificateJson(certificate, instant, "public"),
      secondsToChange([certificate], instant),
    );
  });

  routes.get("/certificates/:id{\\d{4}-\\d{4,}}", async (context) => {
    const instant = instantOf(context);
    if (instant === undefined) return badInstant();
    const certificate = await findGranted(context, context.req.param("id"), instant);
    if (certificate === undefined) return await context.notFound();
    const snapshot = await currentSnapshot(context.env);
    const calendar = calendarOf(snapshot.site.timeZone);
    const scopes = await listScopes(context.env, snapshot);
    const scope = scopes.find((published) => published.scope.uuid === certificate.scope.uuid)?.scope;
    const testcases = scope === undefined ? [] : manualTestcases(scope, certificate.version);
    const manualChecks = manualChecksAt(certificate, testcases, instant, calendar);
    const html = certificatePage({
      site: snapshot.site,
      certificate,
      manualChecks,
      instant,
      isPast: asked(context) !== undefined,
    });
    const manualChange = nextManualChange(manualChecks, instant, calendar);
    const untilManual =
      manualChange === undefined ? MAX_AGE_SECONDS : (manualChange.getTime() - instant.getTime()) / 1000;
    return pageResponse(context.req.raw, html, {
      maxAgeSeconds: Math.min(untilManual, secondsToChange([certificate], instant)),
      credential: `/certificates/${certificate.id}.vc`,
    });
  });

  return routes;
}

async function listGranted(context: RouteContext, instant: Date): Promise<readonly Certificate[]> {
  const all = await listCertificates(context.env);
  return all.filter((certificate) => wasGranted(certificate, instant));
}

async function findGranted(context: RouteContext, id: string, instant: Date): Promise<Certificate | undefined> {
  const certificate = await findCertificate(context.env, id);
  return certificate !== undefined && wasGranted(certificate, instant) ? certificate : undefined;
}

/** What a page or an answer says of part of a list. */
interface ShownPart {
  readonly certificates: readonly Certificate[];
  readonly isFirst: boolean;
  readonly nextHref: string | undefined;
  readonly maxAgeSeconds: number;
}

async function grantedPart(context: RouteContext, instant: Date): Promise<ShownPart> {
  const part = await listCertificatePart(context.env, beforeOf(context));
  return await shownPart(context, part, instant, (certificate) => wasGranted(certificate, instant));
}

async function revokedPart(context: RouteContext, instant: Date): Promise<ShownPart> {
  const part = await listRevokedPart(context.env, beforeOf(context));
  return await shownPart(context, part, instant, (certificate) => statusAt(certificate, instant).state === "revoked");
}

/** A part has fewer lines where some of its certificates are not to be shown. */
async function shownPart(
  context: RouteContext,
  { certificates, next: before }: CertificatePart,
  instant: Date,
  isShown: (certificate: Certificate) => boolean,
): Promise<ShownPart> {
  const next = await nextStepAt(context.env, instant);
  return {
    certificates: certificates.filter(isShown),
    isFirst: beforeOf(context) === undefined,
    nextHref: before === undefined ? undefined : partAddress(context, before),
    // What is not shown yet may be shown next.
    maxAgeSeconds: Math.min(
      secondsToChange(certificates, instant),
      next === undefined ? MAX_AGE_SECONDS : (next.getTime() - instant.getTime()) / 1000,
    ),
  };
}

function partAddress({ req }: RouteContext, before: string): string {
  const at = req.query("at");
  const query = new URLSearchParams({ ...(at === undefined ? {} : { at }), before });
  return `${req.path}?${query.toString()}`;
}

/** `?before=2026-0042`; nonsense is the beginning. */
function beforeOf({ req }: RouteContext): string | undefined {
  const before = req.query("before") ?? "";
  return /^\d{4}-\d{4,9}$/.test(before) ? before : undefined;
}

function partJson(context: RouteContext, value: object, { nextHref, maxAgeSeconds }: ShownPart): Promise<Response> {
  return cachedResponse(context.req.raw, {
    body: JSON.stringify(value),
    contentType: "application/json",
    maxAgeSeconds,
    headers: {
      "access-control-allow-origin": "*",
      ...(nextHref === undefined ? {} : { link: `<${nextHref}>; rel="next"` }),
    },
  });
}

/** The moment that is asked about: now, or `?at=`; undefined for nonsense. */
function instantOf(context: RouteContext): Date | undefined {
  const at = asked(context);
  return at === undefined ? new Date() : parseDateTime(at);
}

function asked(context: RouteContext): string | undefined {
  return context.req.query("at");
}

function badInstant(): Response {
  const detail = "`at` must be a date and time with a zone, such as `2026-03-01T00:00:00Z`.";
  return problemResponse({ status: 400, title: "Bad request", detail });
}

/** Answers must not outlive what they say: they end with the next change that is known today. */
function secondsToChange(certificates: readonly Certificate[], instant: Date): number {
  const seconds = certificates.flatMap((certificate) => {
    const { nextChange } = statusAt(certificate, instant);
    return nextChange === undefined ? [] : [(nextChange.getTime() - instant.getTime()) / 1000];
  });
  return Math.min(MAX_AGE_SECONDS, ...seconds);
}
