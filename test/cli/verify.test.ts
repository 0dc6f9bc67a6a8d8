/** `stele verify` and `stele certificate` without a server: what they say when something is missing or hostile. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { runCommand, type CommandOutcome } from "../run-command.ts";
import { readAllowedSigners } from "#core/trust/signatures/allowed-signers.ts";
import { CREDENTIAL } from "../core/trust/credentials/test-issuer.ts";
import { generateSigningKey, publicKeyBlob, signSshsig } from "../../tooling/demo/sign-sshsig.ts";

const REPORT = "---\nsubject: alpha\n";
let folder = "";
let blob = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "stele-verify-"));
  const pem = generateSigningKey();
  blob = publicKeyBlob(pem);
  const file = (name: string, text: string | Uint8Array) => writeFileSync(join(folder, name), text);
  file("upload", `${signSshsig(pem, "report", Buffer.from(REPORT))}&${REPORT}`);
  file("other-purpose", `${signSshsig(pem, "file", Buffer.from(REPORT))}&${REPORT}`);
  file("report.yaml", REPORT);
  file("keys", `# who signs\nalpha namespaces="report" ssh-ed25519 ${blob} the nightly job\n\nnonsense\n`);
  file("other-keys", `ssh-ed25519 ${publicKeyBlob(generateSigningKey())} other\n`);
  file("no-keys", "nothing here\n");
  file("binary", Uint8Array.of(0xff, 0xfe));
  file("hostile.vc", JSON.stringify({ name: "\u001b[2Jgone", proof: { type: "\u001b[2J" } }));
});

afterAll(() => rmSync(folder, { recursive: true }));

function stele(...args: readonly string[]): Promise<CommandOutcome> {
  return runCommand(args, { cwd: folder, input: "{}", now: new Date("2026-11-20T12:00:00Z") });
}

test("a report as it was uploaded verifies with the key that signed it, and with no other", async () => {
  expect(await stele("verify", "upload", "--keys", "keys")).toMatchObject({ code: 0, error: "" });
  expect((await stele("verify", "upload", "--keys", "keys")).out).toContain("the nightly job (SHA256:");
  expect((await stele("verify", "upload", "--keys", "other-keys")).code).toBe(1);
  const json = await stele("verify", "other-purpose", "--keys", "keys", "--json");
  expect(json.code).toBe(1);
  expect(JSON.parse(json.out)).toMatchObject({ verdict: "invalid" });
});

test.each([
  ["nothing to verify", [], "Say what to verify"],
  ["a file that is not there", ["absent"], "`absent` cannot be read."],
  ["bytes that are no text", ["binary"], "is not text"],
  ["a signed report without keys", ["upload"], "--keys <file>"],
  ["a report without its signature", ["report.yaml", "--keys", "keys"], "--signature <file>"],
  ["a file of keys without any", ["upload", "--keys", "no-keys"], "has no SSH public key"],
])("%s ends with exit code 2 and the remedy", async (_name, args, remedy) => {
  expect(await stele("verify", ...args)).toMatchObject({ code: 2, error: expect.stringContaining(remedy) });
});

test("what a stranger wrote into a certificate does not steer the terminal", async () => {
  const { code, out } = await stele("verify", "hostile.vc");
  expect(code).toBe(1);
  expect(out).not.toContain("\u001b");
  expect(out).toContain("\\u{1b}[2Jgone");
});

test("standard input is read, and no certificate is found in an empty object", async () => {
  expect(await stele("verify", "-")).toMatchObject({ code: 1, out: expect.stringContaining("It has no proof") });
});

test.each([
  [
    "undetermined, exit code 2, for a suite that is not known here",
    { ...CREDENTIAL, proof: { type: "RsaSignature2018" } },
    2,
    "could not",
  ],
  ["invalid, exit code 1, for what nobody signed", { ...CREDENTIAL, proof: [] }, 1, "is not valid"],
])("the verdict is %s", async (_name, credential, code, words) => {
  writeFileSync(join(folder, "other.vc"), JSON.stringify(credential));
  expect(await stele("verify", "other.vc")).toMatchObject({ code, out: expect.stringContaining(words) });
});

test("a web page is followed to the credential that it links to on its own site, else it is said to be one", async () => {
  const html = "<!doctype html><html><body>A certificate</body></html>";
  const links: Record<string, string> = {
    "/linked": '</style.css>; rel="stylesheet", </certificates/1.vc>; rel="alternate"; type="application/vc"',
    "/elsewhere": '<https://evil.example/1.vc>; rel="alternate"; type="application/vc"',
    "/json": '</1.json>; rel="alternate"; type="application/json"',
    "/broken": '<http://[>; rel="alternate"; type="application/vc"',
  };
  const server = createServer(({ url = "" }, response) => {
    if (url === "/certificates/1.vc") return void response.end('{"name":"The linked one"}');
    if (url === "/gone") {
      return void response.writeHead(410, { "content-type": "application/problem+json" }).end('{"detail":"It ended."}');
    }
    const link = links[url];
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...(link === undefined ? {} : { link }) });
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const followed = await stele("verify", `${origin}/linked`);
  expect(followed).toMatchObject({ code: 1, out: expect.stringContaining("The linked one") });
  expect(followed.error).toContain(`${origin}/certificates/1.vc`);
  for (const path of ["/plain", "/elsewhere", "/json", "/broken"]) {
    expect(await stele("verify", `${origin}${path}`), path).toMatchObject({
      code: 2,
      error: expect.stringContaining("this is a web page"),
    });
  }
  expect(await stele("verify", `${origin}/gone`)).toMatchObject({
    code: 2,
    error: expect.stringContaining("It ended"),
  });
  server.close();
  writeFileSync(join(folder, "page.html"), `\n ${html}`);
  expect(await stele("verify", "page.html")).toMatchObject({ code: 2, error: expect.stringContaining("web page") });
});

test("keys are read from every usual form of a line", () => {
  const lines = [
    `ssh-ed25519 ${blob}`,
    `ssh-ed25519 ${blob} me@home`,
    `me@home ssh-ed25519 ${blob}`,
    `no-pty ssh-ed25519 ${blob} x`,
  ];
  for (const line of lines) expect(readAllowedSigners(line)).toMatchObject([{ type: "ssh-ed25519", blob }]);
  expect(readAllowedSigners("ssh-ed25519 AAAAnonsense")).toEqual([]);
});

test.each([
  [["certificate"], "Say what to do"],
  [["certificate", "praise", "2026-0001"], "Say what to do"],
  [["certificate", "grant", "2026-0001"], "--to https://"],
])("%j ends with exit code 2 and says what is missing", async (args, remedy) => {
  expect(await stele(...args)).toMatchObject({ code: 2, error: expect.stringContaining(remedy) });
});
