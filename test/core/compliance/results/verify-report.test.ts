import { beforeAll, describe, expect, test } from "vitest";

import { splitSigned, verifyReport } from "#core/compliance/results/verify-report.ts";
import { readAllowedSigners } from "#core/trust/signatures/allowed-signers.ts";
import { keyFingerprint } from "#core/trust/signatures/verify-sshsig.ts";

import { createSigner, type TestSigner } from "../../trust/signatures/sign-with-webcrypto.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
const REPORT = "---\nsubject: demo-alpha\n";
let signer: TestSigner;

beforeAll(async () => {
  signer = await createSigner("ssh-ed25519", "build machine");
});

const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(new TextEncoder().encode(text));

async function verify(document: string, options?: { readonly namespace: string }) {
  const signature = await signer.sign(REPORT, options);
  return verifyReport({ signature, document: bytes(document), keys: [signer.key], now: NOW }, crypto.subtle);
}

describe("the signature of a report", () => {
  test("is genuine: who signed is named with the fingerprint of the key", async () => {
    const fingerprint = await keyFingerprint(signer.key.blob, crypto.subtle);
    expect(await verify(REPORT)).toEqual({
      isValid: true,
      message: `Signed with the key build machine (${fingerprint}), unchanged since.`,
    });
  });

  test("does not fit a report that was changed", async () => {
    expect(await verify(`${REPORT}#`)).toEqual({
      isValid: false,
      message: "The signature by key `build machine` does not fit the report; the report was changed after signing.",
    });
  });

  test("counts for reports alone", async () => {
    const { isValid, message } = await verify(REPORT, { namespace: "file" });
    expect(isValid).toBe(false);
    expect(message).toContain("`ssh-keygen -Y sign -n report`");
  });
});

describe("what was uploaded as one body", () => {
  test("is split into signature and report", async () => {
    const signature = await signer.sign(REPORT);
    const parts = splitSigned(bytes(`${signature.trimEnd()}\n&${REPORT}`));
    expect(new TextDecoder().decode(parts?.document)).toBe(REPORT);
    expect(parts?.signature.trimEnd()).toBe(signature.trimEnd());
  });

  test.each(["", "-----BEGIN", "{}", ` -----BEGIN SSH SIGNATURE-----\n`])("is something else: %j", (text) => {
    expect(splitSigned(bytes(text))).toBeUndefined();
  });
});

describe("a file of keys", () => {
  test("has a key on each line, with its name behind it", () => {
    const { type, blob } = signer.key;
    expect(
      readAllowedSigners(`${type} ${blob} of the build machine\r\n\n  # ${type} ${blob}\n${type} ${blob}`),
    ).toEqual([
      { name: "of the build machine", type, blob },
      { name: "of line 4", type, blob },
    ]);
  });

  test("may have other words before the key", () => {
    const { type, blob } = signer.key;
    const words = [`alpha@example.org namespaces="report" ${type} ${blob}`, `  no-pty ${type} ${blob}  a  b `];
    expect(readAllowedSigners(words.join("\n"))).toEqual([
      { name: "of line 1", type, blob, principals: "alpha@example.org", namespaces: "report" },
      { name: "a b", type, blob, principals: "no-pty" },
    ]);
  });

  test("has none in a line without a key, or with a key without its type", () => {
    expect(readAllowedSigners(`hello\n${signer.key.blob} alone\nssh-ed25519 AAAA\nssh-ed25519 BBBB`)).toEqual([]);
  });
});
