/** The compressed bits of a status list (W3C Bitstring Status List 1.0 §3.2, §3.3). */
import { failure, success, type Result } from "#core/base/result.ts";
import { decodeBase64Url, encodeBase64Url } from "./base64url.ts";

/** Entries of every list: the minimum that the specification allows, so that one entry hides among many (§6.1). */
export const STATUS_LIST_ENTRIES = 131_072;

/** Largest list that is unpacked, in bytes: a hundred times the minimum. */
const MAX_LIST_BYTES = 1_638_400;

/** Longest encoded list that is looked at, in characters. */
const MAX_ENCODED_CHARACTERS = 2_500_000;

/** GZIP (RFC 1952) as the host provides it. */
export interface Gzip {
  readonly compress: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
  /** Undefined for what is not GZIP and for more than `limitBytes`: a small text may hide gigabytes. */
  readonly decompress: (
    bytes: Uint8Array<ArrayBuffer>,
    limitBytes: number,
  ) => Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/** Why a list cannot be read. */
export interface BitstringFailure {
  readonly reason: "not-multibase" | "not-gzip" | "too-long" | "too-short";
}

/** A list in which the given entries are set, in multibase `u` (base64url). Throws a RangeError for an entry beyond it. */
export async function encodeBitstring(setEntries: Iterable<number>, gzip: Pick<Gzip, "compress">): Promise<string> {
  const bytes = new Uint8Array(STATUS_LIST_ENTRIES / 8);
  for (const entry of setEntries) {
    if (!Number.isInteger(entry) || entry < 0 || entry >= STATUS_LIST_ENTRIES) {
      throw new RangeError(`Cannot set entry ${entry}: a list has entries 0 to ${STATUS_LIST_ENTRIES - 1}`);
    }
    // The first entry is the leftmost, that is the most significant, bit (§3.2).
    bytes[entry >> 3] = (bytes[entry >> 3] ?? 0) | (0x80 >> (entry & 7));
  }
  return `u${encodeBase64Url(await gzip.compress(bytes))}`;
}

/** The bits of an encoded list. Never throws. */
export async function decodeBitstring(
  encoded: string,
  gzip: Pick<Gzip, "decompress">,
): Promise<Result<Uint8Array<ArrayBuffer>, BitstringFailure>> {
  if (encoded.length > MAX_ENCODED_CHARACTERS) return failure({ reason: "too-long" });
  // The specification prints its example without the leading `u` of multibase in older editions; §3.2 demands it.
  const packed = encoded.startsWith("u") ? decodeBase64Url(encoded.slice(1)) : undefined;
  if (packed === undefined) return failure({ reason: "not-multibase" });
  const bits = await gzip.decompress(packed, MAX_LIST_BYTES);
  if (bits === undefined) return failure({ reason: "not-gzip" });
  return bits.length * 8 < STATUS_LIST_ENTRIES ? failure({ reason: "too-short" }) : success(bits);
}

/** Whether an entry is set; undefined for an entry that the list does not have. */
export function isEntrySet(bits: Uint8Array, entry: number): boolean | undefined {
  const byte = Number.isInteger(entry) && entry >= 0 ? bits[Math.floor(entry / 8)] : undefined;
  return byte === undefined ? undefined : (byte & (0x80 >> (entry % 8))) !== 0;
}
