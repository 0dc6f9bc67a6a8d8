/**
 * Other people's implementations judge ours: jose (JSON Web Tokens) and the @digitalbazaar libraries (Data Integrity,
 * Bitstring Status List). They run in Node only.
 */
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { createVerifyCryptosuite } from "@digitalbazaar/eddsa-jcs-2022-cryptosuite";
import { verifyCredential } from "@digitalbazaar/vc";
import { checkStatus, createList } from "@digitalbazaar/vc-bitstring-status-list";
import { compactVerify, importJWK } from "jose";
import { beforeAll, describe, expect, test } from "vitest";

import { certificateCredential } from "#core/compliance/certificates/certificate-credential.ts";
import { encodeBase64Url } from "#core/trust/credentials/base64url.ts";
import { decodeBitstring, isEntrySet } from "#core/trust/credentials/bitstring.ts";
import { addProof } from "#core/trust/credentials/data-integrity.ts";
import { buildDidDocument } from "#core/trust/credentials/did-document.ts";
import type { JsonObject } from "#core/trust/credentials/json-value.ts";
import { buildStatusList, statusEntry } from "#core/trust/credentials/status-list.ts";
import { signVcJwt } from "#core/trust/credentials/vc-jwt.ts";

import { APPLIED, certificateAfter, GRANTED } from "../../compliance/certificates/sample-certificate.ts";
import { createIssuer, CREDENTIAL, gzip, ISSUER, type TestIssuer } from "./test-issuer.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
const CREATED = new Date("2026-07-01T08:00:00Z");
const LIST = "https://certs.example/status-lists/revocation/1";
let issuer: TestIssuer;

beforeAll(async () => {
  issuer = await createIssuer();
});

const SUSPENSIONS = "https://certs.example/status-lists/suspension/1";

async function statusList(setEntries: readonly number[], url = LIST): Promise<JsonObject> {
  // The library judges lists by its own clock.
  const [validFrom, validUntil] = [new Date("2026-01-01T00:00:00Z"), new Date("2126-01-01T00:00:00Z")];
  const purpose = url === LIST ? "revocation" : "suspension";
  const list = { url, purpose, issuer: ISSUER, setEntries, validFrom, validUntil } as const;
  return addProof(await buildStatusList(list, gzip), validFrom, issuer.signer);
}

/** What @digitalbazaar/vc says, with its own status check. */
async function judge(
  credential: JsonObject,
  setEntries: readonly number[] = [],
  forgedList?: JsonObject,
): Promise<"ok" | "revoked" | "refused"> {
  const did = buildDidDocument(ISSUER, [issuer.key]);
  const [method] = did["verificationMethod"] as JsonObject[];
  const list = forgedList ?? (await statusList(setEntries));
  const web: Readonly<Record<string, unknown>> = {
    [ISSUER]: did,
    [issuer.signer.verificationMethod]: { "@context": "https://w3id.org/security/multikey/v1", ...method },
    [LIST]: list,
    [SUSPENSIONS]: await statusList([], SUSPENSIONS),
  };
  const documentLoader = async (documentUrl: string) => {
    const document = web[documentUrl];
    if (document === undefined) throw new Error(`nothing is at ${documentUrl}`);
    return { contextUrl: null, documentUrl, document: structuredClone(document) };
  };
  const suite = new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() });
  const outcome = await verifyCredential({
    credential: structuredClone(credential),
    suite,
    documentLoader,
    now: NOW,
    checkStatus: (options: object) =>
      checkStatus({ ...options, suite, documentLoader, verifyBitstringStatusListCredential: true }),
  });
  if (!outcome.verified) return "refused";
  return outcome.statusResult?.results.some(({ status }) => status) === false ? "ok" : "revoked";
}

describe("@digitalbazaar/vc", () => {
  const credential = { ...CREDENTIAL, credentialStatus: statusEntry(LIST, "revocation", 17) };

  test("verifies our credential with our status list", async () => {
    expect(await judge(await addProof(credential, CREATED, issuer.signer))).toBe("ok");
  });

  test("finds our credential revoked by our status list, and not by the entry beside it", async () => {
    const signed = await addProof(credential, CREATED, issuer.signer);
    expect(await judge(signed, [17])).toBe("revoked");
    expect(await judge(signed, [16, 18])).toBe("ok");
  });

  test("refuses our credential when any member is changed", async () => {
    const signed = await addProof(credential, CREATED, issuer.signer);
    for (const name of Object.keys(credential).filter((member) => member !== "@context")) {
      const changed = name === "validFrom" || name === "validUntil" ? "2026-08-01T00:00:00Z" : undefined;
      const forged = { ...signed, [name]: changed ?? { ...(signed[name] as object), more: "x" } };
      expect(await judge(forged), name).toBe("refused");
    }
  });
});

describe("a certificate and a status list as they are issued", () => {
  /** Every place of a JSON value that holds a text, number or boolean. */
  function leavesOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
    if (typeof value !== "object" || value === null) return [path];
    return Object.entries(value).flatMap(([name, member]) => leavesOf(member, [...path, name]));
  }

  /** The same with one leaf changed: another text of the same kind, so that the form stays right. */
  function changedAt(value: JsonObject, path: readonly string[]): JsonObject {
    const copy = structuredClone(value) as Record<string, unknown>;
    let parent = copy;
    for (const name of path.slice(0, -1)) parent = parent[name] as Record<string, unknown>;
    const name = path.at(-1) ?? "";
    const leaf = parent[name];
    const isDate = typeof leaf === "string" && /^\d{4}-\d{2}-\d{2}T/.test(leaf);
    parent[name] = isDate ? "2026-07-01T00:00:01Z" : `${String(leaf)}x`;
    return copy;
  }

  test("no member, however deep, can be changed without being noticed", async () => {
    const certificate = certificateAfter(APPLIED, GRANTED);
    const issued = { did: ISSUER, name: "Forum", origin: "https://certs.example" };
    const plain = certificateCredential(certificate, issued, NOW);
    if (plain === undefined) throw new Error("the sample certificate was not granted");
    const signed = await addProof(plain, CREATED, issuer.signer);
    const paths = leavesOf(signed);
    expect(paths.length).toBeGreaterThan(40);
    const unnoticed: string[] = [];
    for (const path of paths) {
      if ((await judge(changedAt(signed, path))) !== "refused") unnoticed.push(path.join("/"));
    }
    expect(unnoticed).toEqual([]);
    expect(await judge(signed)).toBe("ok");
    expect(await judge(signed, [certificate.number])).toBe("revoked");
  });

  test("a list with one changed member makes the credential fail", async () => {
    const signed = await addProof(
      { ...CREDENTIAL, credentialStatus: statusEntry(LIST, "revocation", 17) },
      CREATED,
      issuer.signer,
    );
    const list = await statusList([]);
    for (const path of leavesOf(list)) {
      expect(await judge(signed, [], changedAt(list, path)), path.join("/")).not.toBe("ok");
    }
  });
});

test("@digitalbazaar/vc-bitstring-status-list writes lists that we read alike", async () => {
  const theirs = await createList({ length: 131_072 });
  for (const entry of [0, 17, 131_071]) theirs.setStatus(entry, true);
  const bits = await decodeBitstring(await theirs.encode(), gzip);
  expect(bits.ok && [0, 1, 17, 18, 131_070, 131_071].filter((entry) => isEntrySet(bits.value, entry))).toEqual([
    0, 17, 131_071,
  ]);
});

test("jose verifies our token and reads the credential in it", async () => {
  const key = await importJWK({ kty: "OKP", crv: "Ed25519", x: encodeBase64Url(issuer.key.publicKey) }, "EdDSA");
  const { payload, protectedHeader } = await compactVerify(await signVcJwt(CREDENTIAL, issuer.signer), key);
  expect(protectedHeader).toEqual({ alg: "EdDSA", typ: "vc+jwt", cty: "vc", kid: `${ISSUER}#k1` });
  expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(CREDENTIAL);
});
