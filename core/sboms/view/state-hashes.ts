import type { Statement } from "../profiles/profile.ts";
import { hashFault } from "../semantics/judge-hash.ts";

/**
 * Whether there is a hash by which bytes are known again: algorithm and value, the value as long as the algorithm makes it, and of
 * something unless a file may be empty. The algorithm as CycloneDX spells it.
 */
export function stateHashes(
  hashes: readonly (readonly [algorithm: string, value: string])[],
  mayBeEmpty = false,
): Statement {
  const isThere = hashes.some(([algorithm, value]) => {
    if (algorithm === "" || value === "") return false;
    const fault = hashFault(algorithm, value);
    return fault === undefined || (fault === "of-nothing" && mayBeEmpty);
  });
  return isThere ? "present" : "missing";
}
