import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";

import { encodeBase58 } from "#core/trust/credentials/base58.ts";
import { canonicalizeJson } from "#core/trust/credentials/canonicalize-json.ts";
import { addProof, verifyProof } from "#core/trust/credentials/data-integrity.ts";
import type { JsonObject } from "#core/trust/credentials/json-value.ts";
import { createKeyResolver } from "#core/trust/credentials/resolve-key.ts";

import { createIssuer, CREDENTIAL, didPages, fetchFrom, type TestIssuer } from "./test-issuer.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
const CREATED = new Date("2026-07-01T08:00:00.900Z");
let issuer: TestIssuer;
let signed: JsonObject & { readonly proof: JsonObject };

beforeAll(async () => {
  issuer = await createIssuer();
  signed = (await addProof(CREDENTIAL, CREATED, issuer.signer)) as typeof signed;
});

function verify(credential: JsonObject, now = NOW) {
  return verifyProof(credential, createKeyResolver(fetchFrom(didPages([issuer.key])), now), crypto.subtle, { now });
}

test("a signed credential verifies and names the key", async () => {
  expect(await verify(signed)).toEqual({
    ok: true,
    value: { verificationMethods: ["did:web:certs.example#k1"], unsupported: 0 },
  });
});

test("the same credential, key and time give the same bytes", async () => {
  expect(JSON.stringify(await addProof(CREDENTIAL, CREATED, issuer.signer))).toBe(JSON.stringify(signed));
});

test("the order of members makes no difference", async () => {
  const reversed = Object.fromEntries(Object.entries(signed).toReversed());
  expect((await verify(reversed)).ok).toBe(true);
});

describe("any change is noticed:", () => {
  const places = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([name, member]) => [[...path, name], ...places(member, [...path, name])])
      : [];
  const replaceAt = (
    value: unknown,
    [name, ...rest]: readonly string[],
    change: (old: unknown) => unknown,
  ): unknown => {
    if (name === undefined) return change(value);
    const copy = structuredClone(value) as Record<string, unknown>;
    const changed = replaceAt(copy[name], rest, change);
    if (changed === undefined && !Array.isArray(copy)) delete copy[name];
    else copy[name] = changed;
    return copy;
  };

  test("every member, wherever it is, replaced by something else", async () => {
    for (const path of places(signed)) {
      const forged = replaceAt(signed, path, (old) => (old === "x" ? "y" : "x")) as JsonObject;
      expect((await verify(forged)).ok, path.join("/")).toBe(false);
    }
  });

  test("every member, wherever it is, left out", async () => {
    for (const path of places(signed).filter((path) => !/^\d+$/.test(path.at(-1) ?? ""))) {
      const forged = replaceAt(signed, path, () => undefined) as JsonObject;
      expect((await verify(forged)).ok, path.join("/")).toBe(false);
    }
  });

  test("any member added, to the document or to the proof", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.jsonValue(), async (name, value) => {
        fc.pre(!(name in signed) && !(name in signed.proof) && name !== "__proto__");
        expect((await verify({ ...signed, [name]: value })).ok).toBe(false);
        expect((await verify({ ...signed, proof: { ...signed.proof, [name]: value } })).ok).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  test("a context added after signing, which the specification would let pass", async () => {
    const forged = { ...signed, "@context": [...(signed["@context"] as string[]), "https://evil.example/context"] };
    expect(await verify(forged)).toEqual({ ok: false, failure: { reason: "changed-context" } });
  });
});

test("a credential without proof, or with an empty list of proofs, is refused", async () => {
  expect(await verify(CREDENTIAL)).toEqual({ ok: false, failure: { reason: "no-proof" } });
  expect(await verify({ ...CREDENTIAL, proof: [] })).toEqual({ ok: false, failure: { reason: "no-proof" } });
});

test("of two proofs, both must hold", async () => {
  const other = await createIssuer("k2");
  const second = ((await addProof(CREDENTIAL, CREATED, other.signer)) as typeof signed).proof;
  const both = { ...CREDENTIAL, proof: [signed.proof, second] };
  const resolve = createKeyResolver(fetchFrom(didPages([issuer.key, other.key])), NOW);
  expect(await verifyProof(both, resolve, crypto.subtle, { now: NOW })).toMatchObject({ ok: true });
  expect(await verify(both)).toMatchObject({ ok: false, failure: { reason: "unknown-key" } });
  const many = { ...CREDENTIAL, proof: Array<unknown>(1000).fill(signed.proof) };
  expect(await verify(many)).toEqual({ ok: false, failure: { reason: "too-many-proofs", limit: 8 } });
});

test("a proof of another kind beside one that holds changes nothing, beside none it leaves the matter open", async () => {
  const other = { type: "DataIntegrityProof", cryptosuite: "eddsa-rdfc-2022", proofPurpose: "assertionMethod" };
  const [first, second] = [
    { ...signed, proof: [signed.proof, other] },
    { ...signed, proof: [other, signed.proof] },
  ];
  for (const both of [first, second]) {
    expect(await verify(both)).toMatchObject({ ok: true, value: { unsupported: 1 } });
    expect(await verify({ ...both, validUntil: "2030-01-01T00:00:00Z" })).toMatchObject({
      failure: { reason: "wrong-signature" },
    });
  }
  expect(await verify({ ...signed, proof: [other, other] })).toMatchObject({
    failure: { reason: "unsupported-proof" },
  });
});

test.each([
  ["another cryptosuite", { cryptosuite: "eddsa-rdfc-2022" }, "cryptosuite"],
  ["another purpose", { proofPurpose: "authentication" }, "proofPurpose"],
  ["a chain", { previousProof: "urn:x" }, "previousProof"],
  ["a time without zone", { created: "2026-07-01T08:00:00" }, "created"],
  ["a signature of the wrong length", { proofValue: "z111" }, "proofValue"],
  ["a signature of another encoding", { proofValue: "uAAAA" }, "proofValue"],
  ["a method that is no text", { verificationMethod: {} }, "verificationMethod"],
])("%s is named as what is wrong or cannot be checked", async (_name, change, member) => {
  const forged = { ...signed, proof: { ...signed.proof, ...change } };
  const isOther = member === "cryptosuite" || member === "previousProof";
  const reason = isOther ? "unsupported-proof" : "malformed-proof";
  expect(await verify(forged)).toMatchObject({ ok: false, failure: { reason, member } });
});

test("eight proofs are looked at, nine are too many", async () => {
  const times = (count: number) => ({ ...CREDENTIAL, proof: Array<JsonObject>(count).fill(signed.proof) });
  expect((await verify(times(8))).ok).toBe(true);
  expect(await verify(times(9))).toEqual({ ok: false, failure: { reason: "too-many-proofs", limit: 8 } });
});

test("an end of the proof that is no time is a fault of the proof", async () => {
  const forged = { ...signed, proof: { ...signed.proof, expires: "2026-12-01" } };
  expect(await verify(forged)).toEqual({
    ok: false,
    failure: { reason: "malformed-proof", member: "expires", expected: "a dateTime with time zone" },
  });
});

test("no JSON makes the verifier throw", async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      expect((await verify({ ...CREDENTIAL, proof: value })).ok).toBe(false);
    }),
  );
});

describe("a proof that ends", () => {
  const END = "2026-11-20T12:00:00Z";
  /** Signed like any other proof, with members more. */
  const withOptions = async (members: JsonObject): Promise<JsonObject> => {
    const { proof } = signed;
    const { proofValue: _, ...options } = { ...proof, ...members };
    const hash = async (value: JsonObject): Promise<Uint8Array> => {
      const canonical = canonicalizeJson(value);
      if (!canonical.ok) throw new Error("the sample is no JSON");
      return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(canonical.value)));
    };
    const bytes = new Uint8Array([...(await hash(options)), ...(await hash(CREDENTIAL))]);
    const proofValue = `z${encodeBase58(await issuer.signer.sign(bytes))}`;
    return { ...CREDENTIAL, proof: { ...options, proofValue } };
  };

  test("verifies until that instant and not from it on", async () => {
    const credential = await withOptions({ expires: END });
    expect((await verify(credential, new Date("2026-11-20T11:59:59.999Z"))).ok).toBe(true);
    const failed = { ok: false, failure: { reason: "expired-proof", expires: new Date(END) } };
    expect(await verify(credential, new Date(END))).toMatchObject(failed);
    expect(await verify(credential, new Date("2027-01-01T00:00:00Z"))).toMatchObject(failed);
  });
});
