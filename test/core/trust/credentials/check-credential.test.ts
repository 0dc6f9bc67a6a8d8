import { beforeAll, describe, expect, test } from "vitest";

import { checkCredential } from "#core/trust/credentials/check-credential.ts";
import { addProof } from "#core/trust/credentials/data-integrity.ts";
import type { JsonObject } from "#core/trust/credentials/json-value.ts";
import { buildStatusList, statusEntry, type StatusPurpose } from "#core/trust/credentials/status-list.ts";
import { signVcJwt } from "#core/trust/credentials/vc-jwt.ts";

import { createIssuer, CREDENTIAL, didPages, fetchFrom, gzip, ISSUER, type TestIssuer } from "./test-issuer.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
const CREATED = new Date("2026-07-01T08:00:00Z");
const listUrl = (purpose: StatusPurpose) => `https://certs.example/status-lists/${purpose}/1`;
const WITH_STATUS: JsonObject = {
  ...CREDENTIAL,
  credentialStatus: [
    statusEntry(listUrl("revocation"), "revocation", 17),
    statusEntry(listUrl("suspension"), "suspension", 17),
  ],
};
let issuer: TestIssuer;

beforeAll(async () => {
  issuer = await createIssuer();
});

interface Situation {
  readonly text?: string;
  readonly credential?: JsonObject;
  readonly revoked?: readonly number[];
  readonly suspended?: readonly number[];
  readonly pages?: Readonly<Record<string, unknown>>;
  readonly now?: Date;
}

async function list(purpose: StatusPurpose, setEntries: readonly number[], signer = issuer.signer, by = ISSUER) {
  const [validFrom, validUntil] = [new Date("2026-11-20T00:00:00Z"), new Date("2026-11-22T00:00:00Z")];
  const url = listUrl(purpose);
  const credential = await buildStatusList({ url, purpose, issuer: by, setEntries, validFrom, validUntil }, gzip);
  return addProof(credential, validFrom, signer);
}

async function check({
  text,
  credential = WITH_STATUS,
  revoked = [],
  suspended = [],
  pages = {},
  now = NOW,
}: Situation) {
  const web = {
    ...didPages([issuer.key]),
    [listUrl("revocation")]: await list("revocation", revoked),
    [listUrl("suspension")]: await list("suspension", suspended),
    ...pages,
  };
  const input = text ?? JSON.stringify(await addProof(credential, CREATED, issuer.signer));
  const report = await checkCredential(input, { now, crypto: crypto.subtle, gzip, fetchText: fetchFrom(web) });
  const notPassed = report.checks.filter(({ outcome }) => outcome !== "pass");
  return { verdict: report.verdict, names: report.checks.map(({ name }) => name), says: notPassed[0]?.message ?? "" };
}

describe("a credential that two readers could understand differently is refused:", () => {
  const signedText = async () => JSON.stringify(await addProof(WITH_STATUS, CREATED, issuer.signer));
  test.each<[string, (text: string) => string, string]>([
    ["a name twice", (text) => `{"name":"evil",${text.slice(1, -1)},"name":"real"}`, "twice"],
    ["a name twice, once in other letters", (text) => text.replace('"type"', '"\\u0074ype":["evil"],"type"'), "twice"],
    ["a name twice deep inside", (text) => text.replace('"count":2', '"count":1,"count":2'), "twice"],
    ["a proof twice", (text) => text.replace('"proof":', '"proof":{},"proof":'), "twice"],
    ["half a surrogate pair", (text) => text.replace('"urn:cloud:alpha"', '"\\ud800"'), "Unicode"],
    ["half a surrogate pair as a name", (text) => text.replace('"count"', '"\\udfff"'), "Unicode"],
    ["a number that no double holds", (text) => text.replace(":2,", ":1e400,"), "number"],
    ["a number that a double confuses with others", (text) => text.replace(":2,", ":9007199254740993,"), "number"],
  ])("%s", async (_name, change, word) => {
    const text = await signedText();
    const changed = change(text);
    expect(changed).not.toBe(text);
    const { verdict, says } = await check({ text: changed });
    expect([verdict, says]).toEqual(["invalid", expect.stringContaining(word)]);
  });

  test("so is a token, and the document of the issuer", async () => {
    const encode = (text: string) => btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
    const sign = async (header: string, payload: string) => {
      const signed = `${encode(header)}.${encode(payload)}`;
      const signature = await issuer.signer.sign(Uint8Array.from(new TextEncoder().encode(signed)));
      return `${signed}.${encode(String.fromCharCode(...signature))}`;
    };
    const header = `{"alg":"EdDSA","kid":"${ISSUER}#k1","typ":"vc+jwt"}`;
    const payload = JSON.stringify(CREDENTIAL);
    expect(await check({ text: await sign(header, payload) })).toMatchObject({ verdict: "valid" });
    const twice = payload.replace("{", '{"validUntil":"2099-01-01T00:00:00Z",');
    expect(await check({ text: await sign(header, twice) })).toMatchObject({ verdict: "invalid" });
    const critical = header.replace("{", '{"kid":"did:web:evil.example#k1",');
    expect(await check({ text: await sign(critical, payload) })).toMatchObject({ verdict: "invalid" });
    const [url = "", document] = Object.entries(didPages([issuer.key]))[0] ?? [];
    const pages = { [url]: JSON.stringify(document).replace("{", '{"id":"did:web:other.example",') };
    expect(await check({ pages })).toMatchObject({ verdict: "invalid", says: expect.stringContaining("twice") });
  });
});

describe("a certificate as credential", () => {
  test("is valid when all holds, and every step is told", async () => {
    expect(await check({})).toEqual({
      verdict: "valid",
      names: ["form", "signature", "issuer", "period", "status", "status"],
      says: "",
    });
  });

  test("is as valid as a JSON Web Token, with white space around it", async () => {
    const token = await signVcJwt(WITH_STATUS, issuer.signer);
    expect(await check({ text: `\n${token}\n` })).toMatchObject({ verdict: "valid" });
  });

  test.each([
    ["revoked", { revoked: [17] }, "It is revoked."],
    ["suspended", { suspended: [17] }, "It is suspended."],
  ])("is invalid when it is %s", async (_name, situation, says) => {
    expect(await check(situation)).toMatchObject({ verdict: "invalid", says });
  });

  test("is valid when its neighbors are revoked", async () => {
    expect(await check({ revoked: [16, 18] })).toMatchObject({ verdict: "valid" });
  });

  test("is invalid before and at the end of its term, to the second", async () => {
    const lists = { [listUrl("revocation")]: undefined };
    expect(await check({ now: new Date("2026-06-30T23:59:59Z"), pages: lists })).toMatchObject({
      says: "It is valid only from 2026-07-01T00:00:00Z on.",
    });
    expect(await check({ now: new Date("2027-07-01T00:00:00Z") })).toMatchObject({
      verdict: "invalid",
      says: "It was valid until 2027-07-01T00:00:00Z.",
    });
  });

  test("is invalid when a field was changed", async () => {
    const signed = await addProof(WITH_STATUS, CREATED, issuer.signer);
    const text = JSON.stringify({ ...signed, validUntil: "2028-07-01T00:00:00Z" });
    expect(await check({ text })).toMatchObject({ verdict: "invalid", says: expect.stringContaining("was changed") });
  });

  test("is invalid when another than the named issuer signed it", async () => {
    const forger = await createIssuer("k1", "did:web:evil.example");
    const text = JSON.stringify(await addProof(WITH_STATUS, CREATED, forger.signer));
    const { key } = forger;
    const pages = {
      "https://evil.example/.well-known/did.json": didPages([key], "did:web:evil.example")[
        "https://certs.example/.well-known/did.json"
      ],
    };
    expect(await check({ text, pages })).toMatchObject({
      verdict: "invalid",
      says: expect.stringContaining("signed with the key of another"),
    });
  });
});

describe("what cannot be had leaves the verdict open:", () => {
  test("the issuer's keys", async () => {
    const pages = { "https://certs.example/.well-known/did.json": undefined };
    expect(await check({ pages })).toMatchObject({ verdict: "undetermined", names: ["form", "signature"] });
  });

  test("a status list", async () => {
    const pages = { [listUrl("revocation")]: undefined };
    expect(await check({ pages })).toMatchObject({ verdict: "undetermined" });
  });

  test("a status list that is out of date, so that an old one cannot hide a revocation", async () => {
    expect(await check({ now: new Date("2026-11-22T00:00:00Z") })).toMatchObject({
      verdict: "undetermined",
      says: expect.stringContaining("was valid until"),
    });
  });

  test("a status list by another issuer, of another purpose, or from another address", async () => {
    const did = "did:web:evil.example";
    const forger = await createIssuer("k1", did);
    const foreign = {
      "https://evil.example/.well-known/did.json": didPages([forger.key], did)[
        "https://certs.example/.well-known/did.json"
      ],
      [listUrl("revocation")]: await list("revocation", [], forger.signer, did),
    };
    expect(await check({ pages: foreign })).toMatchObject({ says: expect.stringContaining("by another issuer") });
    const swapped = { [listUrl("revocation")]: await list("suspension", []) };
    expect(await check({ pages: swapped })).toMatchObject({ verdict: "undetermined" });
  });

  test("a status of another kind", async () => {
    const credential = { ...CREDENTIAL, credentialStatus: { type: "Rfc9999Status" } };
    expect(await check({ credential })).toMatchObject({ verdict: "undetermined" });
  });
});

test("a hundred status entries are refused before anything is fetched for them", async () => {
  const entry = statusEntry(listUrl("revocation"), "revocation", 1);
  const credential = { ...CREDENTIAL, credentialStatus: Array<unknown>(100).fill(entry) };
  expect(await check({ credential })).toMatchObject({ verdict: "invalid" });
});

test.each(["", "hello", "[]", "null", "{}", "a.b.c", '{"proof":{}}', `{"a":"${"x".repeat(1_000_001)}"}`])(
  "%.20j is invalid, and a sentence says why",
  async (text) => {
    const { verdict, says } = await check({ text });
    expect(verdict).toBe("invalid");
    expect(says).toMatch(/\.$/);
  },
);
