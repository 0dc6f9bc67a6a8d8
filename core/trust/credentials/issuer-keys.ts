/** The keys of an issuer, as the operator keeps them: a JSON Web Key Set (RFC 7517) of Ed25519 keys (RFC 8037). */
import { failure, success, type Result } from "#core/base/result.ts";
import { decodeBase64Url } from "./base64url.ts";
import type { IssuerKey } from "./did-document.ts";
import { isJsonObject } from "./json-value.ts";
import { ED25519_KEY_BYTES } from "./multikey.ts";

/** A key that signs: its private part in the form that WebCrypto imports. */
export interface SigningKey extends IssuerKey {
  readonly jwk: { readonly kty: "OKP"; readonly crv: "Ed25519"; readonly x: string; readonly d: string };
}

/** Every key that was ever used, and the one that signs now. */
export interface IssuerKeys {
  readonly signing: SigningKey;
  /** The signing one first. Keys that no longer sign are kept, without private part, so that old credentials verify. */
  readonly all: readonly IssuerKey[];
}

/** What is wrong with a key set: a sentence without a full stop, and without anything of the keys. */
export type KeySetFailure = string;

const MAX_KEYS = 50;

/** Reads a key set; the first key with a private part signs. */
export function readIssuerKeys(text: string): Result<IssuerKeys, KeySetFailure> {
  let set: unknown;
  try {
    set = JSON.parse(text);
  } catch {
    return failure("it is not JSON"); // the parser's own message would quote the secret
  }
  const entries: unknown = isJsonObject(set) ? set["keys"] : undefined;
  if (!Array.isArray(entries) || entries.length === 0 || entries.length > MAX_KEYS) {
    return failure(`it has no list \`keys\` with 1 to ${MAX_KEYS} entries`);
  }
  const keys: (IssuerKey | SigningKey)[] = [];
  for (const [index, entry] of (entries as unknown[]).entries()) {
    const key = readKey(entry);
    if (key === undefined) return failure(`key ${index + 1} is not an Ed25519 key (OKP) with \`kid\` and \`x\``);
    if (keys.some(({ id }) => id === key.id)) return failure(`two keys have the same \`kid\``);
    keys.push(key);
  }
  const signing = keys.find((key): key is SigningKey => "jwk" in key);
  if (signing === undefined) return failure("no key has a private part `d`, so none can sign");
  const publicHalf = ({ id, publicKey }: IssuerKey): IssuerKey => ({ id, publicKey });
  return success({ signing, all: [signing, ...keys.filter((key) => key !== signing)].map(publicHalf) });
}

function readKey(entry: unknown): IssuerKey | SigningKey | undefined {
  if (!isJsonObject(entry) || entry["kty"] !== "OKP" || entry["crv"] !== "Ed25519") return undefined;
  const { kid: id, x, d } = entry;
  // The id becomes the fragment of a URL.
  if (typeof id !== "string" || !/^[\w.-]{1,64}$/.test(id) || typeof x !== "string") return undefined;
  const publicKey = decodeBase64Url(x);
  if (publicKey?.length !== ED25519_KEY_BYTES) return undefined;
  if (d === undefined) return { id, publicKey };
  if (typeof d !== "string" || decodeBase64Url(d)?.length !== ED25519_KEY_BYTES) return undefined;
  return { id, publicKey, jwk: { kty: "OKP", crv: "Ed25519", x, d } };
}
