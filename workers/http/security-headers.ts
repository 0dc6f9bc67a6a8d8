import type { MiddlewareHandler } from "hono";

/** No script but our own files, no inline anything, no request to a third party, no framing. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  // The sandboxed frame that draws diagrams.
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  // Where a browser knows them: no text becomes a page or a script but in site/client/trusted.ts, of which every script has its copy.
  "require-trusted-types-for 'script'",
  "trusted-types stele 'allow-duplicates'",
].join("; ");

/** What pages could ask of a device, and never do. */
const PERMISSIONS_POLICY = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "usb",
  "xr-spatial-tracking",
]
  .map((feature) => `${feature}=()`)
  .join(", ");

/** Two years, as lists of browsers ask for. Names below this one are another office's business. */
const STRICT_TRANSPORT_SECURITY = "max-age=63072000";

/** What every answer has. Browsers heed the first over TLS only. */
const ALWAYS: readonly (readonly [name: string, value: string])[] = [
  ["strict-transport-security", STRICT_TRANSPORT_SECURITY],
  ["permissions-policy", PERMISSIONS_POLICY],
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "strict-origin-when-cross-origin"],
  ["cross-origin-opener-policy", "same-origin"],
];

/** What an answer may say otherwise: badges are embedded everywhere, the frame of diagrams has a policy of its own. */
const UNLESS_SAID: typeof ALWAYS = [
  ["content-security-policy", CONTENT_SECURITY_POLICY],
  ["cross-origin-resource-policy", "same-origin"],
];

/** Security headers on every answer: pages, data, problems, redirects, 304. */
export function securityHeaders(): MiddlewareHandler {
  return async function securityHeaders(context, next) {
    await next();
    const { headers } = context.res;
    for (const [name, value] of ALWAYS) headers.set(name, value);
    for (const [name, value] of UNLESS_SAID) if (!headers.has(name)) headers.set(name, value);
  };
}
