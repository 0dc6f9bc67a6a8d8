import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";

import { buildDidDocument, didWebOf, didWebUrl, findKey } from "#core/trust/credentials/did-document.ts";
import { encodeMultikey } from "#core/trust/credentials/multikey.ts";

import { createIssuer, ISSUER, type TestIssuer } from "./test-issuer.ts";

let old: TestIssuer;
const NOW = new Date("2026-11-20T12:00:00Z");
let current: TestIssuer;

beforeAll(async () => {
  [old, current] = await Promise.all([createIssuer("k2025"), createIssuer("k2026")]);
});

describe("did:web", () => {
  test.each([
    ["https://certs.example.org", "did:web:certs.example.org", "https://certs.example.org/.well-known/did.json"],
    ["https://certs.example:8443", "did:web:certs.example%3A8443", "https://certs.example:8443/.well-known/did.json"],
    ["http://localhost:8787", "did:web:localhost%3A8787", "http://localhost:8787/.well-known/did.json"],
  ])("%s is %s", (origin, did, url) => {
    expect(didWebOf(origin)).toBe(did);
    expect(didWebUrl(did)).toBe(url);
  });

  test("a path of the DID is a path of the address", () => {
    expect(didWebUrl("did:web:example.org:user:alice")).toBe("https://example.org/user/alice/did.json");
  });

  test.each([
    "did:key:z6Mk",
    "did:web:",
    "did:web:exa mple",
    "did:web:example.org/x",
    "did:web:example.org:..:x",
    "did:web:a@b",
    "did:web:example.org%2Fx",
    "did:web:localhost.example.org#k",
  ])("%s has no address", (did) => {
    expect(didWebUrl(did)).toBeUndefined();
  });

  test("only this machine is asked without encryption", () => {
    fc.assert(
      fc.property(fc.domain(), (domain) => {
        expect(didWebUrl(`did:web:${domain}`) ?? "https:").toMatch(/^https:/);
      }),
    );
    expect(didWebUrl("did:web:localhost.example.org")).toMatch(/^https:/);
  });
});

describe("a DID document", () => {
  test("is written as DID Core and Controlled Identifiers have it", () => {
    const document = buildDidDocument(ISSUER, [current.key]);
    expect(document).toEqual({
      "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
      id: ISSUER,
      verificationMethod: [
        {
          id: `${ISSUER}#k2026`,
          type: "Multikey",
          controller: ISSUER,
          publicKeyMultibase: encodeMultikey(current.key.publicKey),
        },
      ],
      assertionMethod: [`${ISSUER}#k2026`],
    });
  });

  test("vouches for the current key and for old ones", () => {
    const document = buildDidDocument(ISSUER, [current.key, old.key]);
    expect(findKey(document, `${ISSUER}#k2025`, "assertionMethod", NOW)).toEqual({
      ok: true,
      value: { kind: "Ed25519", raw: old.key.publicKey },
    });
    expect(findKey(document, `${ISSUER}#k2026`, "assertionMethod", NOW)).toEqual({
      ok: true,
      value: { kind: "Ed25519", raw: current.key.publicKey },
    });
  });

  test.each([
    ["about another DID", (document: object) => ({ ...document, id: "did:web:evil.example" })],
    ["without the key", (document: object) => ({ ...document, verificationMethod: [] })],
    ["that does not list the key for assertions", (document: object) => ({ ...document, assertionMethod: [] })],
    ["that is a list", () => []],
    ["that is nothing", () => undefined],
  ])("%s does not vouch", (_name, change) => {
    const outcome = findKey(change(buildDidDocument(ISSUER, [current.key])), `${ISSUER}#k2026`, "assertionMethod", NOW);
    expect(outcome.ok).toBe(false);
  });

  test("of a key that another controls does not vouch", () => {
    const document = buildDidDocument(ISSUER, [current.key]);
    const [method] = document["verificationMethod"] as object[];
    const forged = { ...document, verificationMethod: [{ ...method, controller: "did:web:other.example" }] };
    expect(findKey(forged, `${ISSUER}#k2026`, "assertionMethod", NOW)).toMatchObject({ ok: false });
  });

  test.each([
    ["revoked", { revoked: "2026-11-20T11:59:59Z" }, "was revoked"],
    ["revoked at this very instant", { revoked: "2026-11-20T12:00:00Z" }, "was revoked"],
    ["expired", { expires: "2026-01-01T00:00:00+01:00" }, "expired"],
    ["revoked some time that cannot be read", { revoked: "yesterday" }, "no date"],
    ["revoked, said as truth value", { revoked: true }, "no date"],
  ])("of a key that is %s does not vouch", (_name, end, detail) => {
    const document = buildDidDocument(ISSUER, [current.key]);
    const [method] = document["verificationMethod"] as object[];
    const ended = { ...document, verificationMethod: [{ ...method, ...end }] };
    expect(findKey(ended, `${ISSUER}#k2026`, "assertionMethod", NOW)).toMatchObject({
      failure: { detail: expect.stringContaining(detail) },
    });
  });

  test("of a key that ends later vouches until then", () => {
    const document = buildDidDocument(ISSUER, [current.key]);
    const [method] = document["verificationMethod"] as object[];
    const later = { ...method, expires: "2026-11-20T12:00:01Z", revoked: "2027-01-01T00:00:00Z" };
    const ending = { ...document, verificationMethod: [later] };
    expect(findKey(ending, `${ISSUER}#k2026`, "assertionMethod", NOW)).toMatchObject({ ok: true });
    expect(findKey(ending, `${ISSUER}#k2026`, "assertionMethod", new Date("2026-11-20T12:00:01Z"))).toMatchObject({
      ok: false,
    });
  });

  test("with two keys of one name vouches for none of them", () => {
    const document = buildDidDocument(ISSUER, [current.key]);
    const [method] = document["verificationMethod"] as object[];
    const twice = { ...document, verificationMethod: [{ ...method, revoked: "2020-01-01T00:00:00Z" }, method] };
    expect(findKey(twice, `${ISSUER}#k2026`, "assertionMethod", NOW)).toMatchObject({ ok: false });
  });

  test("of any other form does not make the search throw", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (method, asserting) => {
        const document = { id: ISSUER, verificationMethod: method, assertionMethod: asserting };
        expect(findKey(document, `${ISSUER}#k2026`, "assertionMethod", NOW).ok).toBe(false);
      }),
    );
  });
});
