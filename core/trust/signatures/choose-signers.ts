/** Which keys of a file may have made a signature: by identity, purpose and certificate (ssh-keygen(1), ALLOWED SIGNERS). */
import type { AllowedSigner } from "./allowed-signers.ts";
import { encodeBase64 } from "./base64.ts";
import { matchesPatternList } from "./pattern-list.ts";
import { isCertified, readCertificate, type SshCertificate } from "./ssh-certificate.ts";
import { verifySshSignature, type CryptoPrimitives, type RegisteredKey } from "./verify-sshsig.ts";

/** What a signature is to be good for. */
export interface SignerChoice {
  readonly namespace: string;
  /** Who is said to have signed; undefined for anybody whom the file names. */
  readonly identity: string | undefined;
  readonly now: Date;
}

/** The keys that may have signed, or in a sentence why the one that did may not. */
export async function chooseSigners(
  signers: readonly AllowedSigner[],
  publicKey: Uint8Array<ArrayBuffer>,
  choice: SignerChoice,
  crypto: CryptoPrimitives,
): Promise<{ readonly keys: readonly RegisteredKey[] } | { readonly refusal: string }> {
  const { namespace, identity } = choice;
  const named = signers.filter(
    ({ principals }) => identity === undefined || principals === undefined || matchesPatternList(identity, principals),
  );
  const candidates = isCertified(publicKey)
    ? await certifiedBy(named, publicKey, choice, crypto)
    : named.filter(({ blob, isAuthority }) => isAuthority !== true && blob === encodeBase64(publicKey));
  if ("refusal" in candidates) return candidates;
  const keys = candidates.filter(
    ({ namespaces }) => namespaces === undefined || matchesPatternList(namespace, namespaces),
  );
  const [first] = candidates;
  if (first === undefined || keys.length > 0) return { keys };
  return {
    refusal: `The key ${first.name} may not sign for \`${namespace}\`, only for \`${first.namespaces ?? ""}\`.`,
  };
}

/** The key of a certificate, once for each line whose authority made it. */
async function certifiedBy(
  signers: readonly AllowedSigner[],
  publicKey: Uint8Array<ArrayBuffer>,
  choice: SignerChoice,
  crypto: CryptoPrimitives,
): Promise<readonly AllowedSigner[] | { readonly refusal: string }> {
  const certificate = readCertificate(publicKey);
  if (certificate === undefined) return { refusal: "The certificate of the key that signed cannot be read." };
  const { authority, signature, signed, key } = certificate;
  const lines = signers.filter(({ blob, isAuthority }) => isAuthority === true && blob === encodeBase64(authority));
  if (lines.length === 0) return [];
  if (!(await verifySshSignature(authority, signature, signed, crypto))) {
    return { refusal: "The certificate of the key that signed is not genuine." };
  }
  const seconds = BigInt(Math.floor(choice.now.getTime() / 1000));
  if (!certificate.isForUsers) return { refusal: "The certificate of the key that signed is not for people." };
  if (seconds < certificate.validAfter || seconds >= certificate.validBefore) {
    return { refusal: "The certificate of the key that signed is not valid now." };
  }
  const fitting = lines.filter(({ principals = "*" }) => isNamed(certificate, principals, choice.identity));
  if (fitting.length === 0) return { refusal: "The certificate of the key that signed is for somebody else." };
  const own = { blob: encodeBase64(publicKey), certifiedKey: encodeBase64(key) };
  return fitting.map((line) => ({ ...line, ...own }));
}

/** A certificate names people literally; the line says by patterns for whom its authority may speak. */
function isNamed({ principals }: SshCertificate, patterns: string, identity: string | undefined): boolean {
  return principals.some((name) => (identity === undefined || name === identity) && matchesPatternList(name, patterns));
}
