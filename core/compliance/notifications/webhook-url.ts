/** Why messages are not sent to an address. */
export type WebhookUrlFailure = "not-a-url" | "not-https" | "has-credentials" | "not-public";

const PRIVATE_NAMES = /(?:^|\.)(?:localhost|local|internal|lan|home\.arpa|test|invalid)\.?$/i;

/**
 * Judges the address of a webhook: https, a public name, no credentials. Numbers instead of a name are refused, because they
 * are how a server is made to knock at doors of its own network.
 */
export function checkWebhookUrl(text: string): WebhookUrlFailure | undefined {
  if (text.length > 2_000 || !URL.canParse(text)) return "not-a-url";
  const url = new URL(text);
  if (url.protocol !== "https:") return "not-https";
  if (url.username !== "" || url.password !== "") return "has-credentials";
  // The URL parser has brought every spelling of an IPv4 address to four numbers.
  const isNumber = url.hostname.startsWith("[") || /^[\d.]+$/.test(url.hostname);
  return isNumber || !url.hostname.includes(".") || PRIVATE_NAMES.test(url.hostname) ? "not-public" : undefined;
}
