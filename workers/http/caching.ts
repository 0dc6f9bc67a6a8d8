import { sha256Hex } from "./digest.ts";

/** What a cacheable answer says about itself. */
export interface Cacheable {
  /** A stream needs an `etag`, as its bytes are not known yet. */
  readonly body: string | ArrayBuffer | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  readonly contentType: string;
  /** Seconds that caches may keep the answer: never beyond the next known change of the fact it states. */
  readonly maxAgeSeconds: number;
  /** Strong validator without quotes; computed from the body when absent. */
  readonly etag?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
}

/**
 * Answers GET and HEAD with a strong ETag, 304 where the client has the same state already (RFC 9110 §13.1.2), and
 * Cache-Control bound to `maxAgeSeconds`.
 */
export async function cachedResponse(request: Request, answer: Cacheable): Promise<Response> {
  const tag = answer.etag ?? (await tagOf(answer.body));
  const etag = `"${tag}"`;
  const headers: Record<string, string> = {
    etag,
    "cache-control": `public, max-age=${Math.max(0, Math.floor(answer.maxAgeSeconds))}`,
    ...answer.headers,
  };
  if (answer.status === undefined && matches(request.headers.get("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  headers["content-type"] = answer.contentType;
  return new Response(request.method === "HEAD" ? null : answer.body, { status: answer.status ?? 200, headers });
}

async function tagOf(body: Cacheable["body"]): Promise<string> {
  if (body instanceof ReadableStream) throw new Error("an answer that is streamed needs a validator of its own");
  return (await sha256Hex(body)).slice(0, 32);
}

/** If-None-Match uses weak comparison: `W/` prefixes are ignored, `*` matches anything. */
function matches(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  if (ifNoneMatch.trim() === "*") return true;
  return ifNoneMatch.split(",").some((candidate) => candidate.trim().replace(/^W\//, "") === etag);
}
