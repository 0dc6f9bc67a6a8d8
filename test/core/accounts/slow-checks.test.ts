import { expect, test } from "vitest";

import { parseSecretHash } from "#core/accounts/secret-hash.ts";
import { slowChecks } from "#core/accounts/slow-checks.ts";

const ARGON2 = `$argon2id$v=19$m=64,t=2,p=2$${"B".repeat(22)}$${"B".repeat(43)}`;
const BCRYPT = `$2b$04$${"B".repeat(53)}`;
const MOST = { argon2id: 2, bcrypt: 1 };

const kindsOf = (hashes: readonly string[]): string[] =>
  slowChecks(hashes, MOST)
    .map(({ kind }) => kind)
    .sort();

test.each([[[]], [[ARGON2]], [[BCRYPT]], [[ARGON2, BCRYPT]], [[`sha256:${"0".repeat(64)}`]]])(
  "a wrong password costs the same work for an account with %j as for an unknown one",
  (hashes) => {
    expect(kindsOf(hashes)).toEqual(["argon2id", "argon2id", "bcrypt"]);
  },
);

test("the account's own hashes come first, what is added can be computed and is marked", () => {
  const [own, ...decoys] = slowChecks([BCRYPT], MOST);
  expect(own).toEqual({ kind: "bcrypt", hash: BCRYPT, isDecoy: false });
  expect(decoys.every(({ isDecoy, kind, hash }) => isDecoy && parseSecretHash(hash).ok && kind === "argon2id")).toBe(
    true,
  );
  expect(slowChecks([], MOST).every(({ hash }) => parseSecretHash(hash).ok)).toBe(true);
});

test("where nobody has a password nothing is computed", () => {
  expect(slowChecks([], { argon2id: 0, bcrypt: 0 })).toEqual([]);
});
