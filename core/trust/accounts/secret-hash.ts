import { failure, success, type Result } from "#core/base/result.ts";

/** A hash of a secret, as it stands in an accounts file. */
export type SecretHash =
  /** SHA-256 of a random token of 256 bits: quick to check, nothing to guess. */
  | { readonly kind: "token" }
  | { readonly kind: "argon2id"; readonly memoryKib: number; readonly passes: number; readonly lanes: number }
  /** Every step of `cost` doubles the work. */
  | { readonly kind: "bcrypt"; readonly cost: number };

/** Why a hash cannot be used. */
export type SecretHashFailure =
  | { readonly reason: "unknown-form" }
  | { readonly reason: "too-costly"; readonly what: string; readonly limit: string };

/**
 * A hash chooses what checking it costs, so it is bounded before anything is computed: an isolate has 128 MB, into which the
 * usual 64 MiB fit well, and the 100 MiB that argon2-cffi and passlib once took just so. Passes times memory bound the time.
 */
export const ARGON2_LIMITS = { memoryKib: 102_400, passes: 10, lanes: 16, passesTimesMemoryKib: 4 * 65_536 } as const;
/** 2¹² rounds are passlib's default and take as long as argon2id with 64 MiB. */
export const MAX_BCRYPT_COST = 12;

const TOKEN = /^sha256:[0-9a-f]{64}$/;
const ARGON2ID = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,4}),p=(\d{1,3})\$[A-Za-z0-9+/]{11,86}\$[A-Za-z0-9+/]{16,86}$/;
const BCRYPT = /^\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}$/;

/** Reads a hash and bounds what checking it would cost. */
export function parseSecretHash(text: string): Result<SecretHash, SecretHashFailure> {
  if (TOKEN.test(text)) return success({ kind: "token" });
  const argon2 = ARGON2ID.exec(text);
  if (argon2 !== null) {
    const [memoryKib = 0, passes = 0, lanes = 0] = argon2.slice(1).map(Number);
    return boundArgon2({ kind: "argon2id", memoryKib, passes, lanes });
  }
  const bcrypt = BCRYPT.exec(text);
  if (bcrypt === null) return failure({ reason: "unknown-form" });
  const cost = Number(bcrypt[1]);
  if (cost < 4) return failure({ reason: "unknown-form" });
  if (cost > MAX_BCRYPT_COST) {
    return failure({ reason: "too-costly", what: `cost ${cost}`, limit: `cost ${MAX_BCRYPT_COST}` });
  }
  return success({ kind: "bcrypt", cost });
}

function boundArgon2(hash: Extract<SecretHash, { kind: "argon2id" }>): Result<SecretHash, SecretHashFailure> {
  const { memoryKib, passes, lanes } = hash;
  // RFC 9106 §3.1: at least one pass and lane, eight blocks of a KiB per lane.
  if (passes < 1 || lanes < 1 || memoryKib < 8 * lanes) return failure({ reason: "unknown-form" });
  const isTooCostly =
    memoryKib > ARGON2_LIMITS.memoryKib ||
    passes > ARGON2_LIMITS.passes ||
    lanes > ARGON2_LIMITS.lanes ||
    passes * memoryKib > ARGON2_LIMITS.passesTimesMemoryKib;
  if (!isTooCostly) return success(hash);
  return failure({
    reason: "too-costly",
    what: `m=${memoryKib},t=${passes},p=${lanes}`,
    limit: `m=${ARGON2_LIMITS.memoryKib}, t=${ARGON2_LIMITS.passes}, p=${ARGON2_LIMITS.lanes} and m × t = ${ARGON2_LIMITS.passesTimesMemoryKib}`,
  });
}

/** What is wrong with a hash and what to do about it, for the operator. */
export function describeSecretHashFailure(failure: SecretHashFailure): string {
  const remedy = "`stele accounts token <subject>` makes a new one.";
  switch (failure.reason) {
    case "unknown-form":
      return `An API key is no hash that can be checked; expected \`sha256:…\`, \`$argon2id$v=19$…\` or \`$2b$…\`. ${remedy}`;
    case "too-costly":
      return `Checking an API key with ${failure.what} would cost too much, the limit is ${failure.limit}. ${remedy}`;
  }
}
