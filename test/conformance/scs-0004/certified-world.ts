/** A running Stele with a certification body, two operators and a scope of two tests, one of them manual. */
import { createHash, generateKeyPairSync, randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { generateSigningKey, publicKeyBlob, signSshsig, SIGNING_KEY_TYPE } from "../../../tooling/demo/sign-sshsig.ts";
import { publishFolder, startStele, type TestStele } from "../../harness.ts";
import { runCommand, type CommandOutcome } from "../../run-command.ts";

export const SCOPE_UUID = "11111111-2222-4333-8444-555555555555";

const SCOPE = `name: Sample cloud
uuid: ${SCOPE_UUID}
scripts:
  - executable: ./check.py
    testcases: [{id: flavor-names, description: Names are right.}]
  - testcases: [{id: backup-drill, description: Backups can be restored., lifetime: quarter}]
modules:
  - {id: flavors, name: Flavors, targets: {main: [flavor-names]}}
  - {id: backups, name: Backups, targets: {preview: [backup-drill]}}
timeline:
  - {date: 2020-01-01, versions: {v1: effective}}
versions:
  - {version: v1, stabilized_at: 2020-01-01, include: [flavors, backups]}
`;

/** The world and what its people do in it. */
export interface CertifiedWorld {
  readonly stele: TestStele;
  readonly folder: string;
  /** Runs `stele` as an account: `forum` is the certification body. */
  run(account: string, args: readonly string[]): Promise<CommandOutcome>;
  /** Applies and grants; the id of the certificate. */
  certify(subject: string): Promise<string>;
  /** Signs and uploads a report with one result. */
  report(subject: string, value: 1 | 0 | -1): Promise<{ readonly uuid: string; readonly response: Response }>;
  /** Asks as nobody, or with the token of an account. */
  get(path: string, account?: string): Promise<Response>;
  publicKey(subject: string): string;
  /** What the clock does every few minutes. */
  tick(): Promise<void>;
  close(): Promise<void>;
}

/** Starts it; `close` leaves nothing behind. */
export async function createCertifiedWorld(): Promise<CertifiedWorld> {
  const folder = mkdtempSync(join(tmpdir(), "stele-scs-0004-"));
  const stele = await startStele({ CREDENTIAL_KEYS: JSON.stringify({ keys: [createKey("k1")] }) });
  const keys = new Map(["alpha", "bravo"].map((subject) => [subject, generateSigningKey()]));
  const accounts = ["alpha", "bravo"].map((subject) => {
    const key = `{public_key: "${publicKeyBlob(keys.get(subject) ?? "")}", public_key_type: ${SIGNING_KEY_TYPE}, public_key_name: k}`;
    return `  - {subject: ${subject}, api_keys: ["${hashOf(subject)}"], keys: [${key}]}`;
  });
  const body = `accounts:\n${accounts.join("\n")}\n  - {subject: forum, roles: [approve], api_keys: ["${hashOf("forum")}"]}\n`;
  const headers = { authorization: `Bearer ${stele.operatorToken}` };
  const applied = await fetch(`${stele.url}/api/v1/accounts`, { method: "PUT", body, headers });
  if (!applied.ok) throw new Error(await applied.text());
  mkdirSync(join(folder, "scopes"), { recursive: true });
  writeFileSync(join(folder, "stele.config.yaml"), "layout: {scopes: scopes, documents: documents}\n");
  writeFileSync(join(folder, "scopes/sample.yaml"), SCOPE);
  await publishFolder(stele, folder);
  // What was there before the first look of the clock is no news.
  await stele.tick();
  const run = (account: string, args: readonly string[]) => runAs(stele, folder, account, args);
  return {
    stele,
    folder,
    run,
    certify: (subject) => certify(run, subject),
    report: (subject, value) => sendReport(stele, keys.get(subject) ?? "", subject, value),
    get(path, account) {
      const headers = account === undefined ? {} : { authorization: `Bearer ${tokenOf(account)}` };
      return fetch(`${stele.url}${path}`, { headers });
    },
    publicKey: (subject) => `${SIGNING_KEY_TYPE} ${publicKeyBlob(keys.get(subject) ?? "")} ${subject}`,
    tick: () => stele.tick(),
    async close() {
      await stele.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function certify(run: CertifiedWorld["run"], subject: string): Promise<string> {
  const what = ["--subject", subject, "--scope", "sample", "--version", "v1", "--reason", "We are ready."];
  const applied = await run(subject, ["certificate", "apply", ...what]);
  const id = /^\d{4}-\d{4}/.exec(applied.out)?.[0] ?? "";
  const override = ["--override", "The first report follows."];
  const granted = await run("forum", ["certificate", "grant", id, "--reason", "All tests pass.", ...override]);
  if (granted.code !== 0) throw new Error(`${applied.error}${granted.error}`);
  return id;
}

function runAs(stele: TestStele, folder: string, account: string, args: readonly string[]): Promise<CommandOutcome> {
  const to = args[0] === "certificate" ? ["--to", stele.url] : [];
  return runCommand([...args, ...to], { cwd: folder, token: tokenOf(account) });
}

async function sendReport(stele: TestStele, pem: string, subject: string, value: number) {
  const uuid = randomUUID();
  const checkedAt = new Date(Date.now() - 1000).toISOString().replace("T", " ").replace("Z", "000");
  const results = `{one: {results: {flavor-names: ${value}}, stdout: [], stderr: []}}`;
  const document = `---\nspec: {uuid: ${SCOPE_UUID}}\nchecked_at: ${checkedAt}\nsubject: ${subject}\nrun:\n  uuid: ${uuid}\n  invocations: ${results}\n`;
  const response = await fetch(`${stele.url}/reports`, {
    method: "POST",
    body: `${signSshsig(pem, "report", Buffer.from(document))}&${document}`,
    headers: {
      authorization: `Basic ${Buffer.from(`${subject}:${tokenOf(subject)}`).toString("base64")}`,
      "content-type": "application/x-signed-yaml",
    },
  });
  return { uuid, response };
}

function createKey(kid: string): Record<string, unknown> {
  return { ...generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" }), kid };
}

function tokenOf(account: string): string {
  return `token-of-${account}`;
}

function hashOf(account: string): string {
  return `sha256:${createHash("sha256").update(tokenOf(account)).digest("hex")}`;
}
