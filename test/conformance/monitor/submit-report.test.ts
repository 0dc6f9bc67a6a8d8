// Today's submitters: real ssh-keygen and curl against the real bundle, for every key type; skipped without either tool.
// Keys on security keys come from a software one (security-key/), which a C compiler makes; skipped where there is none.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { requestJson } from "../../../tooling/publishing/request-json.ts";
import { startStele, type TestStele } from "../../harness.ts";

const SCRIPT = join(import.meta.dirname, "submit-report.sh");
const SUBJECT = "regio-a";
const TOKEN = "a-token-of-the-operator";

const KEY_KINDS: Readonly<Record<string, readonly string[]>> = {
  ed25519: ["-t", "ed25519"],
  "ecdsa-256": ["-t", "ecdsa", "-b", "256"],
  "ecdsa-384": ["-t", "ecdsa", "-b", "384"],
  "ecdsa-521": ["-t", "ecdsa", "-b", "521"],
  "rsa-2048": ["-t", "rsa", "-b", "2048"],
  "rsa-4096": ["-t", "rsa", "-b", "4096"],
};

/** Keys on a security key (FIDO); the last one signs without being touched, which is refused. */
const SECURITY_KEY_KINDS: Readonly<Record<string, readonly string[]>> = {
  "ed25519-sk": ["-t", "ed25519-sk"],
  "ecdsa-sk": ["-t", "ecdsa-sk"],
};
const UNTOUCHED = ["-t", "ed25519-sk", "-O", "no-touch-required"];

const hasCompiler = spawnSync("cc", ["--version"]).status === 0;
const hasTools = ["ssh-keygen", "curl"].every((tool) => spawnSync(tool, ["--help"]).error === undefined);

describe.skipIf(!hasTools)("a report sent with ssh-keygen and curl (skipped without these tools)", () => {
  let stele: TestStele;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "stele-monitor-"));
    writeFileSync(join(folder, "token"), Buffer.from(`${SUBJECT}:${TOKEN}`).toString("base64"));
    if (hasCompiler) buildSecurityKey();
    const kinds = {
      ...KEY_KINDS,
      "somebody-else": KEY_KINDS["ed25519"] ?? [],
      ...(hasCompiler ? { ...SECURITY_KEY_KINDS, untouched: UNTOUCHED } : {}),
    };
    const keys = Object.entries(kinds).map(([name, options]) => ({ name, ...generateKey(name, options) }));
    stele = await startStele();
    await requestJson(
      { url: stele.url, token: stele.operatorToken },
      {
        method: "PUT",
        path: "/api/v1/accounts",
        contentType: "application/yaml",
        body: JSON.stringify({
          accounts: [
            {
              subject: SUBJECT,
              api_keys: [`sha256:${createHash("sha256").update(TOKEN).digest("hex")}`],
              keys: keys
                .filter(({ name }) => name !== "somebody-else")
                .map(({ name, type, blob }) => ({ public_key: blob, public_key_type: type, public_key_name: name })),
            },
          ],
        }),
      },
    );
  });

  afterAll(async () => {
    await stele.close();
    rmSync(folder, { recursive: true });
  });

  function buildSecurityKey(): void {
    const source = join(import.meta.dirname, "security-key/provider.c");
    execFileSync("cc", ["-shared", "-fPIC", "-o", join(folder, "provider.so"), source]);
  }

  /** `ssh-keygen` finds the security key by these variables. */
  function environment(): NodeJS.ProcessEnv {
    const signer = join(import.meta.dirname, "security-key/sign.mjs");
    return {
      ...process.env,
      SSH_SK_PROVIDER: join(folder, "provider.so"),
      SECURITY_KEY_COMMAND: `'${process.execPath}' '${signer}'`,
    };
  }

  function generateKey(name: string, options: readonly string[]): { readonly type: string; readonly blob: string } {
    execFileSync("ssh-keygen", [...options, "-q", "-N", "", "-f", join(folder, name)], { env: environment() });
    const [type = "", blob = ""] = readFileSync(join(folder, `${name}.pub`), "utf8").split(" ");
    return { type, blob };
  }

  function writeReport(): { readonly uuid: string; readonly path: string } {
    const uuid = randomUUID();
    const path = join(folder, `${uuid}.yaml`);
    const results = "results: {some-test: 1}, stdout: ['some-test: PASS'], stderr: []";
    writeFileSync(
      path,
      `---\nspec: {uuid: ${randomUUID()}}\nchecked_at: 2026-01-02 03:04:05.678901\nsubject: ${SUBJECT}\n` +
        `run:\n  uuid: ${uuid}\n  invocations: {one: {${results}}}\n`,
    );
    return { uuid, path };
  }

  async function submit(
    key: string,
    report: string,
    variables: NodeJS.ProcessEnv = {},
  ): Promise<{ answer: string; exitCode: number }> {
    const args = [SCRIPT, stele.url, join(folder, "token"), join(folder, key), report];
    return runScript(args, { ...environment(), ...variables });
  }

  async function expectAccepted(key: string, variables: NodeJS.ProcessEnv = {}): Promise<void> {
    const { uuid, path } = writeReport();
    const { answer, exitCode } = await submit(key, path, variables);
    expect(exitCode, answer).toBe(0);
    expect(JSON.parse(answer)).toMatchObject({ signature: { keyName: key }, reports: [{ uuid }] });
    expect(await storedReports()).toContain(uuid);
  }

  async function storedReports(): Promise<string[]> {
    const { results } = await stele.env.DB.prepare("SELECT uuid FROM report").all<{ uuid: string }>();
    return results.map((row) => row.uuid);
  }

  test.each(Object.keys(KEY_KINDS))("is accepted when a registered %s key signed it", async (key) => {
    await expectAccepted(key);
    await expectAccepted(key, { HASH: "sha256" });
  });

  describe.skipIf(!hasCompiler)("signed with a security key (skipped without a C compiler)", () => {
    test.each(Object.keys(SECURITY_KEY_KINDS))("is accepted when it is a registered %s", async (key) => {
      await expectAccepted(key);
      await expectAccepted(key, { HASH: "sha256" });
    });

    test("is refused with 401 when nobody touched it", async () => {
      const { answer, exitCode } = await submit("untouched", writeReport().path);
      expect(exitCode).toBe(22);
      expect(JSON.parse(answer)).toMatchObject({ status: 401, remedy: expect.stringContaining("not touched") });
    });
  });

  test("is refused with 401 for another namespace and for a key of somebody else, and nothing is stored", async () => {
    const before = await storedReports();
    const { path } = writeReport();
    const refusals = [await submit("ed25519", path, { NAMESPACE: "file" }), await submit("somebody-else", path)];
    for (const { answer, exitCode } of refusals) {
      expect(exitCode).toBe(22); // curl: the server answered 400 or more
      expect(JSON.parse(answer)).toMatchObject({ status: 401, detail: "verification failed" });
    }
    expect(await storedReports()).toEqual(before);
  });

  test("is refused with 409 when the same run comes again with other content", async () => {
    const { path } = writeReport();
    expect((await submit("ed25519", path)).exitCode).toBe(0);
    writeFileSync(path, readFileSync(path, "utf8").replace("some-test: 1", "some-test: -1"));
    const { answer, exitCode } = await submit("ed25519", path);
    expect(exitCode).toBe(22);
    expect(JSON.parse(answer)).toMatchObject({ status: 409, detail: "Conflict: report already present" });
  });
});

/** Not synchronously: the worker answers from this very process. */
function runScript(args: string[], env: NodeJS.ProcessEnv): Promise<{ answer: string; exitCode: number }> {
  return new Promise((resolve) => {
    const child = spawn("bash", args, { env, stdio: ["ignore", "pipe", "ignore"] });
    let answer = "";
    child.stdout.on("data", (chunk: Buffer) => (answer += chunk.toString()));
    child.once("exit", (exitCode) => resolve({ answer, exitCode: exitCode ?? -1 }));
  });
}
