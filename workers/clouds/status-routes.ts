/** The status page of a cloud in a scope (SCS-0004, regulation 4), its data, its history as files, and its feed. */
import { Hono, type Context } from "hono";

import { writeAtom, ATOM_MEDIA_TYPE } from "#core/base/xml/atom.ts";
import { statusFeed } from "#core/compliance/notifications/status-feed.ts";
import { certificateJson } from "#core/compliance/certificates/certificate-json.ts";
import { historyCsv, historyJson } from "#core/compliance/history/history-json.ts";
import { lastPasses } from "#core/compliance/history/history-spans.ts";
import { complianceSteps } from "#core/compliance/history/history-compliance.ts";
import { cloudScopePage } from "#site/pages/clouds/cloud-scope.tsx";
import { goneStatusPage } from "#site/pages/clouds/gone-status.tsx";

import { publicJson, publicText } from "../http/public-json.ts";
import type { WorkerEnv } from "../state/bindings.ts";
import { pageResponse } from "../http/page-response.ts";
import { publicOrigin } from "../state/public-origin.ts";
import { currentSnapshot } from "../state/site-context.ts";
import { evaluationJson } from "./certification-json.ts";
import type { CloudStatus, StatusSources } from "../standing/cloud-status.ts";
import { providerOf } from "./providers.ts";
import { askStatus, historyOf, noStatus, type AskedStatus } from "./status-answer.ts";

/** Everything below `/certification/<subject>/<scope>`; `?at=<instant>` asks any of it about another moment. */
export function statusRoutes(sources: StatusSources): Hono<WorkerEnv> {
  const routes = new Hono<WorkerEnv>();

  routes.get("/certification/:subject/:scope/:file{history\\.(?:csv|json)}", async (context) => {
    const { subject, scope, file } = context.req.param();
    const asked = await askStatus(context, sources, subject, scope);
    if (asked.kind !== "found") return noStatus(asked.kind, `${subject}/${scope}`);
    const history = historyOf(asked.status);
    if (file === "history.csv") {
      return publicText(context.req.raw, historyCsv(history), "text/csv; charset=utf-8", asked.maxAgeSeconds);
    }
    const { uuid, name } = asked.status.scope;
    const facts = { subject, scope: { uuid, alias: asked.status.alias, name }, at: context.req.query("at") };
    return publicJson(context.req.raw, { ...facts, ...historyJson(history) }, asked.maxAgeSeconds);
  });

  routes.get("/certification/:subject/:scope/feed.xml", async (context) => {
    const { subject, scope } = context.req.param();
    const asked = await askStatus(context, sources, subject, scope);
    if (asked.kind !== "found") return noStatus(asked.kind, `${subject}/${scope}`);
    const { status } = asked;
    const { rows, period, annotations } = historyOf(status);
    const feed = statusFeed({
      origin: publicOrigin(context.env, context.req.raw),
      author: status.snapshot.site.community,
      subject,
      cloud: status.cloud.name,
      alias: status.alias,
      scopeName: status.scope.name,
      steps: complianceSteps(rows, period),
      certificates: status.certificates,
      annotations,
      instant: status.instant,
    });
    return publicText(context.req.raw, writeAtom(feed), ATOM_MEDIA_TYPE, asked.maxAgeSeconds);
  });

  routes.get("/certification/:subject/:scope{[^/]+\\.json}", async (context) => {
    const { subject, scope } = context.req.param();
    const asked = await askStatus(context, sources, subject, scope.slice(0, -".json".length));
    if (asked.kind !== "found") return noStatus(asked.kind, `${subject}/${scope}`);
    return publicJson(context.req.raw, statusJson(asked.status, asked.isPast), asked.maxAgeSeconds);
  });

  routes.get("/certification/:subject/:scope", (context) => statusPage(context, sources));

  return routes;
}

async function statusPage(context: Context<WorkerEnv>, sources: StatusSources): Promise<Response> {
  const { subject = "", scope: scopeName = "" } = context.req.param();
  const asked = await askStatus(context, sources, subject, scopeName);
  if (asked.kind !== "found") return noStatusPage(context, asked.kind, { subject, scopeName });
  const { status, isPast, maxAgeSeconds } = asked;
  const { snapshot, spans, instant, results } = status;
  const since = new Map(
    spans.filter(({ from, to }) => from <= instant && instant < to).map(({ testcase, from }) => [testcase, from]),
  );
  const html = cloudScopePage({
    ...status,
    site: snapshot.site,
    subject,
    isPast,
    providerId: providerOf(snapshot, subject)?.provider.id,
    history: historyOf(status),
    since,
    lastPasses: lastPasses(spans),
    lastCheckedAt: isPast
      ? undefined
      : results
          .map(({ checkedAt }) => checkedAt)
          .toSorted()
          .at(-1),
  });
  const held = status.standing.certificate?.certificate.id;
  const credential = held === undefined ? {} : { credential: `/certificates/${held}.vc` };
  return pageResponse(context.req.raw, html, { maxAgeSeconds, ...credential });
}

async function noStatusPage(
  context: Context<WorkerEnv>,
  kind: Exclude<AskedStatus["kind"], "found">,
  names: { readonly subject: string; readonly scopeName: string },
): Promise<Response> {
  if (kind === "unknown") return await context.notFound();
  if (kind === "bad-instant") return noStatus(kind, "");
  const { site } = await currentSnapshot(context.env);
  return pageResponse(context.req.raw, goneStatusPage({ site, ...names }), { status: 410 });
}

/** The status as JSON. Of a past moment it is not known when results would have expired, so `nextChange` is left out. */
function statusJson({ cloud, alias, scope, instant, standing, face }: CloudStatus, isPast: boolean) {
  const { evaluation, certificate, manualChecks, presence, nextChange } = standing;
  return {
    subject: cloud.subject,
    name: cloud.name,
    demo: cloud.isDemo,
    scope: { uuid: scope.uuid, alias, name: scope.name },
    at: isPast ? instant.toISOString() : undefined,
    verdict: face.kind,
    message: face.message,
    passed: evaluation.passed,
    validity: evaluation.validity,
    nextChange: isPast ? undefined : nextChange?.toISOString(),
    certificate: certificate === undefined ? undefined : certificateJson(certificate.certificate, instant, "public"),
    manualChecks: manualChecks.map(({ testcase, state, checkedAt, dueOn, failuresInARow }) => ({
      testcase,
      state,
      checkedAt: checkedAt?.toISOString(),
      dueOn,
      failuresInARow,
    })),
    online: presence.kind === "online",
    evaluation: evaluationJson(evaluation),
  };
}
