import { Hono, type Context } from "hono";

import { trackSegment } from "#site/standards-index.ts";

import { publicJson } from "../../http/public-json.ts";
import type { WorkerEnv } from "../../state/bindings.ts";
import { problemResponse } from "../../http/problem.ts";
import { publicOrigin } from "../../state/public-origin.ts";
import { filesOfKind } from "../../state/site-context.ts";
import { decisionsJson, documentJson, numberJson, overviewJson, trackJson } from "./data-json.ts";
import { documentLinkedData, overviewLinkedData, scopeLinkedData } from "./linked-data.ts";
import { publishedRequirements } from "../requirements/published-requirements.ts";
import { findDocumentFile, requestedView } from "../states/site-view.ts";

/** Seconds that caches may keep data, as for pages: facts change with a publish and at midnight. */
const MAX_AGE_SECONDS = 60;

/** The pages of the standards for programs: `.json` beside each, JSON-LD beside documents; of any state. */
export const dataRoutes = new Hono<WorkerEnv>();

dataRoutes.get("/standards.json", async (context) => dataResponse(context, overviewJson(await requestedView(context))));

dataRoutes.get("/standards.jsonld", async (context) => {
  const origin = publicOrigin(context.env, context.req.raw);
  return dataResponse(context, overviewLinkedData(await requestedView(context), origin), "application/ld+json");
});

dataRoutes.get("/certification/scopes/:alias{[^/]+\\.jsonld}", async (context) => {
  const alias = context.req.param("alias").replace(/\.jsonld$/, "");
  const view = await requestedView(context);
  const scope = filesOfKind(view.snapshot, "scope").find(({ facts }) => facts.alias === alias);
  if (scope === undefined) return unknown(context);
  const origin = publicOrigin(context.env, context.req.raw);
  return dataResponse(context, scopeLinkedData(view, scope.facts, origin), "application/ld+json");
});

dataRoutes.get("/decisions.json", async (context) =>
  dataResponse(context, decisionsJson(await requestedView(context))),
);

dataRoutes.get("/standards/:name{[^/]+\\.json}", async (context) => {
  const name = context.req.param("name").replace(/\.json$/, "");
  const view = await requestedView(context);
  const track = view.index.find((entry) => trackSegment(entry.track.id) === name);
  if (track !== undefined) return dataResponse(context, trackJson(view, track));
  const file = findDocumentFile(view, name);
  if (file !== undefined) {
    const requirements = await publishedRequirements(context.env, view.snapshot);
    return dataResponse(context, documentJson(view, file, requirements.get(name) ?? []));
  }
  const number = view.index.flatMap((entry) => entry.numbers).find((entry) => entry.id === name);
  return number === undefined ? unknown(context) : dataResponse(context, numberJson(view, number));
});

dataRoutes.get("/standards/:name{[^/]+\\.jsonld}", async (context) => {
  const view = await requestedView(context);
  const file = findDocumentFile(view, context.req.param("name").replace(/\.jsonld$/, ""));
  if (file === undefined) return unknown(context);
  const origin = publicOrigin(context.env, context.req.raw);
  return dataResponse(context, documentLinkedData(view, file, origin), "application/ld+json");
});

dataRoutes.get("/standards/:track/:number{[^/]+\\.json}", async (context) => {
  const { track: segment, number } = context.req.param();
  const view = await requestedView(context);
  const track = view.index.find((entry) => trackSegment(entry.track.id) === segment);
  const entry = track?.numbers.find(({ id }) => `${id}.json` === number);
  return entry === undefined ? unknown(context) : dataResponse(context, numberJson(view, entry));
});

function dataResponse(context: Context<WorkerEnv>, value: object, contentType?: string): Promise<Response> {
  return publicJson(context.req.raw, value, MAX_AGE_SECONDS, contentType);
}

function unknown(context: Context<WorkerEnv>): Response {
  const detail = `There is nothing at \`${context.req.path}\`. /standards.json lists all documents.`;
  return problemResponse({ status: 404, title: "No such document", detail }, { "access-control-allow-origin": "*" });
}
