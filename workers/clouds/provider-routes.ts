/** A page per company with all its clouds, what is certified of them, their badges and SBOMs; and the same as JSON. */
import { Hono, type Context } from "hono";

import { secondsUntil } from "#core/base/time/seconds-until.ts";

import { faceOf } from "#core/badges/standing-face.ts";
import type { Provider } from "#core/standards/publishing/provider.ts";
import { calendarOf } from "#core/base/time/calendar.ts";
import { providerPage, type ProviderCloud, type ProviderSbom } from "#site/pages/clouds/provider.tsx";

import { publicJson } from "../http/public-json.ts";
import type { Bindings, WorkerEnv } from "../state/bindings.ts";
import { pageResponse } from "../http/page-response.ts";
import { problemResponse } from "../http/problem.ts";
import { currentSnapshot, type Snapshot } from "../state/site-context.ts";
import { earlier } from "../standing/clouds.ts";
import { listProviders } from "./providers.ts";
import { publishedScopes } from "../standing/published-scopes.ts";
import { takesPart } from "../standing/cloud-table.ts";
import { standingsOf } from "../standing/standing-store.ts";
import { STATUS_MAX_AGE_SECONDS } from "./status-answer.ts";

/** What the pages of providers need of other slices. */
export interface ProviderSources {
  readonly listSbomsUploadedBy: (
    env: Pick<Bindings, "DB">,
    subjects: readonly string[],
    limit: number,
  ) => Promise<readonly ProviderSbom[]>;
}

const LISTED_SBOMS = 50;

/** `/certification/providers/<provider>` and `.json`. */
export function providerRoutes(sources: ProviderSources): Hono<WorkerEnv> {
  const routes = new Hono<WorkerEnv>();

  routes.get("/certification/providers/:provider{[^/]+\\.json}", async (context) => {
    const id = context.req.param("provider").slice(0, -".json".length);
    const found = await findProvider(context, sources, id);
    if (found === undefined) {
      const detail = `There is no provider \`${id.slice(0, 80)}\`. \`/certification.json\` lists all clouds.`;
      return problemResponse({ status: 404, title: "Not found", detail }, { "access-control-allow-origin": "*" });
    }
    const { provider, clouds, sboms, maxAgeSeconds } = found;
    return publicJson(context.req.raw, { ...provider.provider, clouds: clouds.map(cloudJson), sboms }, maxAgeSeconds);
  });

  routes.get("/certification/providers/:provider", async (context) => {
    const found = await findProvider(context, sources, context.req.param("provider"));
    if (found === undefined) return await context.notFound();
    const { snapshot, provider, clouds, sboms, maxAgeSeconds } = found;
    const html = providerPage({ site: snapshot.site, provider: provider.provider, clouds, sboms });
    return pageResponse(context.req.raw, html, { maxAgeSeconds });
  });

  return routes;
}

async function findProvider(context: Context<WorkerEnv>, sources: ProviderSources, id: string) {
  const { env } = context;
  const now = new Date();
  const snapshot = await currentSnapshot(env);
  const provider = listProviders(snapshot).find((one) => one.provider.id === id);
  if (provider === undefined) return undefined;
  const subjects = [...new Set(provider.offerings.flatMap((offering) => offering.subjects))];
  const [sboms, clouds] = await Promise.all([
    sources.listSbomsUploadedBy(env, subjects, LISTED_SBOMS),
    cloudsOf(env, { snapshot, provider, subjects, now }),
  ]);
  let nextChange: Date | undefined;
  for (const cloud of clouds) nextChange = earlier(nextChange, cloud.nextChange);
  return { snapshot, provider, clouds, sboms, maxAgeSeconds: secondsUntil(nextChange, now, STATUS_MAX_AGE_SECONDS) };
}

interface CloudsQuestion {
  readonly snapshot: Snapshot;
  readonly provider: Provider;
  readonly subjects: readonly string[];
  readonly now: Date;
}

/** Each cloud with how it stands in the scopes that it aims at or reported for. */
async function cloudsOf(
  env: Pick<Bindings, "DB" | "BLOBS">,
  { snapshot, provider, subjects, now }: CloudsQuestion,
): Promise<readonly (ProviderCloud & { readonly nextChange: Date | undefined })[]> {
  const calendar = calendarOf(snapshot.site.timeZone);
  const scopes = await publishedScopes(env, snapshot);
  const pairs = subjects.flatMap((subject) => scopes.map((published) => ({ subject, published })));
  const judged = await standingsOf(env, snapshot, pairs, now);
  return provider.offerings.flatMap((offering) =>
    offering.subjects.map((subject) => {
      const first = subjects.indexOf(subject) * scopes.length;
      let nextChange: Date | undefined;
      const standings = scopes.flatMap((published, index) => {
        const standing = judged[first + index];
        if (standing === undefined || !takesPart({ scopes: offering.scopes ?? [] }, published, standing)) return [];
        nextChange = earlier(nextChange, standing.nextChange);
        const { alias, scope } = published;
        const isDemo = provider.provider.demo ?? false;
        const face = faceOf({ scopeName: scope.name, isDemo, calendar, ...standing });
        return [{ alias, name: scope.name, face, certificate: standing.certificate }];
      });
      const name = offering.subjects.length === 1 ? offering.name : `${offering.name} (${subject})`;
      const { description, regions, links } = offering;
      return { subject, name, description, regions, links, standings, nextChange };
    }),
  );
}

function cloudJson({ subject, name, description, regions, links, standings }: ProviderCloud) {
  return {
    subject,
    name,
    description,
    regions,
    links,
    scopes: standings.map(({ alias, name: scope, face, certificate }) => ({
      alias,
      scope,
      verdict: face.kind,
      message: face.message,
      certificate: certificate?.certificate.id,
      badge: `/badges/${subject}/${alias}.svg`,
      statusPage: `/certification/${subject}/${alias}`,
    })),
  };
}
