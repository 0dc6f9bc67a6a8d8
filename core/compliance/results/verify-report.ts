/** Is the SSH signature of a report genuine? For auditors, on the command line and in the browser. */
import { decodeBase64 } from "#core/trust/signatures/base64.ts";
import { describeSshsigFailure } from "#core/trust/signatures/describe-failure.ts";
import { parsePublicKey } from "#core/trust/signatures/public-key.ts";
import { ARMOR_BEGIN } from "#core/trust/signatures/sshsig.ts";
import {
  keyFingerprint,
  verifySshsig,
  type CryptoPrimitives,
  type RegisteredKey,
} from "#core/trust/signatures/verify-sshsig.ts";
import { splitUpload } from "./split-upload.ts";

/** A report with its signature, and the keys that may have made it. */
export interface SignedReport {
  /** Armored. */
  readonly signature: string;
  readonly document: Uint8Array<ArrayBuffer>;
  readonly keys: readonly RegisteredKey[];
  readonly now: Date;
}

/** What became of it, in a sentence. */
export interface ReportVerdict {
  readonly isValid: boolean;
  readonly message: string;
}

/** Signatures of reports are made for this purpose and no other (`ssh-keygen -Y sign -n report`). */
const NAMESPACE = "report";

/** Verifies the SSH signature of a report. */
export async function verifyReport(
  { signature, document, keys, now }: SignedReport,
  crypto: CryptoPrimitives,
): Promise<ReportVerdict> {
  const verified = await verifySshsig({ signature, message: document, namespace: NAMESPACE, keys, now, crypto });
  if (!verified.ok) return { isValid: false, message: describeSshsigFailure(verified.failure) };
  const { name, blob } = verified.value;
  return {
    isValid: true,
    message: `Signed with the key ${name} (${await keyFingerprint(blob, crypto)}), unchanged since.`,
  };
}

/** Splits what was uploaded as one body, signature first; undefined where the bytes are something else. */
export function splitSigned(bytes: Uint8Array<ArrayBuffer>): Pick<SignedReport, "signature" | "document"> | undefined {
  const begins = new TextDecoder().decode(bytes.subarray(0, ARMOR_BEGIN.length)) === ARMOR_BEGIN;
  return begins ? splitUpload(bytes) : undefined;
}

/** The keys of a file in the form of `authorized_keys`, `allowed_signers` or `.pub`: other words on a line are skipped. */
export function readKeys(text: string): readonly RegisteredKey[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (/^\s*(?:#|$)/.test(line)) return [];
    const words = line.trim().split(/\s+/);
    const at = words.findIndex((word) => isKeyBlob(word));
    const [type, blob] = [words[at - 1], words[at]];
    if (type === undefined || blob === undefined) return [];
    return [{ name: words.slice(at + 1).join(" ") || `of line ${index + 1}`, type, blob }];
  });
}

function isKeyBlob(word: string): boolean {
  const bytes = word.startsWith("AAAA") ? decodeBase64(word) : undefined;
  return bytes !== undefined && parsePublicKey(bytes).ok;
}
