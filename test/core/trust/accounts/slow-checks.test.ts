import { describe, expect, test } from "vitest";

import { parseSecretHash } from "#core/trust/accounts/secret-hash.ts";
import { findFittingHash, mostSlowChecks, slowChecks, type SlowCheck } from "#core/trust/accounts/slow-checks.ts";

const argon2 = (letter: string, cost = "m=64,t=2,p=2") =>
  `$argon2id$v=19$${cost}$${letter.repeat(22)}$${letter.repeat(43)}`;
const BCRYPT = `$2b$04$${"B".repeat(53)}`;
const TOKEN = `sha256:${"0".repeat(64)}`;
const ACCOUNTS = [[argon2("B"), argon2("C")], [BCRYPT, TOKEN], [argon2("D", "m=128,t=1,p=1")], []];
const MOST = mostSlowChecks(ACCOUNTS);

describe("what a wrong password costs", () => {
  /** The work that is done for an account of these hashes, by its costs in order. */
  function workFor(hashes: readonly string[]): string[] {
    const work: string[] = [];
    const fits = ({ cost }: SlowCheck): boolean => {
      work.push(cost);
      return false;
    };
    expect(findFittingHash(slowChecks(hashes, MOST), fits)).toBeUndefined();
    return work.sort();
  }

  test.each(ACCOUNTS.map((hashes) => [hashes]))("is the same work for an account with %j as for nobody", (hashes) => {
    expect(workFor(hashes)).toEqual(workFor([]));
    expect(workFor(hashes)).toEqual([
      "$2b$04",
      "$argon2id$v=19$m=128,t=1,p=1",
      "$argon2id$v=19$m=64,t=2,p=2",
      "$argon2id$v=19$m=64,t=2,p=2",
    ]);
  });

  test("is nothing where nobody has a password", () => {
    expect(slowChecks([], mostSlowChecks([[TOKEN], []]))).toEqual([]);
  });
});

test("the account's own hashes come first, what is added can be computed and is marked", () => {
  const [own, ...decoys] = slowChecks([BCRYPT], MOST);
  expect(own).toEqual({ kind: "bcrypt", hash: BCRYPT, cost: "$2b$04", isDecoy: false });
  expect(decoys).toHaveLength(3);
  expect(decoys.every(({ isDecoy, kind }) => isDecoy && kind === "argon2id")).toBe(true);
  for (const { hash } of slowChecks([], MOST)) expect(parseSecretHash(hash), hash).toMatchObject({ ok: true });
});

test("a password that fits ends the search; nobody is let in by a decoy", () => {
  const checks = slowChecks([BCRYPT], MOST);
  expect(findFittingHash(checks, ({ hash }) => hash === BCRYPT)).toBe(BCRYPT);
  expect(findFittingHash(slowChecks([], MOST), () => true)).toBeUndefined();
});
