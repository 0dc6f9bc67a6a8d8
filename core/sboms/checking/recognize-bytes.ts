/** Byte patterns that a person may take for an SBOM in JSON, and what to do instead. */

interface Signature {
  readonly isMatch: (bytes: Uint8Array) => boolean;
  readonly advice: string;
}

/** How many bytes are looked at: the root element or the first tag comes early. */
const HEAD_BYTES = 2000;

const SIGNATURES: readonly Signature[] = [
  { isMatch: startsWith(0x1f, 0x8b), advice: "The body is gzip; send the document uncompressed." },
  { isMatch: startsWith(0x28, 0xb5, 0x2f, 0xfd), advice: "The body is zstd; send the document uncompressed." },
  { isMatch: startsWith(0x42, 0x5a, 0x68), advice: "The body is bzip2; send the document uncompressed." },
  { isMatch: startsWith(0xfd, 0x37, 0x7a, 0x58, 0x5a), advice: "The body is xz; send the document uncompressed." },
  { isMatch: startsWith(0x50, 0x4b, 0x03, 0x04), advice: "The body is a ZIP archive; send the SBOM inside it." },
  { isMatch: isUtf16, advice: "The text is UTF-16; save it as UTF-8 (RFC 8259 §8.1)." },
  {
    isMatch: headMatches(/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<(?:\w+:)?bom\b/),
    advice: "This is CycloneDX XML, expected CycloneDX JSON; `cyclonedx convert --output-format json` makes it.",
  },
  {
    isMatch: headMatches(/^\s*</),
    advice: "This is XML, expected CycloneDX JSON; export the SBOM from its tool again as JSON.",
  },
  {
    isMatch: headMatches(/^\s*(?:#[^\n]*\n\s*)*SPDXVersion:/),
    advice: "This is SPDX tag-value, expected JSON; `pyspdxtools --outfile sbom.spdx.json` converts it.",
  },
];

/** What bytes are that are not JSON, as advice; undefined for everything unknown. */
export function recognizeBytes(bytes: Uint8Array): string | undefined {
  return SIGNATURES.find(({ isMatch }) => isMatch(bytes))?.advice;
}

function startsWith(...magic: readonly number[]): (bytes: Uint8Array) => boolean {
  return (bytes) => magic.every((byte, index) => bytes[index] === byte);
}

/** A byte order mark, or the zero bytes of ASCII in two-byte units. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return bytes.length >= 2 && ((first === 0 && second !== 0) || (first !== 0 && second === 0));
}

function headMatches(pattern: RegExp): (bytes: Uint8Array) => boolean {
  return (bytes) => pattern.test(new TextDecoder("utf-8").decode(bytes.subarray(0, HEAD_BYTES)));
}
