import { decodeBase64, encodeBase64 } from "#core/trust/signatures/base64.ts";

import { hmacSha256 } from "../http/hmac.ts";

const SECRET_PREFIX = "whsec_";
const SECRET_BYTES = 32;

/** A new secret of a webhook, in the form that libraries of Standard Webhooks take: `whsec_` and base64 of 256 bits. */
export function makeSecret(): string {
  return SECRET_PREFIX + encodeBase64(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
}

/** The header `webhook-signature` (Standard Webhooks 1.0): `v1,` and base64 of HMAC-SHA-256 over `<id>.<timestamp>.<body>`. */
export async function signMessage(secret: string, id: string, timestamp: string, body: string): Promise<string> {
  const key = decodeBase64(secret.startsWith(SECRET_PREFIX) ? secret.slice(SECRET_PREFIX.length) : secret);
  return `v1,${encodeBase64(await hmacSha256(key ?? new Uint8Array(), `${id}.${timestamp}.${body}`))}`;
}
