import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";

import { decodeBase64, encodeBase64 } from "#core/trust/signatures/base64.ts";
import { concatBytes, wireString } from "#core/trust/signatures/ssh-wire.ts";
import { parseSshsig, ARMOR_BEGIN, ARMOR_END } from "#core/trust/signatures/sshsig.ts";
import { verifySshsig, type RegisteredKey } from "#core/trust/signatures/verify-sshsig.ts";

import { armor, createSigner, KEY_KINDS, type KeyKind, type TestSigner } from "./sign-with-webcrypto.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
const MESSAGE = "---\nsubject: demo-alpha\n";
const signers = new Map<KeyKind, TestSigner>();

beforeAll(async () => {
  for (const kind of KEY_KINDS) signers.set(kind, await createSigner(kind));
});

function signer(kind: KeyKind = "ssh-ed25519"): TestSigner {
  return signers.get(kind) as TestSigner;
}

function verify(signature: string, keys: readonly RegisteredKey[], message = MESSAGE, namespace = "report") {
  return verifySshsig({
    signature,
    message: Uint8Array.from(new TextEncoder().encode(message)),
    namespace,
    keys,
    now: NOW,
    crypto: crypto.subtle,
  });
}

describe.each(KEY_KINDS)("a signature by %s", (kind) => {
  test.each(["sha256", "sha512"] as const)("over a %s digest is accepted and names the key", async (hash) => {
    const { key, sign } = signer(kind);
    expect(await verify(await sign(MESSAGE, { hash }), [key])).toEqual({ ok: true, value: key });
  });

  test("is refused when one byte of the message differs", async () => {
    const { key, sign } = signer(kind);
    const outcome = await verify(await sign(MESSAGE), [key], MESSAGE.replace("alpha", "alphb"));
    expect(outcome).toEqual({ ok: false, failure: { reason: "wrong-signature", keyName: "test" } });
  });

  test("is refused when one bit of the signature differs, wherever it is", async () => {
    const { key, sign } = signer(kind);
    const lines = (await sign(MESSAGE)).trimEnd().split("\n").slice(1, -1);
    const blob = decodeBase64(lines.join("")) as Uint8Array<ArrayBuffer>;
    for (let bit = 0; bit < blob.length * 8; bit += 37) {
      const flipped = Uint8Array.from(blob);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect((await verify(armor(flipped), [key])).ok, `bit ${bit}`).toBe(false);
    }
  });

  test("is refused when bytes follow it", async () => {
    const { key, sign } = signer(kind);
    const blob = decodeBase64((await sign(MESSAGE)).trimEnd().split("\n").slice(1, -1).join("")) as Uint8Array;
    expect(await verify(armor(concatBytes(blob, Uint8Array.of(0))), [key])).toEqual({
      ok: false,
      failure: { reason: "malformed-signature" },
    });
  });
});

test("a signature for another namespace is refused with both names", async () => {
  const { key, sign } = signer();
  expect(await verify(await sign(MESSAGE, { namespace: "file" }), [key])).toEqual({
    ok: false,
    failure: { reason: "wrong-namespace", expected: "report", actual: "file" },
  });
});

test("a signature by a key that nobody registered is refused", async () => {
  const stranger = await createSigner("ssh-ed25519", "stranger");
  expect(await verify(await stranger.sign(MESSAGE), [signer().key])).toEqual({
    ok: false,
    failure: { reason: "unregistered-key" },
  });
});

test("the second of two registered keys may sign too", async () => {
  const { key, sign } = signer("ecdsa-sha2-nistp384");
  expect(await verify(await sign(MESSAGE), [signer().key, key])).toEqual({ ok: true, value: key });
});

test("an RSA signature with SHA-1 is refused by its algorithm", async () => {
  const { key, sign } = signer("ssh-rsa");
  expect(await verify(await sign(MESSAGE, { rsaAlgorithm: "ssh-rsa" }), [key])).toEqual({
    ok: false,
    failure: { reason: "algorithm-mismatch", algorithm: "ssh-rsa", expected: ["rsa-sha2-256", "rsa-sha2-512"] },
  });
});

test("an RSA signature with SHA-256 is accepted", async () => {
  const { key, sign } = signer("ssh-rsa");
  expect((await verify(await sign(MESSAGE, { rsaAlgorithm: "rsa-sha2-256" }), [key])).ok).toBe(true);
});

test("an RSA key of 1024 bits is refused as weak", async () => {
  const { key, sign } = await createSigner("ssh-rsa", "short", 1024);
  expect(await verify(await sign(MESSAGE), [key])).toEqual({
    ok: false,
    failure: { reason: "weak-key", bits: 1024, leastBits: 2048 },
  });
});

test.each(["sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com"] as const)(
  "a signature by %s that nobody confirmed by touch is refused",
  async (kind) => {
    const { key, sign } = signer(kind);
    expect(await verify(await sign(MESSAGE, { flags: 0 }), [key])).toEqual({
      ok: false,
      failure: { reason: "not-touched" },
    });
  },
);

test.each([
  ["before its first instant", { validFrom: new Date(NOW.getTime() + 1) }, "key-not-yet-valid"],
  ["at its end", { validUntil: NOW }, "key-no-longer-valid"],
])("a key may not sign %s", async (_name, validity, reason) => {
  const { key, sign } = signer();
  const outcome = await verify(await sign(MESSAGE), [{ ...key, ...validity }]);
  expect(outcome).toMatchObject({ ok: false, failure: { reason } });
});

test("a key may sign from its first instant until just before its end", async () => {
  const { key, sign } = signer();
  const validUntil = new Date(NOW.getTime() + 1);
  expect((await verify(await sign(MESSAGE), [{ ...key, validFrom: NOW, validUntil }])).ok).toBe(true);
});

test("a key that is registered for two spans of time may sign in either", async () => {
  const { key, sign } = signer();
  const over = { ...key, name: "first", validUntil: new Date(NOW.getTime() - 1) };
  const current = { ...key, name: "second", validFrom: NOW };
  expect(await verify(await sign(MESSAGE), [over, current])).toMatchObject({ ok: true, value: { name: "second" } });
});

test("armor with CRLF line ends is the same signature", async () => {
  const { key, sign } = signer();
  expect((await verify((await sign(MESSAGE)).replaceAll("\n", "\r\n"), [key])).ok).toBe(true);
});

test.each([
  ["nothing", "", "missing-armor"],
  ["text before the armor", ` ${ARMOR_BEGIN}\nAAAA\n${ARMOR_END}\n`, "missing-armor"],
  ["text after the armor", `${ARMOR_BEGIN}\nAAAA\n${ARMOR_END}\nmore`, "missing-armor"],
  ["armor around nothing", `${ARMOR_BEGIN}\n${ARMOR_END}`, "missing-armor"],
  ["characters that are not base64", `${ARMOR_BEGIN}\nU1NI*1NJ\n${ARMOR_END}`, "malformed-base64"],
  ["another magic word", `${ARMOR_BEGIN}\n${btoa("SSHSIX\0\0\0\u0001")}\n${ARMOR_END}`, "malformed-signature"],
  ["a version from the future", `${ARMOR_BEGIN}\n${btoa("SSHSIG\0\0\0\u0002")}\n${ARMOR_END}`, "unsupported-version"],
  ["a megabyte of A", `${ARMOR_BEGIN}\n${"A".repeat(1 << 20)}\n${ARMOR_END}`, "armor-too-long"],
])("%s is not a signature", (_name, text, reason) => {
  expect(parseSshsig(text)).toMatchObject({ ok: false, failure: { reason } });
});

test("an unknown message hash is named", () => {
  const fields = [new Uint8Array(3), "report", "", "md5", "x"].map((field) => wireString(field));
  const blob = concatBytes(new TextEncoder().encode("SSHSIG\0\0\0\u0001"), ...fields);
  expect(parseSshsig(armor(blob))).toEqual({ ok: false, failure: { reason: "unsupported-hash", hash: "md5" } });
});

test("no text and no blob makes the verifier throw", async () => {
  const { key } = signer();
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.uint8Array({ maxLength: 300 }).map(armor)), async (text) => {
      expect((await verify(text, [key])).ok).toBe(false);
    }),
  );
});

test("no registered blob makes the verifier throw", async () => {
  const type = wireString("ecdsa-sha2-nistp256");
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 120 }), fc.uint8Array({ maxLength: 120 }), async (rest, signature) => {
      const publicKey = concatBytes(type, wireString("nistp256"), rest);
      const fields = [publicKey, "report", "", "sha512", signature].map((field) => wireString(field));
      const text = armor(concatBytes(new TextEncoder().encode("SSHSIG\0\0\0\u0001"), ...fields));
      const outcome = await verify(text, [{ name: "odd", type: "ecdsa", blob: encodeBase64(publicKey) }]);
      expect(outcome.ok).toBe(false);
    }),
  );
});
