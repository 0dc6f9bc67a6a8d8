import { parseSecretHash } from "./secret-hash.ts";

/** One slow check of a password. */
export interface SlowCheck {
  readonly kind: "argon2id" | "bcrypt";
  readonly hash: string;
  /** Nobody's hash: only the work counts. */
  readonly isDecoy: boolean;
}

/** How many hashes of each kind. */
export type SlowHashCounts = Readonly<Record<SlowCheck["kind"], number>>;

/** Hashes of passwords that nobody knows, with passlib's usual costs. */
const DECOYS: Readonly<Record<SlowCheck["kind"], string>> = {
  argon2id: `$argon2id$v=19$m=65536,t=3,p=4$c3RlbGUtZGVjb3ktMDAwMQ$${"A".repeat(43)}`,
  bcrypt: `$2b$12$${"A".repeat(53)}`,
};

/**
 * The checks that a wrong password costs, in order: as many of each kind as the account with most hashes has, whatever the
 * account, and if there is none. So the time of an answer does not tell which names are known.
 */
export function slowChecks(hashes: readonly string[], most: SlowHashCounts): readonly SlowCheck[] {
  const own = hashes.flatMap((hash): SlowCheck[] => {
    const parsed = parseSecretHash(hash);
    return parsed.ok && parsed.value.kind !== "token" ? [{ kind: parsed.value.kind, hash, isDecoy: false }] : [];
  });
  const decoys = (["argon2id", "bcrypt"] as const).flatMap((kind) => {
    const missing = most[kind] - own.filter((check) => check.kind === kind).length;
    return Array.from({ length: Math.max(0, missing) }, (): SlowCheck => ({ kind, hash: DECOYS[kind], isDecoy: true }));
  });
  return [...own, ...decoys];
}
