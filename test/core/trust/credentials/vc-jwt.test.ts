import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";

import { decodeBase64Url, encodeBase64Url } from "#core/trust/credentials/base64url.ts";
import { createKeyResolver } from "#core/trust/credentials/resolve-key.ts";
import { looksLikeJwt, signVcJwt, verifyVcJwt } from "#core/trust/credentials/vc-jwt.ts";

import { createIssuer, CREDENTIAL, didPages, fetchFrom, type TestIssuer } from "./test-issuer.ts";

let issuer: TestIssuer;
let token: string;

beforeAll(async () => {
  issuer = await createIssuer();
  token = await signVcJwt(CREDENTIAL, issuer.signer);
});

function verify(text: string) {
  return verifyVcJwt(
    text,
    createKeyResolver(fetchFrom(didPages([issuer.key])), new Date("2026-11-20T12:00:00Z")),
    crypto.subtle,
  );
}

async function signWith(header: unknown, payload: unknown = CREDENTIAL): Promise<string> {
  const encoder = new TextEncoder();
  const signed = [header, payload].map((part) => encodeBase64Url(encoder.encode(JSON.stringify(part)))).join(".");
  return `${signed}.${encodeBase64Url(await issuer.signer.sign(Uint8Array.from(encoder.encode(signed))))}`;
}

const HEADER = { alg: "EdDSA", typ: "vc+jwt", kid: "did:web:certs.example#k1" };

test("a token verifies and holds the credential", async () => {
  expect(looksLikeJwt(token)).toBe(true);
  expect(await verify(token)).toEqual({
    ok: true,
    value: { content: CREDENTIAL, verificationMethod: "did:web:certs.example#k1", isPresentation: false },
  });
  expect((await verify(await signWith(HEADER))).ok).toBe(true);
});

test("the same credential and key give the same token", async () => {
  expect(await signVcJwt(CREDENTIAL, issuer.signer)).toBe(token);
});

test("any changed character is refused", async () => {
  for (let index = 0; index < token.length; index += 1) {
    const forged = `${token.slice(0, index)}${token[index] === "A" ? "B" : "A"}${token.slice(index + 1)}`;
    expect((await verify(forged)).ok, `character ${index}`).toBe(false);
  }
});

test.each([
  ["a symmetric algorithm", { ...HEADER, alg: "HS256" }, "alg"],
  ["the type of another token", { ...HEADER, typ: "JWT" }, "typ"],
  ["a critical extension", { ...HEADER, crit: ["b64"], b64: false }, "crit"],
  ["a key that the token brings along", { alg: "EdDSA", typ: "vc+jwt", jwk: { kty: "OKP" } }, "kid"],
])("%s in the header is refused", async (_name, header, member) => {
  expect(await verify(await signWith(header))).toMatchObject({
    ok: false,
    failure: { reason: "unsupported-header", member },
  });
});

test.each(["none", "None", "NONE", undefined, 1])("a token that is not signed (alg: %j) is refused", async (alg) => {
  expect(await verify(await signWith({ ...HEADER, alg }))).toEqual({ ok: false, failure: { reason: "not-signed" } });
});

test("a key that the issuer does not list is refused", async () => {
  const other = await createIssuer("k9");
  expect(await verify(await signVcJwt(CREDENTIAL, other.signer))).toMatchObject({
    ok: false,
    failure: { reason: "unknown-key" },
  });
});

test("a payload that is no object is refused", async () => {
  expect(await verify(await signWith(HEADER, [1]))).toEqual({
    ok: false,
    failure: { reason: "not-a-jwt", part: "payload" },
  });
  expect(decodeBase64Url("e30")).toEqual(new TextEncoder().encode("{}"));
});

test("no text makes the verifier throw", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.string(), async (a, b) => {
      for (const text of [a, `${a}.${b}`, `${a}.${b}.${a}`]) expect((await verify(text)).ok).toBe(false);
    }),
  );
});

test.each(["", "a", "a.b", "a.b.c.d"])("%j is no token by its form", async (text) => {
  expect(await verify(text)).toEqual({ ok: false, failure: { reason: "not-a-jwt", part: "form" } });
  expect(looksLikeJwt(text)).toBe(false);
});

test("the part that cannot be read is named", async () => {
  const [header = "", payload = "", signature = ""] = token.split(".");
  const partOf = async (text: string) => {
    const verified = await verify(text);
    return !verified.ok && verified.failure.reason === "not-a-jwt" ? verified.failure.part : undefined;
  };
  expect(await partOf(`*.${payload}.${signature}`)).toBe("header");
  expect(await partOf(`e30x.${payload}.${signature}`)).toBe("header");
  expect(await partOf(`${header}.*.${signature}`)).toBe("payload");
  expect(await partOf(`${header}.${payload}.*`)).toBe("signature");
  expect(await partOf(`${header}.${payload}.`)).toBe("signature");
});

test("text around a token is no token", () => {
  expect(looksLikeJwt(` ${token}`)).toBe(false);
  expect(looksLikeJwt(`${token}.`)).toBe(false);
});

test("a token says how it is signed, of what kind it is, and by which key", () => {
  const header = JSON.parse(new TextDecoder().decode(decodeBase64Url(token.split(".")[0] ?? ""))) as unknown;
  expect(header).toEqual({ alg: "EdDSA", cty: "vc", kid: "did:web:certs.example#k1", typ: "vc+jwt" });
});
