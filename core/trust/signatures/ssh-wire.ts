/**
 * The data types of the SSH wire format (RFC 4251 §5), as far as keys and signatures use them.
 */

/**
 * Reads a wire structure front to back. The first impossible read makes the reader fail for good: later reads answer
 * empty values, and `finished()` is false. So a parser reads its fields straight through and asks once at the end.
 */
export interface WireReader {
  byte(): number;
  uint32(): number;
  /** A length-prefixed byte string; a view, not a copy. */
  string(): Uint8Array<ArrayBuffer>;
  /** A length-prefixed name of printable ASCII characters. */
  name(): string;
  /** A positive multiple precision integer without its sign byte, big-endian. */
  positiveInteger(): Uint8Array<ArrayBuffer>;
  /** `count` bytes without length prefix. */
  bytes(count: number): Uint8Array<ArrayBuffer>;
  /** Whether every read succeeded and nothing is left: trailing data is never ignored. */
  finished(): boolean;
}

const NOTHING = new Uint8Array();

/** A reader over bytes that came from outside. */
export function createWireReader(source: Uint8Array<ArrayBuffer>): WireReader {
  const view = new DataView(source.buffer, source.byteOffset, source.byteLength);
  let offset = 0;
  let failed = false;

  function take(count: number): Uint8Array<ArrayBuffer> {
    if (failed || count > source.length - offset) {
      failed = true;
      return NOTHING;
    }
    offset += count;
    return source.subarray(offset - count, offset);
  }
  function uint32(): number {
    const at = offset;
    return take(4).length === 4 ? view.getUint32(at) : 0;
  }
  return {
    byte: () => take(1)[0] ?? 0,
    uint32,
    string: () => take(uint32()),
    name() {
      const text = asciiText(take(uint32()));
      if (text === undefined) failed = true;
      return text ?? "";
    },
    positiveInteger() {
      const bytes = take(uint32());
      const magnitude = magnitudeOf(bytes);
      if (magnitude === undefined) failed = true;
      return magnitude ?? NOTHING;
    },
    bytes: take,
    finished: () => !failed && offset === source.length,
  };
}

/** Undefined for zero, negative and needlessly long integers: RFC 4251 forbids superfluous leading bytes. */
function magnitudeOf(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
  const [first, second] = bytes;
  if (first === undefined || first >= 0x80) return undefined;
  if (first !== 0) return bytes;
  return second !== undefined && second >= 0x80 ? bytes.subarray(1) : undefined;
}

function asciiText(bytes: Uint8Array): string | undefined {
  let text = "";
  for (const byte of bytes) {
    if (byte < 0x20 || byte > 0x7e) return undefined;
    text += String.fromCharCode(byte);
  }
  return text;
}

/** A length-prefixed string; text is encoded as UTF-8. */
export function wireString(value: Uint8Array | string): Uint8Array<ArrayBuffer> {
  const bytes = typeof value === "string" ? new TextEncoder().encode(value) : value;
  const encoded = new Uint8Array(4 + bytes.length);
  new DataView(encoded.buffer).setUint32(0, bytes.length);
  encoded.set(bytes, 4);
  return encoded;
}

/** Joins byte strings. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
