import { cachedResponse } from "./caching.ts";

/** Facts as JSON that everybody may read, from every site. JSON is UTF-8, so its media type has no charset (RFC 8259 §11). */
export function publicJson(
  request: Request,
  value: unknown,
  maxAgeSeconds: number,
  contentType = "application/json",
): Promise<Response> {
  return publicText(request, JSON.stringify(value), contentType, maxAgeSeconds);
}

/** A text that everybody may read, from every site. */
export function publicText(
  request: Request,
  body: string,
  contentType: string,
  maxAgeSeconds: number,
): Promise<Response> {
  const headers = { "access-control-allow-origin": "*" };
  return cachedResponse(request, { body, contentType, maxAgeSeconds, headers });
}
