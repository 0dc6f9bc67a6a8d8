/** Percent-decoding of a part of an address (RFC 3986 §2.1); undefined where the bytes are no UTF-8 or a `%` stands alone. */
export function decodeStrictly(text: string): string | undefined {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text); // oxlint-disable-line eslint/no-restricted-globals -- the one place that may: it cannot throw from here
  } catch {
    return undefined;
  }
}

/** The same for every text: what cannot be decoded stays as it was written, so a name such as `%-` names itself. */
export function decodePart(text: string): string {
  return decodeStrictly(text) ?? text;
}
