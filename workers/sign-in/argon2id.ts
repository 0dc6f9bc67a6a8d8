/**
 * argon2id by the reference implementation, compiled to WebAssembly (argon2-browser). One instance serves an isolate: its
 * memory grows to what the largest hash needs and stays, while an instance per login would pile up.
 */
import argon2Module from "argon2-browser/dist/argon2-simd.wasm";

import { failure, success, type Result } from "#core/base/result.ts";

/** The compiled functions that are used, by the letters that the compiler gave them. */
interface Argon2Exports {
  /** Memory. */
  readonly c: WebAssembly.Memory;
  /** Initializes; to be called once. */
  readonly d: () => void;
  /** `malloc`. */
  readonly f: (size: number) => number;
  /** `free`. */
  readonly g: (pointer: number) => void;
  /** `argon2_verify(encoded, password, passwordLength, type)`: 0 where they fit. */
  readonly h: (encoded: number, password: number, passwordLength: number, type: number) => number;
}

const ARGON2ID = 2;
const MATCHES = 0;
const WASM_PAGE_BYTES = 65_536;

let kept: Argon2Exports | undefined;

/**
 * Whether a password fits an encoded hash (`$argon2id$v=19$…`), whose parameters the caller has bounded. A failure means
 * that it could not be computed, for example for want of memory. Blocks the isolate for some 0.3 s.
 */
export function verifyArgon2id(encoded: string, password: string): Result<boolean, "out-of-memory"> {
  kept ??= instantiate();
  const { f: allocate, g: free, h: verify, c: memory } = kept;
  const encoder = new TextEncoder();
  const write = (bytes: Uint8Array): number => {
    const pointer = allocate(bytes.length);
    new Uint8Array(memory.buffer).set(bytes, pointer);
    return pointer;
  };
  try {
    const passwordBytes = encoder.encode(password);
    const encodedAt = write(encoder.encode(`${encoded}\0`));
    const passwordAt = write(passwordBytes);
    const outcome = verify(encodedAt, passwordAt, passwordBytes.length, ARGON2ID);
    new Uint8Array(memory.buffer).fill(0, passwordAt, passwordAt + passwordBytes.length);
    free(passwordAt);
    free(encodedAt);
    return success(outcome === MATCHES);
  } catch {
    kept = undefined; // a trap leaves the memory in an unknown state
    return failure("out-of-memory");
  }
}

function instantiate(): Argon2Exports {
  const copy = (to: number, from: number, length: number): void => {
    new Uint8Array(exports.c.buffer).copyWithin(to, from, from + length);
  };
  const resize = (wantedBytes: number): number => {
    const { c: memory } = exports;
    const missing = Math.ceil((wantedBytes - memory.buffer.byteLength) / WASM_PAGE_BYTES);
    try {
      if (missing > 0) memory.grow(missing);
      return 1;
    } catch {
      return 0; // the compiled code answers with an error of its own
    }
  };
  const { exports: compiled } = new WebAssembly.Instance(argon2Module, { a: { a: copy, b: resize } });
  const exports = compiled as unknown as Argon2Exports;
  exports.d();
  return exports;
}
