import type { Context } from "hono";

import type { WorkerEnv } from "../../state/bindings.ts";
import { cachedResponse } from "../../http/caching.ts";
import { sha256Hex } from "../../http/digest.ts";
import { PAGE_MAX_AGE_SECONDS, withAbsolutePreview } from "../../http/page-response.ts";
import { MEMORY_BOUNDS } from "../../state/memory-bounds.ts";
import { createMemory } from "../../state/memory.ts";
import { notFound } from "./not-found.ts";
import { requestedView, type SiteView } from "./site-view.ts";

/** A page as it is sent. */
interface RememberedPage {
  readonly body: ArrayBuffer;
  readonly etag: string;
}

/** Longer addresses are not those of readers. */
const MAX_ADDRESS_LENGTH = 300;

type Made = string | Response | undefined;

/** Where there is no page, what is answered instead is not kept. */
const memory = createMemory<RememberedPage | Response | undefined>(MEMORY_BOUNDS.pages);

/**
 * A page that follows from the published state, the day and its address alone. It is made once and kept as it is sent;
 * a publish or midnight makes another view, whose pages are made anew. `make` answers undefined where there is no page,
 * and a response where the answer is none.
 */
export async function rememberedPage(
  context: Context<WorkerEnv>,
  make: (view: SiteView) => Made | Promise<Made>,
): Promise<Response> {
  const view = await requestedView(context);
  const key = `${view.key} ${context.req.url}`;
  // The requirements of a preview are numbered anew with every publish of something else.
  const isKept = view.snapshot.site.state?.kind !== "preview" && context.req.url.length <= MAX_ADDRESS_LENGTH;
  const now = new Date();
  const page = await memory.recall(key, now, async () => {
    const html = await make(view);
    if (html === undefined || html instanceof Response) return { value: html, until: now };
    const text = withAbsolutePreview(html, new URL(context.req.url).origin);
    const body = await new Blob([text]).arrayBuffer();
    const page = { body, etag: (await sha256Hex(body)).slice(0, 32) };
    return { value: page, until: isKept ? undefined : now };
  });
  if (page === undefined) return notFound(context);
  return page instanceof Response ? page : answer(context.req.raw, page);
}

function answer(request: Request, { body, etag }: RememberedPage): Promise<Response> {
  return cachedResponse(request, {
    body,
    etag,
    contentType: "text/html; charset=utf-8",
    maxAgeSeconds: PAGE_MAX_AGE_SECONDS,
  });
}
