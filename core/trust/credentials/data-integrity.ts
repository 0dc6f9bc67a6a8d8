/** Proofs embedded in credentials: Data Integrity with the cryptosuite eddsa-jcs-2022 (W3C vc-di-eddsa §3.3). */
import { failure, success, type Result } from "#core/base/result.ts";
import { decodeBase58, encodeBase58 } from "./base58.ts";
import { canonicalizeJson, type CanonicalizationFailure } from "./canonicalize-json.ts";
import { ED25519_SIGNATURE_BYTES, verifyEd25519, type CredentialSigner, type VerifyPrimitives } from "./ed25519.ts";
import { asList, isJsonObject, type JsonObject } from "./json-value.ts";
import { isDateTime, parseDateTime } from "./xsd-date-time.ts";

/** Why a key cannot be had, with a sentence for people; `unavailable` may succeed later. */
export interface KeyFailure {
  readonly reason: "unavailable-key" | "unknown-key";
  readonly verificationMethod: string;
  readonly detail: string;
}

/** Finds the raw Ed25519 public key of a verification method. */
export type KeyResolver = (verificationMethod: string) => Promise<Result<Uint8Array<ArrayBuffer>, KeyFailure>>;

/** Why a proof does not hold, with the evidence. */
export type ProofFailure =
  | KeyFailure
  | CanonicalizationFailure
  | { readonly reason: "no-proof" }
  | { readonly reason: "too-many-proofs"; readonly limit: number }
  | { readonly reason: "unsupported-proof"; readonly member: string; readonly expected: string }
  | { readonly reason: "changed-context" }
  | { readonly reason: "expired-proof"; readonly expires: Date }
  | { readonly reason: "wrong-signature"; readonly verificationMethod: string };

/** What verified proofs tell. */
export interface VerifiedProof {
  /** The verification methods whose signatures hold: one per proof. */
  readonly verificationMethods: readonly string[];
}

/** A credential with several issuers has one proof of each; more than this many only cost time. */
const MAX_PROOFS = 8;

/**
 * Adds a proof made at `created` (to the second). The same credential, key and time always give the same bytes. Throws a
 * TypeError for a credential that has no canonical form: credentials are made by us.
 */
export async function addProof(credential: JsonObject, created: Date, signer: CredentialSigner): Promise<JsonObject> {
  const options = {
    type: "DataIntegrityProof",
    cryptosuite: "eddsa-jcs-2022",
    created: `${created.toISOString().slice(0, 19)}Z`,
    verificationMethod: signer.verificationMethod,
    proofPurpose: "assertionMethod",
    "@context": credential["@context"],
  };
  const hashData = await hashForSigning(credential, options, signer);
  if (!hashData.ok) throw new TypeError(`credential is not JSON at ${hashData.failure.pointer}`);
  const proofValue = `z${encodeBase58(await signer.sign(hashData.value))}`;
  return { ...credential, proof: { ...options, proofValue } };
}

/**
 * Verifies every proof of a credential. Stricter than the specification in one point: contexts added after signing are
 * refused, so that no change at all goes unnoticed.
 */
export async function verifyProof(
  credential: JsonObject,
  resolveKey: KeyResolver,
  crypto: VerifyPrimitives,
  now: Date,
): Promise<Result<VerifiedProof, ProofFailure>> {
  const { proof, ...unsecured } = credential;
  const proofs = asList(proof);
  if (proofs.length === 0) return failure({ reason: "no-proof" });
  if (proofs.length > MAX_PROOFS) return failure({ reason: "too-many-proofs", limit: MAX_PROOFS });
  const verificationMethods: string[] = [];
  for (const one of proofs) {
    const read = readProof(one, unsecured, now);
    if (!read.ok) return read;
    const { options, signature, verificationMethod } = read.value;
    const key = await resolveKey(verificationMethod);
    if (!key.ok) return key;
    const hashData = await hashForSigning(unsecured, options, crypto);
    if (!hashData.ok) return hashData;
    if (!(await verifyEd25519(crypto, key.value, signature, hashData.value))) {
      return failure({ reason: "wrong-signature", verificationMethod });
    }
    verificationMethods.push(verificationMethod);
  }
  return success({ verificationMethods });
}

interface ReadProof {
  /** The proof without its value: what was signed besides the document. */
  readonly options: JsonObject;
  readonly signature: Uint8Array<ArrayBuffer>;
  readonly verificationMethod: string;
}

const REQUIRED_MEMBERS = {
  type: "DataIntegrityProof",
  cryptosuite: "eddsa-jcs-2022",
  proofPurpose: "assertionMethod",
} as const;

function readProof(proof: unknown, unsecured: JsonObject, now: Date): Result<ReadProof, ProofFailure> {
  const unsupported = (member: string, expected: string) =>
    failure({ reason: "unsupported-proof", member, expected } as const);
  if (!isJsonObject(proof)) return unsupported("proof", "an object");
  for (const [member, expected] of Object.entries(REQUIRED_MEMBERS)) {
    if (proof[member] !== expected) return unsupported(member, `\`${expected}\``);
  }
  // A chain signs other proofs too; nobody has issued one to us, and a half check would be worse than none.
  if ("previousProof" in proof) return unsupported("previousProof", "absent");
  const { proofValue, ...options } = proof;
  const { created, expires, verificationMethod } = options;
  if (typeof verificationMethod !== "string") return unsupported("verificationMethod", "a URL");
  if (created !== undefined && !isDateTime(created)) return unsupported("created", "a dateTime with time zone");
  if (expires !== undefined) {
    const end = parseDateTime(expires);
    if (end === undefined) return unsupported("expires", "a dateTime with time zone");
    if (now >= end) return failure({ reason: "expired-proof", expires: end });
  }
  if ("@context" in options && !isSameJson(options["@context"], unsecured["@context"])) {
    return failure({ reason: "changed-context" });
  }
  const signature = decodeProofValue(proofValue);
  if (signature === undefined) return unsupported("proofValue", "`z` and 64 bytes in base58");
  return success({ options, signature, verificationMethod });
}

function decodeProofValue(value: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (typeof value !== "string" || !value.startsWith("z")) return undefined;
  const bytes = decodeBase58(value.slice(1));
  return bytes?.length === ED25519_SIGNATURE_BYTES ? bytes : undefined;
}

function isSameJson(a: unknown, b: unknown): boolean {
  const [first, second] = [canonicalizeJson(a), canonicalizeJson(b)];
  return first.ok && second.ok && first.value === second.value;
}

/** SHA-256 of the canonical options, followed by SHA-256 of the canonical document: 64 bytes (vc-di-eddsa §3.3.4). */
async function hashForSigning(
  unsecured: JsonObject,
  options: JsonObject,
  crypto: Pick<VerifyPrimitives, "digest">,
): Promise<Result<Uint8Array<ArrayBuffer>, CanonicalizationFailure>> {
  const [canonicalOptions, canonicalDocument] = [canonicalizeJson(options), canonicalizeJson(unsecured)];
  if (!canonicalOptions.ok) return canonicalOptions;
  if (!canonicalDocument.ok) return canonicalDocument;
  const encoder = new TextEncoder();
  const [optionsHash, documentHash] = await Promise.all([
    crypto.digest("SHA-256", encoder.encode(canonicalOptions.value)),
    crypto.digest("SHA-256", encoder.encode(canonicalDocument.value)),
  ]);
  return success(Uint8Array.from([...new Uint8Array(optionsHash), ...new Uint8Array(documentHash)]));
}
