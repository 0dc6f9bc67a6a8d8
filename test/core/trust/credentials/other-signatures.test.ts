/** Credentials of other issuers: tokens and keys that WebCrypto knows are verified, all else stays open. */
import { describe, expect, test } from "vitest";

import { encodeBase58 } from "#core/trust/credentials/base58.ts";
import { encodeBase64Url } from "#core/trust/credentials/base64url.ts";
import { canonicalizeJson } from "#core/trust/credentials/canonicalize-json.ts";
import { checkCredential } from "#core/trust/credentials/check-credential.ts";
import { addProof } from "#core/trust/credentials/data-integrity.ts";
import type { JsonObject } from "#core/trust/credentials/json-value.ts";
import { signVcJwt } from "#core/trust/credentials/vc-jwt.ts";

import { createIssuer, CREDENTIAL, didPages, fetchFrom, gzip, ISSUER, type TestIssuer } from "./test-issuer.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
const CREATED = new Date("2026-07-01T08:00:00Z");
const DID_URL = "https://certs.example/.well-known/did.json";

interface Algorithm {
  readonly alg: string;
  readonly generate: Record<string, unknown>;
  readonly sign: Record<string, unknown>;
}

const EXPONENT = Uint8Array.of(1, 0, 1);
const rsa = (name: string, hash: string) => ({ name, hash, modulusLength: 2048, publicExponent: EXPONENT });
const ec = (namedCurve: string, hash: string) => ({
  generate: { name: "ECDSA", namedCurve },
  sign: { name: "ECDSA", hash },
});
const ALGORITHMS: readonly Algorithm[] = [
  { alg: "EdDSA", generate: { name: "Ed25519" }, sign: { name: "Ed25519" } },
  { alg: "Ed25519", generate: { name: "Ed25519" }, sign: { name: "Ed25519" } },
  { alg: "ES256", ...ec("P-256", "SHA-256") },
  { alg: "ES384", ...ec("P-384", "SHA-384") },
  { alg: "ES512", ...ec("P-521", "SHA-512") },
  { alg: "RS256", generate: rsa("RSASSA-PKCS1-v1_5", "SHA-256"), sign: { name: "RSASSA-PKCS1-v1_5" } },
  { alg: "RS512", generate: rsa("RSASSA-PKCS1-v1_5", "SHA-512"), sign: { name: "RSASSA-PKCS1-v1_5" } },
  { alg: "PS256", generate: rsa("RSA-PSS", "SHA-256"), sign: { name: "RSA-PSS", saltLength: 32 } },
];

interface OtherIssuer {
  readonly jwk: JsonObject;
  readonly token: (payload: unknown, header?: JsonObject) => Promise<string>;
}

async function other({ alg, generate, sign }: Algorithm): Promise<OtherIssuer> {
  const made: unknown = await crypto.subtle.generateKey(generate as never, true, ["sign", "verify"]);
  const pair = made as CryptoKeyPair;
  const exported: unknown = await crypto.subtle.exportKey("jwk", pair.publicKey);
  // What WebCrypto adds is about its own use of the key.
  const { key_ops: _operations, ext: _ext, alg: _alg, ...jwk } = exported as Record<string, unknown>;
  const encode = (value: unknown) => encodeBase64Url(new TextEncoder().encode(JSON.stringify(value)));
  return {
    jwk,
    token: async (payload, header = {}) => {
      const signed = `${encode({ alg, typ: "vc+jwt", kid: `${ISSUER}#k1`, ...header })}.${encode(payload)}`;
      const bytes = Uint8Array.from(new TextEncoder().encode(signed));
      const signature = await crypto.subtle.sign(sign as never, pair.privateKey, bytes);
      return `${signed}.${encodeBase64Url(new Uint8Array(signature))}`;
    },
  };
}

function didDocument(method: JsonObject, more: JsonObject = {}): Record<string, unknown> {
  const id = `${ISSUER}#k1`;
  const own = { id, type: "JsonWebKey", controller: ISSUER, ...method };
  return { [DID_URL]: { id: ISSUER, verificationMethod: [own], assertionMethod: [id], authentication: [id], ...more } };
}

async function check(text: string, pages: Readonly<Record<string, unknown>>) {
  const report = await checkCredential(text, { now: NOW, crypto: crypto.subtle, gzip, fetchText: fetchFrom(pages) });
  const says = report.checks.find(({ outcome }) => outcome !== "pass")?.message ?? "";
  return { verdict: report.verdict, says, what: report.what };
}

describe.each(ALGORITHMS)("a token signed with $alg", (algorithm) => {
  test("verifies with the issuer's JSON Web Key, and not when it was changed or is of another key", async () => {
    const issuer = await other(algorithm);
    const token = await issuer.token(CREDENTIAL);
    for (const type of ["JsonWebKey", "JsonWebKey2020"]) {
      expect(await check(token, didDocument({ type, publicKeyJwk: issuer.jwk }))).toMatchObject({ verdict: "valid" });
    }
    const [header = "", payload = "", signature = ""] = token.split(".");
    const changed = encodeBase64Url(new TextEncoder().encode(JSON.stringify({ ...CREDENTIAL, id: "urn:other" })));
    const pages = didDocument({ publicKeyJwk: issuer.jwk });
    expect(await check(`${header}.${changed}.${signature}`, pages)).toMatchObject({ verdict: "invalid" });
    const short = encodeBase64Url(new Uint8Array(10));
    expect(await check(`${header}.${payload}.${short}`, pages)).toMatchObject({ verdict: "invalid" });
    const stranger = await other(algorithm);
    expect(await check(token, didDocument({ publicKeyJwk: stranger.jwk }))).toMatchObject({ verdict: "invalid" });
  });

  test("does not verify when the header names another algorithm than the key is for", async () => {
    const issuer = await other(algorithm);
    const alg = algorithm.alg.startsWith("E") ? "RS256" : "ES256";
    const pages = didDocument({ publicKeyJwk: issuer.jwk });
    expect(await check(await issuer.token(CREDENTIAL, { alg }), pages)).toMatchObject({ verdict: "invalid" });
  });
});

describe("what is not known here stays open, and is never called invalid:", () => {
  const jwtWith = async (header: JsonObject) => (await other(ALGORITHMS[2] as Algorithm)).token(CREDENTIAL, header);
  test.each<[string, (issuer: TestIssuer) => Promise<string>]>([
    ["a token with a symmetric algorithm", () => jwtWith({ alg: "HS256" })],
    ["a token with an algorithm of another curve", () => jwtWith({ alg: "ES256K" })],
    ["a token with a post-quantum algorithm", () => jwtWith({ alg: "ML-DSA-44" })],
    ["a token of the data model before", () => jwtWith({ typ: "JWT" })],
    ["a token with a critical extension", () => jwtWith({ crit: ["exp"] })],
    ["a token whose key is of another DID method", () => jwtWith({ kid: "did:ion:EiA#k" })],
    ["a token with selective disclosure", async () => `${await jwtWith({})}~WyJhIl0~`],
    ["a web page", () => Promise.resolve("<!DOCTYPE html><html><body>Certificate</body></html>")],
    ["an envelope around something else", () => Promise.resolve(envelope("application/vc+cose", "aGVsbG8"))],
    ["another cryptosuite", () => proofWith({ cryptosuite: "ecdsa-jcs-2019" })],
    ["another kind of proof", () => proofWith({ type: "Ed25519Signature2020" })],
    ["a proof of RSA", () => proofWith({ type: "RsaSignature2018" })],
    ["a did:key of another curve", () => proofWith({ verificationMethod: P256_METHOD })],
    ["a credential of the data model before", oldModel],
  ])("%s", async (_name, make) => {
    const issuer = await createIssuer();
    expect(await check(await make(issuer), didPages([issuer.key]))).toMatchObject({ verdict: "undetermined" });
  });

  test.each([
    ["of another form", { type: "EcdsaSecp256k1VerificationKey2019", publicKeyHex: "00" }],
    ["of another curve", { publicKeyJwk: { kty: "EC", crv: "secp256k1", x: "AA", y: "AA" } }],
    ["of another algorithm", { publicKeyJwk: { kty: "AKP", alg: "ML-DSA-44", pub: "AA" } }],
  ])("a key %s", async (_name, method) => {
    const token = await (await other(ALGORITHMS[2] as Algorithm)).token(CREDENTIAL);
    expect(await check(token, didDocument(method))).toMatchObject({ verdict: "undetermined" });
  });
});

describe("a key that must not be used makes it invalid:", () => {
  const jwk = { kty: "RSA", e: "AQAB" };
  test.each<[string, JsonObject]>([
    ["for encryption", { use: "enc" }],
    ["for other operations", { key_ops: ["encrypt"] }],
    ["published with its private half", { d: "AAAA" }],
    ["for another algorithm", { alg: "RS256" }],
  ])("%s", async (_name, member) => {
    const issuer = await other(ALGORITHMS[2] as Algorithm);
    const pages = didDocument({ publicKeyJwk: { ...issuer.jwk, ...member } });
    expect(await check(await issuer.token(CREDENTIAL), pages)).toMatchObject({ verdict: "invalid" });
  });

  test.each([
    ["too short", { ...jwk, n: encodeBase64Url(new Uint8Array(128).fill(255)) }],
    [
      "short, padded with zeros",
      { ...jwk, n: encodeBase64Url(Uint8Array.from({ length: 300 }, (_, i) => (i < 200 ? 0 : 255))) },
    ],
    ["without numbers", jwk],
  ])("an RSA key that is %s", async (_name, publicKeyJwk) => {
    const token = await (await other(ALGORITHMS[5] as Algorithm)).token(CREDENTIAL);
    expect(await check(token, didDocument({ publicKeyJwk }))).toMatchObject({ verdict: "invalid" });
  });

  test("whatever a JSON Web Key says, nothing throws", async () => {
    const token = await (await other(ALGORITHMS[2] as Algorithm)).token(CREDENTIAL);
    for (const kty of ["EC", "RSA", "OKP", 1, null]) {
      for (const value of ["", "AA", 1, null, {}, [], "!"]) {
        const publicKeyJwk = { kty, crv: "P-256", x: value, y: value, n: value, e: value };
        expect((await check(token, didDocument({ publicKeyJwk }))).verdict).not.toBe("valid");
      }
    }
  });
});

describe("a presentation", () => {
  const bag = (entries: unknown, more: JsonObject = {}): JsonObject => ({
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    type: ["VerifiablePresentation"],
    verifiableCredential: entries,
    ...more,
  });

  async function world() {
    const issuer = await createIssuer();
    const holder = await createIssuer("h1", "did:web:holder.example");
    const holderPage = {
      id: "did:web:holder.example",
      verificationMethod: (didPages([holder.key], "did:web:holder.example")[DID_URL] as JsonObject)[
        "verificationMethod"
      ],
      authentication: ["did:web:holder.example#h1"],
    };
    const pages = { ...didPages([issuer.key]), "https://holder.example/.well-known/did.json": holderPage };
    const credential = await addProof(CREDENTIAL, CREATED, issuer.signer);
    const present = async (entries: unknown, more: JsonObject = {}) => {
      const unsigned = bag(entries, more);
      const options = { type: "DataIntegrityProof", cryptosuite: "eddsa-jcs-2022", proofPurpose: "authentication" };
      return JSON.stringify(await proveWith(unsigned, options, holder));
    };
    return { issuer, holder, pages, credential, present };
  }

  test("is worth what the credentials in it are worth", async () => {
    const { issuer, pages, credential } = await world();
    const token = await signVcJwt(CREDENTIAL, issuer.signer);
    for (const entries of [credential, [credential], [credential, JSON.parse(envelope("application/vc+jwt", token))]]) {
      expect(await check(JSON.stringify(bag(entries)), pages)).toMatchObject({
        verdict: "valid",
        what: "presentation",
      });
    }
    const forged = { ...credential, validUntil: "2030-01-01T00:00:00Z" };
    expect(await check(JSON.stringify(bag([credential, forged])), pages)).toMatchObject({ verdict: "invalid" });
    expect(await check(JSON.stringify(bag([CREDENTIAL])), pages)).toMatchObject({ verdict: "invalid" });
    expect(await check(JSON.stringify(bag(["text"])), pages)).toMatchObject({ verdict: "invalid" });
    expect(await check(JSON.stringify(bag([])), pages)).toMatchObject({ verdict: "undetermined" });
    const eleven = bag(Array.from({ length: 11 }, () => credential));
    expect(await check(JSON.stringify(eleven), pages)).toMatchObject({ verdict: "invalid" });
  });

  test("that is signed must be signed by its holder, and unchanged", async () => {
    const { pages, credential, present } = await world();
    const good = await present([credential], { holder: "did:web:holder.example" });
    expect(await check(good, pages)).toMatchObject({ verdict: "valid" });
    expect(
      await check(
        good.replace('"type":["VerifiablePresentation"]', '"id":"urn:x","type":["VerifiablePresentation"]'),
        pages,
      ),
    ).toMatchObject({
      verdict: "invalid",
    });
    const stolen = await present([credential], { holder: "did:web:victim.example" });
    expect(await check(stolen, pages)).toMatchObject({ verdict: "invalid", says: expect.stringContaining("holder") });
  });

  test("does not make somebody else's statements of what its holder says", async () => {
    const { pages, present } = await world();
    const own = { ...CREDENTIAL, issuer: "did:web:holder.example" };
    expect(await check(await present([own]), pages)).toMatchObject({ verdict: "valid" });
    expect(await check(await present([CREDENTIAL]), pages)).toMatchObject({ verdict: "invalid" });
  });

  test("as token is checked with a key for authentication alone", async () => {
    const es256 = ALGORITHMS[2] as Algorithm;
    const holder = await other(es256);
    const issuer = await createIssuer("k2", "did:web:issuer.example");
    const credential = await addProof({ ...CREDENTIAL, issuer: "did:web:issuer.example" }, CREATED, issuer.signer);
    const document = didPages([issuer.key], "did:web:issuer.example")[DID_URL];
    const token = await holder.token(bag([credential]), { typ: "vp+jwt" });
    const method = { publicKeyJwk: holder.jwk };
    const web = { "https://issuer.example/.well-known/did.json": document };
    expect(await check(token, { ...didDocument(method), ...web })).toMatchObject({ verdict: "valid" });
    expect(await check(token, { ...didDocument(method, { authentication: [] }), ...web })).toMatchObject({
      verdict: "invalid",
    });
  });
});

describe("whom a credential speaks of is said by one URL:", () => {
  test.each<[string, JsonObject]>([
    ["a list", { id: ["urn:a", "urn:b"] }],
    ["an empty list", { id: [] }],
    ["no URL", { id: "alpha" }],
    ["a number", { id: 1 }],
    ["nothing", { id: null, name: "x" }],
    ["a list, deeper", { id: "urn:a", achievement: { id: ["urn:a", "urn:b"] } }],
    ["a list, deeper, in a list", { id: "urn:a", parts: [{ part: { id: ["urn:a"] } }] }],
  ])("%s is refused", async (_name, credentialSubject) => {
    const issuer = await createIssuer();
    const signed = await addProof({ ...CREDENTIAL, credentialSubject }, CREATED, issuer.signer);
    expect(await check(JSON.stringify(signed), didPages([issuer.key]))).toMatchObject({
      verdict: "invalid",
      says: expect.stringContaining("must be one URL"),
    });
  });
});

test("an address that a host trips over leaves the verdict open", async () => {
  const issuer = await createIssuer();
  const entry = { type: "BitstringStatusListEntry", statusPurpose: "revocation", statusListIndex: "1" };
  const credentialStatus = { ...entry, statusListCredential: "::not an address" };
  const text = JSON.stringify(await addProof({ ...CREDENTIAL, credentialStatus }, CREATED, issuer.signer));
  const web = fetchFrom(didPages([issuer.key]));
  const fetchText = (url: string) => web(new URL(url).href);
  const report = await checkCredential(text, { now: NOW, crypto: crypto.subtle, gzip, fetchText });
  expect(report.verdict).toBe("undetermined");
});

const P256_METHOD =
  "did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169#zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169";

function envelope(mediaType: string, token: string): string {
  const context = ["https://www.w3.org/ns/credentials/v2"];
  return JSON.stringify({
    "@context": context,
    id: `data:${mediaType},${token}`,
    type: "EnvelopedVerifiableCredential",
  });
}

async function proofWith(change: JsonObject): Promise<string> {
  const issuer = await createIssuer();
  const signed = await addProof(CREDENTIAL, CREATED, issuer.signer);
  return JSON.stringify({ ...signed, proof: { ...(signed["proof"] as JsonObject), ...change } });
}

async function oldModel(issuer: TestIssuer): Promise<string> {
  const { validFrom: issuanceDate, validUntil: expirationDate, ...rest } = CREDENTIAL;
  const old = { ...rest, issuanceDate, expirationDate, "@context": ["https://www.w3.org/2018/credentials/v1"] };
  return JSON.stringify(await addProof(old, CREATED, issuer.signer));
}

/** Signs as `addProof` does, for another purpose: a presentation is made by its holder. */
async function proveWith(
  content: JsonObject,
  options: JsonObject,
  { signer }: Awaited<ReturnType<typeof createIssuer>>,
): Promise<JsonObject> {
  const proof = { ...options, verificationMethod: signer.verificationMethod };
  const hashes = await Promise.all(
    [proof, content].map(async (value) => {
      const canonical = canonicalizeJson(value);
      const bytes = new TextEncoder().encode(canonical.ok ? canonical.value : "");
      return new Uint8Array(await signer.digest("SHA-256", Uint8Array.from(bytes)));
    }),
  );
  const signature = await signer.sign(Uint8Array.from(hashes.flatMap((hash) => [...hash])));
  return { ...content, proof: { ...proof, proofValue: `z${encodeBase58(signature)}` } };
}
