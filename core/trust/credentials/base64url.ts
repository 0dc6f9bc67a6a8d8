/** Base64url without padding (RFC 4648 §5, RFC 7515 §2). */
import { withoutTrailing } from "#core/base/text/trim-run.ts";

/** Encodes bytes of any length. */
export function encodeBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return withoutTrailing(btoa(binary).replaceAll("+", "-").replaceAll("/", "_"), "=");
}

/** Decodes strictly: no padding, no white space, one spelling per value. Undefined for anything else. */
export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(
    text
      .replaceAll("-", "+")
      .replaceAll("_", "/")
      .padEnd(Math.ceil(text.length / 4) * 4, "="),
  );
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  // The spare bits of the last character must be zero, else two texts would mean the same bytes.
  return encodeBase64Url(bytes) === text ? bytes : undefined;
}
