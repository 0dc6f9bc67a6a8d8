/** Base58 with the Bitcoin alphabet, as multibase `z` uses it (W3C Controlled Identifiers §2.4). */
const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const VALUES = new Map(Array.from(ALPHABET, (character, value) => [character, value]));

/** Keys and signatures are shorter; the conversion is quadratic, so longer texts are not even tried. */
const MAX_CHARACTERS = 128;

/** Encodes bytes; meant for keys and signatures. */
export function encodeBase58(bytes: Uint8Array): string {
  const digits = changeBase(bytes, 256, 58);
  return Array.from(digits, (digit) => ALPHABET[digit]).join("");
}

/** Decodes a text of at most 128 characters; undefined for a longer one and for characters outside the alphabet. */
export function decodeBase58(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length > MAX_CHARACTERS) return undefined;
  const digits: number[] = [];
  for (const character of text) {
    const value = VALUES.get(character);
    if (value === undefined) return undefined;
    digits.push(value);
  }
  return Uint8Array.from(changeBase(digits, 58, 256));
}

/** Rewrites a big-endian number; every leading zero stays one zero, because it is a byte of its own. */
function changeBase(digits: Iterable<number>, from: number, to: number): readonly number[] {
  const converted: number[] = []; // little-endian
  let leadingZeros = 0;
  for (const digit of digits) {
    if (converted.length === 0 && digit === 0) {
      leadingZeros += 1;
      continue;
    }
    let carry = digit;
    for (let index = 0; index < converted.length; index += 1) {
      carry += (converted[index] ?? 0) * from;
      converted[index] = carry % to;
      carry = Math.floor(carry / to);
    }
    for (; carry > 0; carry = Math.floor(carry / to)) converted.push(carry % to);
  }
  return [...Array<number>(leadingZeros).fill(0), ...converted.reverse()];
}
