/** The vectors of W3C vc-di-eddsa; skipped where ../shared/corpus is absent. */
import { createPrivateKey, sign } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { decodeBase58 } from "#core/trust/credentials/base58.ts";
import { canonicalizeJson } from "#core/trust/credentials/canonicalize-json.ts";
import { addProof, verifyProof } from "#core/trust/credentials/data-integrity.ts";
import type { JsonObject } from "#core/trust/credentials/json-value.ts";
import { createKeyResolver } from "#core/trust/credentials/resolve-key.ts";

import { fetchFrom } from "./test-issuer.ts";

const CORPUS = join(import.meta.dirname, "../../../../../shared/corpus/badges/vc-di-eddsa");
const NOW = new Date("2026-11-20T12:00:00Z");
const NO_WEB = createKeyResolver(fetchFrom({}), NOW);

function read(name: string): JsonObject {
  return JSON.parse(readFileSync(join(CORPUS, name), "utf8")) as JsonObject;
}

/** The published test key: a seed of 32 bytes behind the multicodec `ed25519-priv`. */
function publishedKey() {
  const seed = decodeBase58(String(read("keyPair.json")["privateKeyMultibase"]).slice(1))?.slice(2, 34);
  const prefix = Buffer.from("302e020100300506032b657004220420", "hex");
  return createPrivateKey({ key: Buffer.concat([prefix, seed as Uint8Array]), format: "der", type: "pkcs8" });
}

describe.skipIf(!existsSync(CORPUS))("W3C vc-di-eddsa", () => {
  test("the signed example of eddsa-jcs-2022 verifies", async () => {
    const signed = read("eddsa-jcs-2022/signedJCS.json");
    expect(await verifyProof(signed, NO_WEB, crypto.subtle, { now: NOW })).toMatchObject({ ok: true });
  });

  test("signing the unsigned example gives exactly the published proof", async () => {
    const expected = read("eddsa-jcs-2022/signedJCS.json");
    const proof = expected["proof"] as Record<string, string>;
    const key = publishedKey();
    const signed = await addProof(read("unsigned.json"), new Date(proof["created"] ?? ""), {
      verificationMethod: proof["verificationMethod"] ?? "",
      sign: async (data) => new Uint8Array(sign(null, data, key)),
      digest: (algorithm, data) => crypto.subtle.digest(algorithm, data),
    });
    expect(signed).toEqual(expected);
  });

  test.each([
    ["unsigned.json", "eddsa-jcs-2022/canonDocJCS.txt"],
    ["eddsa-jcs-2022/proofConfigJCS.json", "eddsa-jcs-2022/proofCanonJCS.txt"],
  ])("the canonical form of %s is the published one", (input, output) => {
    expect(canonicalizeJson(read(input))).toEqual({ ok: true, value: readFileSync(join(CORPUS, output), "utf8") });
  });

  test.each(["eddsa-rdfc-2022/signedDataInt.json", "Ed25519Signature2020/signedEdSig.json"])(
    "%s is of another suite, and the verifier says so",
    async (name) => {
      const outcome = await verifyProof(read(name), NO_WEB, crypto.subtle, { now: NOW });
      expect(outcome).toMatchObject({ ok: false, failure: { reason: "unsupported-proof" } });
    },
  );
});
