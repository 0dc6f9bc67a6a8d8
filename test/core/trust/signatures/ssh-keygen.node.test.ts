// Signatures by the real `ssh-keygen`, the tool of every submitter; skipped (and said so) where it is not installed.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { verifySshsig, type RegisteredKey } from "#core/trust/signatures/verify-sshsig.ts";

const isInstalled = spawnSync("ssh-keygen", ["-Y", "sign"]).error === undefined;
const MESSAGE = Uint8Array.from(new TextEncoder().encode("---\nsubject: demo-alpha\r\nnote: Straße ✓\n"));

const KINDS: [name: string, options: string[]][] = [
  ["ed25519", ["-t", "ed25519"]],
  ["ecdsa 256", ["-t", "ecdsa", "-b", "256"]],
  ["ecdsa 384", ["-t", "ecdsa", "-b", "384"]],
  ["ecdsa 521", ["-t", "ecdsa", "-b", "521"]],
  ["rsa 2048", ["-t", "rsa", "-b", "2048"]],
  ["rsa 3072", ["-t", "rsa", "-b", "3072"]],
];

describe.skipIf(!isInstalled)("ssh-keygen -Y sign (skipped where ssh-keygen is not installed)", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "stele-sshsig-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function generate(name: string, options: string[]): { path: string; key: RegisteredKey } {
    const path = join(folder, name.replaceAll(" ", "-"));
    rmSync(path, { force: true });
    execFileSync("ssh-keygen", [...options, "-q", "-N", "", "-C", name, "-f", path]);
    const [type = "", blob = ""] = readFileSync(`${path}.pub`, "utf8").split(" ");
    return { path, key: { name, type, blob } };
  }
  function sign(path: string, namespace: string, ...options: string[]): string {
    const file = join(folder, "message");
    writeFileSync(file, MESSAGE);
    rmSync(`${file}.sig`, { force: true });
    execFileSync("ssh-keygen", ["-Y", "sign", "-q", "-n", namespace, "-f", path, ...options, file], {
      stdio: "ignore",
    });
    return readFileSync(`${file}.sig`, "utf8");
  }
  function verify(signature: string, key: RegisteredKey, message = MESSAGE) {
    const now = new Date("2026-11-20T12:00:00Z");
    return verifySshsig({ signature, message, namespace: "report", keys: [key], now, crypto: crypto.subtle });
  }

  test.each(KINDS)("with %s is accepted, over sha512 and sha256", async (name, options) => {
    const { path, key } = generate(name, options);
    expect(await verify(sign(path, "report"), key)).toEqual({ ok: true, value: key });
    expect(await verify(sign(path, "report", "-O", "hashalg=sha256"), key)).toEqual({ ok: true, value: key });
  });

  test.each(KINDS)("with %s is refused for a flipped byte and another namespace", async (name, options) => {
    const { path, key } = generate(name, options);
    const flipped = MESSAGE.map((byte, index) => (index === 5 ? byte ^ 1 : byte));
    expect(await verify(sign(path, "report"), key, flipped)).toMatchObject({ failure: { reason: "wrong-signature" } });
    expect(await verify(sign(path, "file"), key)).toMatchObject({ failure: { reason: "wrong-namespace" } });
  });
});
