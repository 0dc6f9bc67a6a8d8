// `stele report`, `stele due` and `stele accounts token` against the real bundle; skipped without ssh-keygen.
import { execFileSync, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { SAMPLE_SCOPE } from "../../core/standards/scopes/scope-samples.ts";
import { publishFolder, startStele, type TestStele } from "../../harness.ts";
import { runCommand, type CommandOutcome } from "../../run-command.ts";

const SCOPE_UUID = "11111111-2222-4333-8444-555555555555";
const SCOPE = SAMPLE_SCOPE.replace(
  /timeline:\n(?: {2}-.*\n)+/,
  "timeline:\n  - {date: 2020-01-01, versions: {v2: effective}}\n",
);
const hasSshKeygen = spawnSync("ssh-keygen", ["--help"]).error === undefined;

describe.skipIf(!hasSshKeygen)("the commands for submitters (skipped without ssh-keygen)", () => {
  let stele: TestStele;
  let folder: string;
  let token: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "stele-report-"));
    execFileSync("ssh-keygen", ["-t", "ed25519", "-q", "-N", "", "-f", join(folder, "key")]);
    mkdirSync(join(folder, "tree/scopes"), { recursive: true });
    writeFileSync(join(folder, "tree/scopes/sample.yaml"), SCOPE);
    stele = await startStele();
    await publishFolder(stele, join(folder, "tree"));
    const made = await run(["accounts", "token", "alpha", "--json"]);
    const { apiKey, ...secret } = JSON.parse(made.out) as { token: string; apiKey: string };
    token = secret.token;
    const [type = "", blob = ""] = readFileSync(join(folder, "key.pub"), "utf8").split(" ");
    const key = { public_key: blob, public_key_type: type, public_key_name: "laptop" };
    const file = join(folder, "accounts.yaml");
    writeFileSync(file, JSON.stringify({ accounts: [{ subject: "alpha", api_keys: [apiKey], keys: [key] }] }));
    const applied = await run(["accounts", "apply", file, "--to", stele.url], stele.operatorToken);
    expect(applied.code, applied.error).toBe(0);
  });

  afterAll(async () => {
    await stele.close();
    rmSync(folder, { recursive: true });
  });

  function run(args: readonly string[], secret = token): Promise<CommandOutcome> {
    return runCommand(args, { cwd: folder, token: secret });
  }

  function writeReport(results: Readonly<Record<string, number>>): string {
    const path = join(folder, `${randomUUID()}.yaml`);
    const checkedAt = new Date(Date.now() - 60_000).toISOString();
    const run = `run: {uuid: ${randomUUID()}, invocations: {one: {results: ${JSON.stringify(results)}}}}`;
    writeFileSync(path, `---\nspec: {uuid: ${SCOPE_UUID}}\nchecked_at: ${checkedAt}\nsubject: alpha\n${run}\n`);
    return path;
  }

  test("`report check` says what is wrong before anything is signed", async () => {
    expect(await run(["report", "check", writeReport({ "flavor-names": 1 })])).toMatchObject({ code: 0, error: "" });
    const bad = await run(["report", "check", writeReport({ "flavor-names": 2 })]);
    expect(bad.code).toBe(1);
    expect(bad.error).toContain(":5:");
  });

  test("`report submit` signs, uploads and prints the receipt; `due` then lists what is missing", async () => {
    const args = [
      "report",
      "submit",
      writeReport({ "flavor-names": 1 }),
      "--key",
      join(folder, "key"),
      "--to",
      stele.url,
    ];
    const sent = await run(args);
    expect(sent.code, sent.error).toBe(0);
    expect(sent.out).toContain("Signed by key laptop (SHA256:");
    expect(sent.out).toContain("1 passed, 0 failed, 0 aborted");
    const due = await run(["due", "--subject", "alpha", "--to", stele.url], "");
    expect(due.code).toBe(1);
    expect(due.out).toContain("missing: image-names");
  });

  test("`report submit` with a key that is not registered says so, and with a wrong token too", async () => {
    execFileSync("ssh-keygen", ["-t", "ed25519", "-q", "-N", "", "-f", join(folder, "other")]);
    const file = writeReport({ "flavor-names": 1 });
    const args = (key: string) => ["report", "submit", file, "--key", join(folder, key), "--to", stele.url];
    expect(await run(args("other"))).toMatchObject({ code: 2, error: expect.stringContaining("not registered") });
    expect(await run(args("key"), "wrong")).toMatchObject({ code: 2, error: expect.stringContaining("401") });
    expect(await run(args("nowhere"))).toMatchObject({ code: 2, error: expect.stringContaining("did not sign") });
  });

  test("`report submit` signs with a key that only an agent has", async () => {
    const agent = spawnSync("ssh-agent", ["-s"], { encoding: "utf8" });
    const [, socket = ""] = /SSH_AUTH_SOCK=([^;]+);/.exec(agent.stdout) ?? [];
    const [, pid = ""] = /SSH_AGENT_PID=(\d+);/.exec(agent.stdout) ?? [];
    const key = join(folder, "in-agent");
    copyFileSync(join(folder, "key"), key);
    copyFileSync(join(folder, "key.pub"), `${key}.pub`);
    chmodSync(key, 0o600);
    vi.stubEnv("SSH_AUTH_SOCK", socket);
    try {
      execFileSync("ssh-add", ["-q", key], { stdio: "ignore" });
      rmSync(key);
      const file = writeReport({ "flavor-names": 1 });
      const sent = await run(["report", "submit", file, "--key", `${key}.pub`, "--to", stele.url]);
      expect(sent.code, sent.error).toBe(0);
      expect(sent.out).toContain("Signed by key laptop");
    } finally {
      vi.unstubAllEnvs();
      process.kill(Number(pid));
    }
  });

  test("`accounts apply --dry-run` shows a diff and changes nothing; a file with faults is named with its line", async () => {
    const file = join(folder, "accounts.yaml");
    const declared = JSON.parse(readFileSync(file, "utf8")) as { accounts: object[] };
    const next = join(folder, "next.yaml");
    const changed = { ...declared.accounts[0], roles: ["read_any"], group: "north" };
    writeFileSync(next, JSON.stringify({ accounts: [changed, { subject: "bravo" }] }));
    const args = ["accounts", "apply", next, "--to", stele.url, "--dry-run"];
    const expected = "+ bravo\n~ alpha\n    + group north\n    + role read_any\n2 accounts would change.\n";
    expect(await run(args, stele.operatorToken)).toEqual({ code: 0, out: expected, error: "" });
    expect(await run(args, stele.operatorToken)).toEqual({ code: 0, out: expected, error: "" });
    writeFileSync(next, "accounts:\n  - subject: alpha\n    roles: [king]\n");
    const refused = await run(args, stele.operatorToken);
    expect(refused).toMatchObject({ code: 1, out: "", error: expect.stringContaining("next.yaml:3:") });
  });

  test("`due` for a cloud that nobody knows ends with code 2", async () => {
    expect((await run(["due", "--subject", "nobody", "--to", stele.url])).code).toBe(2);
  });
});
