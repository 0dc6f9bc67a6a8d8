import type { Context } from "hono";

import { notFoundPage } from "#site/pages/not-found.tsx";

import { withoutTrailing } from "#core/base/text/trim-run.ts";

import type { WorkerEnv } from "../../state/bindings.ts";
import { pageResponse } from "../../http/page-response.ts";
import { requestedBase } from "../../state/requested-state.ts";
import { findMovedPage, suggestPages } from "./moved-pages.ts";
import { requestedView } from "./site-view.ts";

/**
 * The answer for an address that leads nowhere: the page that it led to in the past, where there was one, else a page that
 * says so and offers others. `reason` says why there is none, where it is known.
 */
export async function notFound(context: Context<WorkerEnv>, reason?: string): Promise<Response> {
  const view = await requestedView(context);
  const base = requestedBase(context);
  const asked = context.req.path.slice(base.length);
  const path = asked.slice(0, 1) + withoutTrailing(asked.slice(1), "/");
  const moved = reason === undefined ? findMovedPage(view, path) : undefined;
  // A page whose stored text is gone stands in the index still: leading there again would never end.
  if (moved !== undefined && moved !== path) {
    context.header("cache-control", "public, max-age=3600");
    return context.redirect(base + moved, 301);
  }
  const suggestions = reason === undefined ? suggestPages(view, path) : [];
  const html = notFoundPage({ site: view.snapshot.site, path: context.req.path, reason, suggestions });
  return pageResponse(context.req.raw, html, { status: 404, maxAgeSeconds: 0 });
}
