import { Hono } from "hono";

import { readBadgeOptions } from "#core/badges/read-options.ts";
import { embedPage } from "#site/pages/badges/embed.tsx";

import type { WorkerEnv } from "../state/bindings.ts";
import { pageResponse } from "../http/page-response.ts";
import { publicOrigin } from "../state/public-origin.ts";
import { commonFacts } from "./badge-facts.ts";
import type { BadgeSources } from "./badge-sources.ts";
import { findFace } from "./find-face.ts";

/** `/badges/<subject>/<scope>/embed`: texts to copy, and how the badge will look. */
export function embedRoutes(sources: BadgeSources): Hono<WorkerEnv> {
  const routes = new Hono<WorkerEnv>();
  routes.get("/badges/:subject/:scope/embed", async (context) => {
    const now = new Date();
    const { subject, scope: scopeName } = context.req.param();
    const query = new URL(context.req.url).searchParams;
    const { snapshot, scopes, providers } = await commonFacts(context.env, sources);
    const published = scopes.find(({ alias, scope }) => alias === scopeName || scope.uuid === scopeName);
    const state = await findFace(
      { kind: "standing", subject, scope: scopeName },
      { env: context.env, sources, now, language: "en" },
    );
    if (published === undefined || state.face.kind === "unknown-subject") return await context.notFound();
    const [format, size] = (query.get("format") ?? "svg").split("-");
    // The theme that most pages want is not the one that an image without query has.
    const asked = readBadgeOptions({
      get: (name) =>
        name === "size" ? (size ?? null) : name === "theme" ? (query.get(name) ?? "auto") : query.get(name),
    });
    // Other words would make a badge that says no more than that they were not declared.
    const isDeclared = asked.label === undefined || state.labels.includes(asked.label);
    const options = isDeclared ? asked : { ...asked, label: undefined };
    const offering = providers.flatMap(({ offerings }) => offerings).find((one) => one.subjects.includes(subject));
    const html = embedPage({
      site: snapshot.site,
      origin: publicOrigin(context.env, context.req.raw),
      subject,
      cloudName: offering?.name ?? subject,
      isDemo: state.isDemo,
      alias: published.alias,
      scopeName: published.scope.name,
      face: state.face,
      labels: state.labels,
      options,
      format: format === "png" ? "png" : "svg",
    });
    return pageResponse(context.req.raw, html);
  });
  return routes;
}
