import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

import { verifySshsig } from "#core/trust/signatures/verify-sshsig.ts";

import { generateSigningKey, publicKeyBlob, SIGNING_KEY_TYPE, signSshsig } from "../../../tooling/demo/sign-sshsig.ts";

const MESSAGE = Uint8Array.from(new TextEncoder().encode("subject: demo-alpha\n"));
const hasSshKeygen = spawnSync("ssh-keygen", ["-Y", "verify"]).error === undefined;

test("a signature of the demonstration passes our own verifier", async () => {
  const key = generateSigningKey();
  const registered = { name: "demo", type: SIGNING_KEY_TYPE, blob: publicKeyBlob(key) };
  const signature = signSshsig(key, "report", MESSAGE);
  const now = new Date("2026-11-20T12:00:00Z");
  expect(
    await verifySshsig({
      signature,
      message: MESSAGE,
      namespace: "report",
      keys: [registered],
      now,
      crypto: crypto.subtle,
    }),
  ).toEqual({ ok: true, value: registered });
});

test.skipIf(!hasSshKeygen)("ssh-keygen -Y verify accepts it (skipped where ssh-keygen is not installed)", () => {
  const folder = mkdtempSync(join(tmpdir(), "stele-demo-"));
  const key = generateSigningKey();
  writeFileSync(join(folder, "signers"), `demo namespaces="report" ${SIGNING_KEY_TYPE} ${publicKeyBlob(key)}\n`);
  writeFileSync(join(folder, "sig"), signSshsig(key, "report", MESSAGE));
  const options = [
    "-Y",
    "verify",
    "-f",
    join(folder, "signers"),
    "-I",
    "demo",
    "-n",
    "report",
    "-s",
    join(folder, "sig"),
  ];
  const outcome = spawnSync("ssh-keygen", options, { input: MESSAGE, encoding: "utf8" });
  rmSync(folder, { recursive: true });
  expect(outcome.stdout).toContain('Good "report" signature for demo');
  expect(outcome.status).toBe(0);
});
