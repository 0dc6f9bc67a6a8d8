/**
 * argon2id of the OpenPGP.js project, compiled to WebAssembly: why this one, docs/decisions/050-argon2id.md. The module is
 * handed in, because the platform compiles it when the worker is deployed and nowhere else.
 */
import setupArgon2id, { type computeHash } from "argon2id/lib/setup.js";

import { failure, success, type Result } from "#core/base/result.ts";

/**
 * Whether a password fits an encoded hash (`$argon2id$v=19$…`), whose parameters the caller has bounded. A failure means
 * that it could not be computed, for example for want of memory. Blocks the isolate for some 0.3 s.
 */
export type Argon2idVerifier = (encoded: string, password: string) => Result<boolean, "not-computed">;

/** The functions of one instance of the module. Its memory grows to what the largest hash needs and stays. */
export async function createArgon2idVerifier(module: WebAssembly.Module): Promise<Argon2idVerifier> {
  const instantiate = (imports: WebAssembly.Imports) => ({
    module,
    instance: new WebAssembly.Instance(module, imports),
  });
  const compute = await setupArgon2id(instantiate, instantiate);
  return (encoded, password) => verify(compute, encoded, password);
}

/** The form that passlib, argon2-cffi and the reference implementation write; salt and hash in base64 without padding. */
const ENCODED = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

function verify(compute: computeHash, encoded: string, password: string): Result<boolean, "not-computed"> {
  const [, memory = "", passes = "", lanes = "", salt = "", expected = ""] = ENCODED.exec(encoded) ?? [];
  // The library refuses to hash an empty password.
  if (expected === "" || password === "") return success(false);
  const wanted = decode(expected);
  try {
    const tag = compute({
      password: new TextEncoder().encode(password),
      salt: decode(salt),
      memorySize: Number(memory),
      passes: Number(passes),
      parallelism: Number(lanes),
      tagLength: wanted.length,
    });
    return success(isEqual(tag, wanted));
  } catch {
    return failure("not-computed");
  }
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Looks at every byte, so that the time does not tell how many are right. */
function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  let difference = one.length ^ other.length;
  for (const [index, byte] of one.entries()) difference |= byte ^ (other[index] ?? 0);
  return difference === 0;
}
