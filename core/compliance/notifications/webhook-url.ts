import { failure, success, type Result } from "#core/base/result.ts";

/** Why messages are not sent to an address. */
export type WebhookUrlFailure = "not-a-url" | "not-https" | "has-credentials" | "not-public" | "other-port";

/**
 * Ends of names that no public server has: those reserved by RFC 2606, 6761, 6762 (appendix G) and 8375, by ICANN for private use,
 * and those that home routers, offices and clusters give away.
 */
const PRIVATE_ENDS = new Set(
  (
    "localhost local localdomain domain internal intranet private corp home lan mail workgroup router station gateway " +
    "test invalid example arpa svc cluster consul k8s onion alt"
  ).split(" "),
);

/** Names whose owners answer with any address that stands in the name, or with that of the asker's own machine. */
const MIRRORS = [
  "nip.io",
  "sslip.io",
  "xip.io",
  "traefik.me",
  "localtest.me",
  "lvh.me",
  "vcap.me",
  "lacolhost.com",
  "readme.localhost",
  "yoogle.com",
  "rbndr.us",
  "1u.ms",
] as const;

/** Four numbers with dots or hyphens, as in `127.0.0.1.nip.io` and `10-0-0-1.example.org`. */
const EMBEDDED_ADDRESS = /(?:^|[.-])\d{1,3}[.-]\d{1,3}[.-]\d{1,3}[.-]\d{1,3}(?:[.-]|$)/;
const MAX_LENGTH = 2_000;

/**
 * Judges the address of a webhook: https on its usual port, a public name, no credentials. Numbers instead of a name, and names
 * that stand for numbers, are refused, because they are how a server is made to knock at doors of its own network. Answers the
 * address as it was understood, which is what must be stored: what was typed may hold line breaks that parsers skip.
 */
export function readWebhookUrl(text: string): Result<string, WebhookUrlFailure> {
  if (text.length > MAX_LENGTH || !URL.canParse(text)) return failure("not-a-url");
  const url = new URL(text);
  if (url.protocol !== "https:") return failure("not-https");
  if (url.username !== "" || url.password !== "") return failure("has-credentials");
  // The usual port is none.
  if (url.host !== url.hostname) return failure("other-port");
  return isPublicName(url.hostname) ? success(url.href) : failure("not-public");
}

/** Whether a host is a name that the public can look up. The URL parser has brought every spelling of an address to numbers. */
function isPublicName(host: string): boolean {
  if (host.startsWith("[")) return false;
  const name = host.endsWith(".") ? host.slice(0, -1) : host;
  const labels = name.split(".");
  const last = labels.at(-1) ?? "";
  if (labels.length < 2 || labels.includes("") || !/^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/.test(last)) return false;
  if (labels.some((label, index) => PRIVATE_ENDS.has(label) && isEnd(labels, index))) return false;
  if (MIRRORS.some((mirror) => name === mirror || name.endsWith(`.${mirror}`))) return false;
  return !EMBEDDED_ADDRESS.test(name);
}

/** Whether nothing but reserved labels follow: `svc.cluster.local` ends with three of them. */
function isEnd(labels: readonly string[], index: number): boolean {
  return labels.slice(index).every((label) => PRIVATE_ENDS.has(label));
}
