/**
 * Decodes standard base64 (RFC 4648 §4) strictly: padded, canonical, no white space. Undefined for anything else, so
 * that one key or signature has exactly one spelling and comparing spellings is comparing bytes.
 */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  // The spare bits of the last character must be zero: `QQ==` is canonical, `QR==` is the same byte spelled differently.
  return encodeBase64(bytes) === text ? bytes : undefined;
}

/** Encodes bytes as standard padded base64. */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
