import { failure, success, type Result } from "#core/base/result.ts";

/** Text out of bytes. */
export interface DecodedText {
  /** Without a leading byte order mark. */
  readonly text: string;
  readonly hadByteOrderMark: boolean;
}

/** Why bytes are not text: the offset of the first byte that is not UTF-8. */
export interface NotUtf8 {
  readonly byteOffset: number;
}

/** Decodes UTF-8 strictly (WHATWG Encoding, fatal mode): invalid bytes are a failure with their place, never U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): Result<DecodedText, NotUtf8> {
  const hadByteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return success({ text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), hadByteOrderMark });
  } catch {
    return failure({ byteOffset: firstInvalidByte(bytes) });
  }
}

/** Offset of the first byte of the first ill-formed sequence (Unicode, table 3-7 "Well-Formed UTF-8 Byte Sequences"). */
function firstInvalidByte(bytes: Uint8Array): number {
  let offset = 0;
  while (offset < bytes.length) {
    const length = sequenceLength(bytes, offset);
    if (length === 0) return offset;
    offset += length;
  }
  return offset;
}

/** Length of the well-formed sequence at `offset`, or 0. */
function sequenceLength(bytes: Uint8Array, offset: number): number {
  const lead = bytes[offset] ?? 0;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  // Overlong forms, surrogates and code points above U+10FFFF show in the second byte.
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[offset + index] ?? 0;
    if (byte < (index === 1 ? lowest : 0x80) || byte > (index === 1 ? highest : 0xbf)) return 0;
  }
  return length;
}
