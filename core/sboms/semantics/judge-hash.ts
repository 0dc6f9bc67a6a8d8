import { table, type Table } from "#core/base/table.ts";
import type { FindingReport } from "../checking/finding-report.ts";
import { quoteValue } from "../checking/quote-value.ts";
import type { HashFact } from "./fact.ts";

/** What is known of an algorithm. */
interface HashAlgorithm {
  readonly hexDigits: number;
  /** The hash of nothing: whoever reports it has hashed a file that was not there. */
  readonly ofNothing?: string;
}

const ALGORITHMS: Table<HashAlgorithm> = table({
  MD5: { hexDigits: 32, ofNothing: "d41d8cd98f00b204e9800998ecf8427e" },
  "SHA-1": { hexDigits: 40, ofNothing: "da39a3ee5e6b4b0d3255bfef95601890afd80709" },
  "SHA-224": { hexDigits: 56, ofNothing: "d14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f" },
  "SHA-256": { hexDigits: 64, ofNothing: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
  "SHA-384": {
    hexDigits: 96,
    ofNothing: "38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b",
  },
  "SHA-512": {
    hexDigits: 128,
    ofNothing:
      "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e",
  },
  "SHA3-256": { hexDigits: 64 },
  "SHA3-384": { hexDigits: 96 },
  "SHA3-512": { hexDigits: 128 },
  "BLAKE2b-256": { hexDigits: 64 },
  "BLAKE2b-384": { hexDigits: 96 },
  "BLAKE2b-512": { hexDigits: 128 },
});

const SOURCE = { clause: "FIPS 180-4, FIPS 202, RFC 7693, RFC 1321: length of the digest" } as const;

/** What is wrong with a hash: undefined for a plausible one, and for algorithms that we do not know. */
export function hashFault(algorithm: string, content: string): "length" | "of-nothing" | undefined {
  const known = ALGORITHMS[algorithm];
  if (known === undefined) return undefined;
  if (content.length !== known.hexDigits || !/^[0-9a-f]*$/i.test(content)) return "length";
  return content.toLowerCase() === known.ofNothing ? "of-nothing" : undefined;
}

/** A hash has the length of its algorithm, and is the hash of something. */
export function judgeHash({ algorithm, content, isOfFile, pointer }: HashFact, report: FindingReport): void {
  const fault = hashFault(algorithm, content);
  if (fault === "length") {
    report.add("warning", { ruleId: "sbom-hash-length", cause: algorithm }, () => ({
      message: `${quoteValue(content)} has ${content.length} characters, expected the ${ALGORITHMS[algorithm]?.hexDigits} hexadecimal digits of ${quoteValue(algorithm)}`,
      pointer: pointer(),
      source: SOURCE,
    }));
  } else if (fault === "of-nothing" && !isOfFile) {
    report.add("warning", { ruleId: "sbom-hash-of-nothing", cause: algorithm }, () => ({
      message: `This is the ${quoteValue(algorithm)} of no data at all, expected the hash of the component`,
      pointer: pointer(),
      source: SOURCE,
    }));
  }
}
