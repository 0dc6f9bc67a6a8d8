import * as fc from "fast-check";
import { expect, test } from "vitest";

import { ARGON2_LIMITS, MAX_BCRYPT_COST, parseSecretHash } from "#core/trust/accounts/secret-hash.ts";

const SALT_AND_HASH = `${"A".repeat(22)}$${"A".repeat(43)}`;

test.each([
  [`sha256:${"0".repeat(64)}`, { kind: "token" }],
  [`$argon2id$v=19$m=65536,t=3,p=4$${SALT_AND_HASH}`, { kind: "argon2id", memoryKib: 65_536, passes: 3, lanes: 4 }],
  [`$argon2id$v=19$m=102400,t=2,p=8$${SALT_AND_HASH}`, { kind: "argon2id", memoryKib: 102_400, passes: 2, lanes: 8 }],
  [`$2b$12$${"A".repeat(53)}`, { kind: "bcrypt", cost: 12 }],
])("%s can be checked", (text, value) => {
  expect(parseSecretHash(text)).toEqual({ ok: true, value });
});

test.each([
  ["hunter2"],
  [`$argon2i$v=19$m=64,t=1,p=1$${SALT_AND_HASH}`],
  [`$argon2id$v=16$m=64,t=1,p=1$${SALT_AND_HASH}`],
  [`$argon2id$v=19$m=15,t=1,p=2$${SALT_AND_HASH}`],
  [`$2b$03$${"A".repeat(53)}`],
  [`sha256:${"0".repeat(64)}\n`],
])("%j is no hash", (text) => {
  expect(parseSecretHash(text)).toEqual({ ok: false, failure: { reason: "unknown-form" } });
});

test.each(["m=102401,t=1,p=1", "m=102400,t=3,p=8", "m=65536,t=5,p=4", "m=64,t=11,p=1", "m=1024,t=1,p=17"])(
  "a hash with %s costs too much, and the limits are named",
  (costs) => {
    expect(parseSecretHash(`$argon2id$v=19$${costs}$${SALT_AND_HASH}`)).toEqual({
      ok: false,
      failure: { reason: "too-costly", what: costs, limit: "m=102400, t=10, p=16 and m × t = 262144" },
    });
  },
);

test("whatever is accepted stays within the limits", () => {
  const argon2 = fc.tuple(fc.nat(200_000), fc.nat(20), fc.nat(32)).map(([m, t, p]) => {
    return `$argon2id$v=19$m=${m},t=${t},p=${p}$${SALT_AND_HASH}`;
  });
  const bcrypt = fc
    .integer({ min: 0, max: 99 })
    .map((cost) => `$2b$${String(cost).padStart(2, "0")}$${"A".repeat(53)}`);
  fc.assert(
    fc.property(fc.oneof(argon2, bcrypt, fc.string()), (text) => {
      const parsed = parseSecretHash(text);
      if (!parsed.ok || parsed.value.kind === "token") return;
      if (parsed.value.kind === "bcrypt") expect(parsed.value.cost).toBeLessThanOrEqual(MAX_BCRYPT_COST);
      else {
        const { memoryKib, passes } = parsed.value;
        expect(memoryKib).toBeLessThanOrEqual(ARGON2_LIMITS.memoryKib);
        expect(passes * memoryKib).toBeLessThanOrEqual(ARGON2_LIMITS.passesTimesMemoryKib);
      }
    }),
    { numRuns: 1000 },
  );
});
