import { parseSecretHash, type SecretHash } from "./secret-hash.ts";

/** One slow check of a password. */
export interface SlowCheck {
  readonly hash: string;
  readonly kind: "argon2id" | "bcrypt";
  /** What the check costs, as the hash says it: `$argon2id$v=19$m=65536,t=3,p=4` or `$2b$12`. */
  readonly cost: string;
  /** Nobody's hash: only the work counts. */
  readonly isDecoy: boolean;
}

/** How many checks of each cost. */
export type SlowCheckCounts = ReadonlyMap<string, number>;

/** The most checks of each cost that any account needs: what every wrong password costs. */
export function mostSlowChecks(hashesOfAccounts: Iterable<readonly string[]>): SlowCheckCounts {
  const most = new Map<string, number>();
  for (const hashes of hashesOfAccounts) {
    for (const [cost, count] of countByCost(ownChecks(hashes))) most.set(cost, Math.max(count, most.get(cost) ?? 0));
  }
  return most;
}

/**
 * The checks that a wrong password costs: as many of each cost as any account needs, whatever the account, and if there is
 * none. So the time of an answer does not tell which names are known.
 */
export function slowChecks(hashes: readonly string[], most: SlowCheckCounts): readonly SlowCheck[] {
  const own = ownChecks(hashes);
  const counts = countByCost(own);
  const decoys = [...most].flatMap(([cost, count]) =>
    Array.from({ length: Math.max(0, count - (counts.get(cost) ?? 0)) }, () => decoyOf(cost)),
  );
  return [...own, ...decoys];
}

/** The hash that a password fits; where none does, every check was made. `fits` does the work. */
export function findFittingHash(checks: readonly SlowCheck[], fits: (check: SlowCheck) => boolean): string | undefined {
  for (const check of checks) {
    if (fits(check) && !check.isDecoy) return check.hash;
  }
  return undefined;
}

function ownChecks(hashes: readonly string[]): readonly SlowCheck[] {
  return hashes.flatMap((hash): SlowCheck[] => {
    const parsed = parseSecretHash(hash);
    if (!parsed.ok || parsed.value.kind === "token") return [];
    return [{ hash, kind: parsed.value.kind, cost: costOf(parsed.value), isDecoy: false }];
  });
}

function costOf(hash: Exclude<SecretHash, { kind: "token" }>): string {
  return hash.kind === "argon2id"
    ? `$argon2id$v=19$m=${hash.memoryKib},t=${hash.passes},p=${hash.lanes}`
    : `$2b$${String(hash.cost).padStart(2, "0")}`;
}

/** A check with the hash of a password that nobody knows. */
function decoyOf(cost: string): SlowCheck {
  return cost.startsWith("$argon2id$")
    ? { hash: `${cost}$c3RlbGUtZGVjb3ktMDAwMQ$${"A".repeat(43)}`, kind: "argon2id", cost, isDecoy: true }
    : { hash: `${cost}$${"A".repeat(53)}`, kind: "bcrypt", cost, isDecoy: true };
}

function countByCost(checks: readonly SlowCheck[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { cost } of checks) counts.set(cost, (counts.get(cost) ?? 0) + 1);
  return counts;
}
