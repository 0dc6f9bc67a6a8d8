import argon2Module from "argon2id/dist/simd.wasm";

import { createArgon2idVerifier, type Argon2idVerifier } from "./argon2id.ts";

let kept: Promise<Argon2idVerifier> | undefined;

/**
 * The one verifier of this isolate: an instance per login would pile up memory. After a hash that could not be computed the
 * next caller gets a new one, since a trap leaves the memory in an unknown state.
 */
export async function keptArgon2id(): Promise<Argon2idVerifier> {
  kept ??= createArgon2idVerifier(argon2Module);
  const verifier = await kept;
  return (encoded, password) => {
    const outcome = verifier(encoded, password);
    if (!outcome.ok) kept = undefined;
    return outcome;
  };
}
