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

import { encodeBase64Url } from "#core/credentials/base64url.ts";
import { decodeBitstring, isEntrySet } from "#core/credentials/bitstring.ts";
import { addProof } from "#core/credentials/data-integrity.ts";
import { buildDidDocument } from "#core/credentials/did-document.ts";
import type { JsonObject } from "#core/credentials/json-value.ts";
import { buildStatusList, statusEntry } from "#core/credentials/status-list.ts";
import { signVcJwt } from "#core/credentials/vc-jwt.ts";

import { createIssuer, CREDENTIAL, gzip, ISSUER, type TestIssuer } from "./test-issuer.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
const CREATED = new Date("2026-07-01T08:00:00Z");
const LIST = "https://certs.example/status-lists/revocation/1";
let issuer: TestIssuer;

beforeAll(async () => {
  issuer = await createIssuer();
});

async function statusList(setEntries: readonly number[]): Promise<JsonObject> {
  // The library judges lists by its own clock.
  const [validFrom, validUntil] = [new Date("2026-01-01T00:00:00Z"), new Date("2126-01-01T00:00:00Z")];
  const list = { url: LIST, purpose: "revocation", issuer: ISSUER, setEntries, validFrom, validUntil } as const;
  return addProof(await buildStatusList(list, gzip), validFrom, issuer.signer);
}

/** What @digitalbazaar/vc says, with its own status check. */
async function judge(
  credential: JsonObject,
  setEntries: readonly number[] = [],
): Promise<"ok" | "revoked" | "refused"> {
  const did = buildDidDocument(ISSUER, [issuer.key]);
  const [method] = did["verificationMethod"] as JsonObject[];
  const list = await statusList(setEntries);
  const web: Readonly<Record<string, unknown>> = {
    [ISSUER]: did,
    [issuer.signer.verificationMethod]: { "@context": "https://w3id.org/security/multikey/v1", ...method },
    [LIST]: list,
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
