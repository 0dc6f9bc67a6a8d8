/** Proofs embedded in credentials: Data Integrity with the cryptosuite eddsa-jcs-2022 (W3C vc-di-eddsa §3.3). */
import { failure, success, type Result } from "#core/base/result.ts";
import { decodeBase58, encodeBase58 } from "./base58.ts";
import { canonicalizeJson, type CanonicalizationFailure } from "./canonicalize-json.ts";
import type { CredentialSigner } from "./credential-signer.ts";
import type { KeyPurpose } from "./did-document.ts";
import { asList, isJsonObject, type JsonObject } from "./json-value.ts";
import { verifyWithKey, type VerificationKey, type VerifyPrimitives } from "./verification-key.ts";
import { isDateTime, parseDateTime } from "./xsd-date-time.ts";

/** Why a key cannot be had, with a sentence for people; `unavailable` may succeed later, `unsupported` elsewhere. */
export interface KeyFailure {
  readonly reason: "unavailable-key" | "unknown-key" | "unsupported-key";
  readonly verificationMethod: string;
  readonly detail: string;
}

/** Finds the public key of a verification method, if it may serve the purpose. */
export type KeyResolver = (
  verificationMethod: string,
  purpose: KeyPurpose,
) => Promise<Result<VerificationKey, KeyFailure>>;

/** Why a proof does not hold, with the evidence. */
export type ProofFailure =
  | KeyFailure
  | CanonicalizationFailure
  | { readonly reason: "no-proof" }
  | { readonly reason: "too-many-proofs"; readonly limit: number }
  | { readonly reason: "unsupported-proof"; readonly member: string; readonly expected: string }
  | { readonly reason: "malformed-proof"; readonly member: string; readonly expected: string }
  | { readonly reason: "changed-context" }
  | { readonly reason: "expired-proof"; readonly expires: Date }
  | { readonly reason: "wrong-signature"; readonly verificationMethod: string };

/** What verified proofs tell. */
export interface VerifiedProof {
  /** The verification methods whose signatures hold: one per proof that could be checked. */
  readonly verificationMethods: readonly string[];
  /** Proofs beside them that could not be checked here; they say nothing for or against. */
  readonly unsupported: number;
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
 * Verifies every proof of a credential or presentation. One that does not hold is a failure; proofs of other kinds are left
 * to others, as long as there is one that can be checked here. Stricter than the specification in one point: contexts added
 * after signing are refused, so that no change at all goes unnoticed.
 */
export async function verifyProof(
  credential: JsonObject,
  resolveKey: KeyResolver,
  crypto: VerifyPrimitives,
  { now, purpose = "assertionMethod" }: { readonly now: Date; readonly purpose?: KeyPurpose },
): Promise<Result<VerifiedProof, ProofFailure>> {
  const { proof, ...unsecured } = credential;
  const proofs = asList(proof);
  if (proofs.length === 0) return failure({ reason: "no-proof" });
  if (proofs.length > MAX_PROOFS) return failure({ reason: "too-many-proofs", limit: MAX_PROOFS });
  const verificationMethods: string[] = [];
  const unsupported: ProofFailure[] = [];
  for (const one of proofs) {
    const verified = await verifyOne(one, unsecured, { resolveKey, crypto, now, purpose });
    if (verified.ok) verificationMethods.push(verified.value);
    else if (isUnsupported(verified.failure)) unsupported.push(verified.failure);
    else return verified;
  }
  const [first] = unsupported;
  if (verificationMethods.length === 0 && first !== undefined) return failure(first);
  return success({ verificationMethods, unsupported: unsupported.length });
}

/** Whether a failure only says that others could do what we cannot. */
export function isUnsupported({ reason }: { readonly reason: string }): boolean {
  return reason === "unsupported-proof" || reason === "unsupported-key" || reason === "unsupported-header";
}

interface ProofContext {
  readonly resolveKey: KeyResolver;
  readonly crypto: VerifyPrimitives;
  readonly now: Date;
  readonly purpose: KeyPurpose;
}

async function verifyOne(
  proof: unknown,
  unsecured: JsonObject,
  context: ProofContext,
): Promise<Result<string, ProofFailure>> {
  const read = readProof(proof, unsecured, context);
  if (!read.ok) return read;
  const { options, signature, verificationMethod } = read.value;
  const key = await context.resolveKey(verificationMethod, context.purpose);
  if (!key.ok) return key;
  const hashData = await hashForSigning(unsecured, options, context.crypto);
  if (!hashData.ok) return hashData;
  const verdict = await verifyWithKey(context.crypto, "Ed25519", key.value, { signature, data: hashData.value });
  if (verdict === "good") return success(verificationMethod);
  return verdict === "bad"
    ? failure({ reason: "wrong-signature", verificationMethod })
    : failure({ reason: "unsupported-proof", member: "cryptosuite", expected: "one that this platform knows" });
}

interface ReadProof {
  /** The proof without its value: what was signed besides the document. */
  readonly options: JsonObject;
  readonly signature: Uint8Array<ArrayBuffer>;
  readonly verificationMethod: string;
}

const SIGNATURE_BYTES = 64;
const SUITE = { type: "DataIntegrityProof", cryptosuite: "eddsa-jcs-2022" } as const;

function readProof(
  proof: unknown,
  unsecured: JsonObject,
  { now, purpose }: ProofContext,
): Result<ReadProof, ProofFailure> {
  const malformed = (member: string, expected: string) =>
    failure({ reason: "malformed-proof", member, expected } as const);
  if (!isJsonObject(proof)) return malformed("proof", "an object");
  if (typeof proof["type"] !== "string") return malformed("type", "a text");
  for (const [member, expected] of Object.entries(SUITE)) {
    if (proof[member] === expected) continue;
    return failure({ reason: "unsupported-proof", member, expected: `\`${expected}\`` });
  }
  if (proof["proofPurpose"] !== purpose) return malformed("proofPurpose", `\`${purpose}\``);
  // A chain signs other proofs too; nobody has issued one to us, and a half check would be worse than none.
  if ("previousProof" in proof) {
    return failure({ reason: "unsupported-proof", member: "previousProof", expected: "absent" });
  }
  const { proofValue, ...options } = proof;
  const { created, expires, verificationMethod } = options;
  if (typeof verificationMethod !== "string") return malformed("verificationMethod", "a URL");
  if (created !== undefined && !isDateTime(created)) return malformed("created", "a dateTime with time zone");
  if (expires !== undefined) {
    const end = parseDateTime(expires);
    if (end === undefined) return malformed("expires", "a dateTime with time zone");
    if (now >= end) return failure({ reason: "expired-proof", expires: end });
  }
  if ("@context" in options && !isSameJson(options["@context"], unsecured["@context"])) {
    return failure({ reason: "changed-context" });
  }
  const signature = decodeProofValue(proofValue);
  if (signature === undefined) return malformed("proofValue", "`z` and 64 bytes in base58");
  return success({ options, signature, verificationMethod });
}

function decodeProofValue(value: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (typeof value !== "string" || !value.startsWith("z")) return undefined;
  const bytes = decodeBase58(value.slice(1));
  return bytes?.length === SIGNATURE_BYTES ? bytes : undefined;
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
