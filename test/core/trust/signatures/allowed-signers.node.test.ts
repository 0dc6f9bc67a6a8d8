/** Verdicts on files of allowed signers, compared with those of the real ssh-keygen; skipped where it is not installed. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { readAllowedSigners } from "#core/trust/signatures/allowed-signers.ts";
import { matchesPatternList } from "#core/trust/signatures/pattern-list.ts";
import { verifyReport } from "#core/compliance/results/verify-report.ts";

const HAS_KEYGEN = spawnSync("ssh-keygen", ["-?"]).error === undefined;
const DOCUMENT = "---\nsubject: alpha\n";
let folder = "";

function keygen(args: readonly string[], input = ""): number | null {
  return spawnSync("ssh-keygen", args, { cwd: folder, input }).status;
}

/** The public key of a file: type and base64. */
function pub(name: string): string {
  return readFileSync(join(folder, `${name}.pub`), "utf8")
    .split(" ")
    .slice(0, 2)
    .join(" ");
}

function makeKey(name: string, ...kind: readonly string[]): void {
  keygen(["-q", "-t", ...kind, "-N", "", "-C", name, "-f", name]);
}

/** A copy of a key with a certificate, and the signature that it makes. */
function certify(name: string, ...options: readonly string[]): void {
  for (const end of ["", ".pub"])
    writeFileSync(join(folder, name + end), readFileSync(join(folder, `k1${end}`)), { mode: 0o600 });
  keygen(["-q", "-s", "ca", "-I", name, ...options, `${name}.pub`]);
  sign(name, `${name}-cert.pub`);
}

function sign(name: string, key = name, namespace = "report"): void {
  const { status, stdout, stderr } = spawnSync("ssh-keygen", ["-q", "-Y", "sign", "-n", namespace, "-f", key], {
    cwd: folder,
    input: DOCUMENT,
  });
  if (status !== 0) throw new Error(String(stderr));
  writeFileSync(join(folder, `${name}.sig`), stdout);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "stele-signers-"));
  if (!HAS_KEYGEN) return;
  makeKey("k1", "ed25519");
  makeKey("k2", "ed25519");
  makeKey("ca", "ed25519");
  makeKey("ec", "ecdsa", "-b", "256");
  makeKey("rsa", "rsa", "-b", "2048");
  for (const name of ["k1", "k2", "ec", "rsa", "ca"]) sign(name);
  certify("cert", "-n", "alpha,bravo", "-V", "-1d:+1d");
  certify("cert-ended", "-n", "alpha", "-V", "-2d:-1d");
  certify("cert-later", "-n", "alpha", "-V", "+1d:+2d");
  certify("cert-bravo", "-n", "bravo", "-V", "always:forever");
  certify("cert-host", "-h", "-n", "alpha", "-V", "always:forever");
  certify("cert-nobody", "-V", "always:forever");
});

afterAll(() => rmSync(folder, { recursive: true }));

async function ours(file: string, signer: string, identity: string): Promise<boolean> {
  const keys = readAllowedSigners(file, (...parts) => new Date(...parts));
  const signature = readFileSync(join(folder, `${signer}.sig`), "utf8");
  const document = Uint8Array.from(Buffer.from(DOCUMENT));
  const verdict = await verifyReport({ signature, document, keys, identity, now: new Date() }, crypto.subtle);
  return verdict.isValid;
}

function theirs(file: string, signer: string, identity: string): boolean {
  writeFileSync(join(folder, "allowed"), file);
  return (
    keygen(["-Y", "verify", "-f", "allowed", "-I", identity, "-n", "report", "-s", `${signer}.sig`], DOCUMENT) === 0
  );
}

/** `{k1}` stands for the public key of that name; the signer is k1 and the identity alpha unless said otherwise. */
const FILES: readonly (readonly [file: string, signer?: string, identity?: string])[] = [
  ["alpha {k1}"],
  ["alpha {k1} with a comment"],
  ["alpha {k2}"],
  ["bravo {k1}"],
  ["alpha,bravo {k1}"],
  ["bravo,alpha {k1}"],
  ["al* {k1}"],
  ["*,!alpha {k1}"],
  ["!alpha,* {k1}"],
  ["*,!bravo {k1}"],
  ["alph? {k1}"],
  ["ALPHA {k1}"],
  ['"alpha" {k1}'],
  ["# alpha {k1}"],
  ["  \talpha {k1}"],
  ["alpha   {k1}"],
  ["\n\nalpha {k1}\n"],
  ["alpha {ec}", "ec"],
  ["alpha {rsa}", "rsa"],
  ["alpha {rsa}", "ec"],
  ['alpha namespaces="report" {k1}'],
  ['alpha namespaces="file" {k1}'],
  ['alpha namespaces="file,report" {k1}'],
  ['alpha namespaces="rep*" {k1}'],
  ['alpha namespaces="*,!report" {k1}'],
  ['alpha NAMESPACES="report" {k1}'],
  ['alpha namespaces="file" {k1}\nalpha {k1}'],
  ['alpha namespaces="" {k1}'],
  ["alpha namespaces=report {k1}\nalpha {k1}"],
  ['alpha namespaces="a",namespaces="report" {k1}'],
  ['alpha valid-before="20200101" {k1}'],
  ['alpha valid-before="20990101" {k1}'],
  ['alpha valid-after="20200101" {k1}'],
  ['alpha valid-after="20990101" {k1}'],
  ['alpha valid-after="20200101",valid-before="20990101" {k1}'],
  ['alpha valid-after="20990101",valid-before="20200101" {k1}\nalpha {k1}'],
  ['alpha valid-before="209901010000" {k1}'],
  ['alpha valid-before="20990101000000" {k1}'],
  ['alpha valid-before="20990101000000Z" {k1}'],
  ['alpha valid-before="20200101Z" {k1}'],
  ['alpha valid-before="2099-01-01" {k1}\nalpha {k1}'],
  ['alpha valid-before="20991301" {k1}\nalpha {k1}'],
  ['alpha valid-before="20990230" {k1}'],
  ['alpha valid-before="soon" {k1}'],
  ['alpha valid-before="20200101" {k1}\nalpha {k1}'],
  ['alpha namespaces="report",valid-before="20200101" {k1}'],
  ["alpha unknown-option {k1}\nalpha {k1}"],
  ["bravo unknown-option {k1}\nalpha {k1}"],
  ['alpha namespaces="report {k1}\nalpha {k1}'],
  ['alpha namespaces="report", {k1}'],
  ["nonsense\nalpha {k1}"],
  ["alpha ssh-ed25519 AAAAnonsense\nalpha {k1}"],
  ["bravo ssh-ed25519 AAAAnonsense\nalpha {k1}"],
  ["alpha cert-authority {k1}"],
  ["alpha cert-authority {k1}\nalpha {k1}"],
  ["alpha cert-authority {ca}", "cert"],
  ["alpha {ca}", "cert"],
  ["alpha {k1}", "cert"],
  ["alpha cert-authority {k2}", "cert"],
  ["bravo cert-authority {ca}", "cert"],
  ["* cert-authority {ca}", "cert"],
  ["* cert-authority {ca}", "cert", "charlie"],
  ["* cert-authority {ca}", "cert", "bravo"],
  ["alpha cert-authority {ca}", "cert-ended"],
  ["alpha cert-authority {ca}", "cert-later"],
  ["* cert-authority {ca}", "cert-bravo"],
  ["* cert-authority {ca}", "cert-host"],
  ["* cert-authority {ca}", "cert-nobody"],
  ['alpha cert-authority,namespaces="report" {ca}', "cert"],
  ['alpha cert-authority,namespaces="file" {ca}', "cert"],
  ['alpha cert-authority,valid-before="20200101" {ca}', "cert"],
  ["alpha CERT-AUTHORITY {ca}", "cert"],
  ["alpha cert-authority {ca}", "ca"],
];

describe.skipIf(!HAS_KEYGEN)("a file of allowed signers", () => {
  test.each(FILES)(
    "is judged as ssh-keygen judges it: %j %s %s",
    async (template = "", signer = "k1", identity = "alpha") => {
      const file = template.replaceAll(/\{(\w+)\}/g, (_all, name: string) => pub(name));
      expect(await ours(`${file}\n`, signer, identity)).toBe(theirs(`${file}\n`, signer, identity));
    },
  );

  test("a certificate with a changed byte is refused", async () => {
    const line = `alpha cert-authority ${pub("ca")}`;
    expect(await ours(line, "cert", "alpha")).toBe(true);
    const armored = readFileSync(join(folder, "cert.sig"), "utf8");
    const bytes = Buffer.from(armored.split("\n").slice(1, -2).join(""), "base64");
    const at = bytes.indexOf("alpha,") >= 0 ? bytes.indexOf("alpha,") : bytes.indexOf("alpha");
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const changed = bytes.toString("base64").replaceAll(/.{70}/g, "$&\n");
    writeFileSync(
      join(folder, "forged.sig"),
      `-----BEGIN SSH SIGNATURE-----\n${changed}\n-----END SSH SIGNATURE-----\n`,
    );
    for (const identity of ["alpha", "`lpha"])
      expect(await ours(line.replace("alpha", "*"), "forged", identity)).toBe(false);
  });
});

test("patterns match as those of OpenSSH do, and in no time", () => {
  expect(matchesPatternList("report", "re?ort")).toBe(true);
  expect(matchesPatternList("report", "*t,!r*")).toBe(false);
  expect(matchesPatternList("", "*")).toBe(true);
  expect(matchesPatternList("a".repeat(5_000), `${"*a".repeat(50)}b`)).toBe(false);
});
