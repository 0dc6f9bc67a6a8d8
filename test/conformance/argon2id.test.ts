/** Our check of argon2id beside Node's own: another implementation, of other people, in another language. */
import { argon2Sync } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { assert, integer, property, record, string, uint8Array } from "fast-check";
import { beforeAll, expect, test } from "vitest";

import { createArgon2idVerifier, type Argon2idVerifier } from "../../workers/sign-in/argon2id.ts";
import { ROOT } from "../harness.ts";

interface Costs {
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
}

let verify: Argon2idVerifier;

beforeAll(async () => {
  const bytes = readFileSync(join(ROOT, "node_modules/argon2id/dist/simd.wasm"));
  // The types are those of the platform, which compiles no module at run time; Node does.
  const module: WebAssembly.Module = Reflect.construct(WebAssembly.Module, [bytes]);
  verify = await createArgon2idVerifier(module);
});

/** A hash as passlib writes it, made by Node. */
function encode(password: string, salt: Uint8Array, tagLength: number, { memory, passes, lanes }: Costs): string {
  const options = { message: password, nonce: salt, parallelism: lanes, tagLength, memory, passes };
  const tag = argon2Sync("argon2id", options);
  const unpadded = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64").replace(/=+$/, "");
  return `$argon2id$v=19$m=${memory},t=${passes},p=${lanes}$${unpadded(salt)}$${unpadded(tag)}`;
}

test("a password fits the hash that Node makes of it, whatever the costs; another password does not", () => {
  const costs = record({
    memory: integer({ min: 128, max: 600 }),
    passes: integer({ min: 1, max: 4 }),
    lanes: integer({ min: 1, max: 16 }),
  });
  const salt = uint8Array({ minLength: 8, maxLength: 32 });
  const password = string({ minLength: 2, maxLength: 40, unit: "grapheme" });
  assert(
    property(password, salt, integer({ min: 12, max: 64 }), costs, (text, nonce, tagLength, cost) => {
      const encoded = encode(text, nonce, tagLength, cost);
      expect(verify(encoded, text)).toEqual({ ok: true, value: true });
      expect(verify(encoded, `${text}x`)).toEqual({ ok: true, value: false });
    }),
    { numRuns: 30 },
  );
});

test.each<Costs>([
  { memory: 65_536, passes: 3, lanes: 4 },
  { memory: 102_400, passes: 2, lanes: 8 },
])("the costs $memory, $passes, $lanes that older accounts files have can be checked, one after the other", (costs) => {
  const encoded = encode("correct horse", new Uint8Array(16).fill(7), 32, costs);
  expect(verify(encoded, "correct horse")).toEqual({ ok: true, value: true });
  expect(verify(encoded, "wrong horse")).toEqual({ ok: true, value: false });
});

test("an empty password fits nothing, and what is no argon2id hash fits nobody", () => {
  const costs = { memory: 64, passes: 1, lanes: 1 };
  expect(verify(encode("", new Uint8Array(8), 16, costs), "")).toEqual({ ok: true, value: false });
  expect(verify("$argon2i$v=19$m=64,t=1,p=1$AAAA$AAAA", "a")).toEqual({ ok: true, value: false });
});

test("a hash that needs more memory than there is is no match and no exception", () => {
  const greedy = `$argon2id$v=19$m=8388608,t=1,p=1$${"A".repeat(22)}$${"A".repeat(43)}`;
  expect(verify(greedy, "a")).toEqual({ ok: false, failure: "not-computed" });
});
