/** Is the SSH signature of a report genuine? For auditors, on the command line and in the browser. */
import type { AllowedSigner } from "#core/trust/signatures/allowed-signers.ts";
import { chooseSigners } from "#core/trust/signatures/choose-signers.ts";
import { describeSshsigFailure } from "#core/trust/signatures/describe-failure.ts";
import { ARMOR_BEGIN, parseSshsig } from "#core/trust/signatures/sshsig.ts";
import { keyFingerprint, verifySshsig, type CryptoPrimitives } from "#core/trust/signatures/verify-sshsig.ts";
import { splitUpload } from "./split-upload.ts";

/** A report with its signature, and the keys that may have made it. */
export interface SignedReport {
  /** Armored. */
  readonly signature: string;
  readonly document: Uint8Array<ArrayBuffer>;
  readonly keys: readonly AllowedSigner[];
  /** Who is said to have signed, where the keys name identities (default: anybody of them). */
  readonly identity?: string;
  readonly now: Date;
}

/** What became of it, in a sentence. */
export interface ReportVerdict {
  readonly isValid: boolean;
  readonly message: string;
}

/** Signatures of reports are made for this purpose and no other (`ssh-keygen -Y sign -n report`). */
const NAMESPACE = "report";

/** Verifies the SSH signature of a report, with verdicts as `ssh-keygen -Y verify` gives them for the same keys. */
export async function verifyReport(
  { signature, document, keys, identity, now }: SignedReport,
  crypto: CryptoPrimitives,
): Promise<ReportVerdict> {
  const parsed = parseSshsig(signature);
  const choice = { namespace: NAMESPACE, identity, now };
  const chosen = parsed.ok ? await chooseSigners(keys, parsed.value.publicKey, choice, crypto) : { keys };
  if ("refusal" in chosen) return { isValid: false, message: chosen.refusal };
  const question = { signature, message: document, namespace: NAMESPACE, keys: chosen.keys, now, crypto };
  const verified = await verifySshsig(question);
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
