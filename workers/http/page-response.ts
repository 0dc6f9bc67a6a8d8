import { cachedResponse } from "./caching.ts";

/** Longest time in seconds that caches may keep a page: a publish shows up everywhere within it. */
export const PAGE_MAX_AGE_SECONDS = 60;

/**
 * An HTML page whose validator is its content. `maxAgeSeconds` is shorter where the page states a fact that changes sooner,
 * `credential` is the path of the signed file that says the same.
 */
export function pageResponse(
  request: Request,
  html: string,
  options: { readonly status?: number; readonly maxAgeSeconds?: number; readonly credential?: string } = {},
): Promise<Response> {
  const { status, maxAgeSeconds = PAGE_MAX_AGE_SECONDS, credential } = options;
  return cachedResponse(request, {
    body: withAbsolutePreview(html, new URL(request.url).origin),
    contentType: "text/html; charset=utf-8",
    maxAgeSeconds: Math.min(PAGE_MAX_AGE_SECONDS, maxAgeSeconds),
    ...(status === undefined ? {} : { status }),
    ...(credential === undefined ? {} : { headers: { link: credentialLink(credential) } }),
  });
}

/** Verifiers that are given the address of a page find in the header what the page is about (RFC 8288). */
function credentialLink(path: string): string {
  return `<${encodeURI(path)}>; rel="alternate"; type="application/vc"`;
}

/** Link previews need absolute addresses, and only the request knows the host. */
export function withAbsolutePreview(html: string, origin: string): string {
  return html.replace(
    /(<meta property="og:url" content=")(\/[^"]*"\/?><meta property="og:image" content=")(?=\/)/,
    (_all, start: string, rest: string) => `${start}${origin}${rest}${origin}`,
  );
}
