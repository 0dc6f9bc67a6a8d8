import type { Context } from "hono";

import type { WorkerEnv } from "../../state/bindings.ts";
import { cachedResponse } from "../../http/caching.ts";
import { sha256Hex } from "../../http/digest.ts";
import { PAGE_MAX_AGE_SECONDS, withAbsolutePreview } from "../../http/page-response.ts";
import { notFound } from "./not-found.ts";
import { requestedView, type SiteView } from "./site-view.ts";

/** A page as it is sent. */
interface RememberedPage {
  readonly body: ArrayBuffer;
  readonly etag: string;
}

/** Bytes of pages kept in the memory of an isolate: the whole SCS corpus takes about half of it. */
const KEPT_BYTES = 16_000_000;
/** Longer addresses are not those of readers. */
const MAX_ADDRESS_LENGTH = 300;

type Made = string | Response | undefined;

const kept = new Map<string, RememberedPage>();
let keptBytes = 0;

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
  const known = kept.get(key);
  if (known !== undefined) return answer(context.req.raw, known);
  const html = await make(view);
  if (html === undefined) return notFound(context);
  if (html instanceof Response) return html;
  const text = withAbsolutePreview(html, new URL(context.req.url).origin);
  const body = await new Blob([text]).arrayBuffer();
  const page: RememberedPage = { body, etag: (await sha256Hex(body)).slice(0, 32) };
  if (isKept) remember(key, page);
  return answer(context.req.raw, page);
}

function answer(request: Request, { body, etag }: RememberedPage): Promise<Response> {
  return cachedResponse(request, {
    body,
    etag,
    contentType: "text/html; charset=utf-8",
    maxAgeSeconds: PAGE_MAX_AGE_SECONDS,
  });
}

/** The oldest goes first, so that made-up addresses cannot fill the memory. */
function remember(key: string, page: RememberedPage): void {
  for (const [oldest, { body }] of kept) {
    if (keptBytes + page.body.byteLength <= KEPT_BYTES) break;
    kept.delete(oldest);
    keptBytes -= body.byteLength;
  }
  keptBytes += page.body.byteLength - (kept.get(key)?.body.byteLength ?? 0);
  kept.set(key, page);
}
