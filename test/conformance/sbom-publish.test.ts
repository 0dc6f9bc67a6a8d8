// `stele sbom publish` against the real bundle: token, signature, refusal, and a large document through the queue.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { syntheticBom } from "../../tooling/sboms/synthetic-bom.ts";
import { startStele, type TestStele } from "../harness.ts";
import { runCommand, type CommandOutcome } from "../run-command.ts";

const hasSshKeygen = spawnSync("ssh-keygen", ["--help"]).error === undefined;

describe.skipIf(!hasSshKeygen)("stele sbom publish (skipped without ssh-keygen)", () => {
  let stele: TestStele;
  let folder: string;
  let token: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "stele-sbom-publish-"));
    execFileSync("ssh-keygen", ["-t", "ed25519", "-q", "-N", "", "-f", join(folder, "key")]);
    execFileSync("ssh-keygen", ["-t", "ed25519", "-q", "-N", "", "-f", join(folder, "stranger")]);
    stele = await startStele();
    const made = await run(["accounts", "token", "alpha", "--json"], "");
    const { apiKey, ...secret } = JSON.parse(made.out) as { token: string; apiKey: string };
    token = secret.token;
    const [type = "", blob = ""] = readFileSync(join(folder, "key.pub"), "utf8").split(" ");
    const key = { public_key: blob, public_key_type: type, public_key_name: "laptop" };
    const file = join(folder, "accounts.yaml");
    writeFileSync(file, JSON.stringify({ accounts: [{ subject: "alpha", api_keys: [apiKey], keys: [key] }] }));
    const applied = await run(["accounts", "apply", file, "--to", stele.url], stele.operatorToken);
    expect(applied.code, applied.error).toBe(0);
    writeFileSync(join(folder, "small.json"), syntheticBom(3));
    writeFileSync(join(folder, "bad.json"), syntheticBom(3).replace('"MIT"', '"mit"'));
    writeFileSync(join(folder, "large.json"), syntheticBom(10_000));
  });

  afterAll(async () => {
    await stele.close();
    rmSync(folder, { recursive: true });
  });

  function run(args: readonly string[], secret = token): Promise<CommandOutcome> {
    return runCommand(args, { cwd: folder, token: secret });
  }

  test("valid files are published with a token, invalid ones are explained and kept back", async () => {
    const { code, out, error } = await run(["sbom", "publish", "small.json", "bad.json", "--to", stele.url]);
    expect(code, error).toBe(1);
    expect(out).toMatch(new RegExp(`^small\\.json: published at ${stele.url}/sboms/[0-9a-f]{16}$`, "m"));
    expect(out).toContain("did you mean `MIT`?");
    expect(out).toMatch(/^bad\.json: not published$/m);
    const page = /published at (\S+)/.exec(out)?.[1] ?? "";
    expect((await fetch(page)).status).toBe(200);
  });

  test("a signature by a registered key is enough, one of a stranger is refused", async () => {
    writeFileSync(join(folder, "signed.json"), syntheticBom(4));
    const args = ["sbom", "publish", "signed.json", "--to", stele.url, "--json", "--key"];
    const { code, out, error } = await run([...args, join(folder, "key")], "");
    expect(code, error + out).toBe(0);
    expect(JSON.parse(out)).toMatchObject([{ path: "signed.json", state: "published" }]);
    const stranger = await run([...args, join(folder, "stranger")], "");
    expect(stranger.code).toBe(1);
    expect(JSON.parse(stranger.out)).toMatchObject([{ state: "refused", detail: expect.stringContaining("401") }]);
  });

  test("a large document is followed until it is done", async () => {
    const { code, out, error } = await run(["sbom", "publish", "large.json", "--to", stele.url]);
    expect(code, error + out).toBe(0);
    expect(error).toContain("large.json: sending 3.");
    expect(error).toMatch(/large\.json: (?:waiting|checking)/);
    expect(out).toMatch(/^large\.json: published at http/m);
  });

  test("a server that is not there is exit code 2", async () => {
    const { code, error } = await run(["sbom", "publish", "small.json", "--to", "http://127.0.0.1:1"]);
    expect(code).toBe(2);
    expect(error).toContain("cannot be reached");
  });
});
