// The accounts file of the compliance monitor as it is, with the passwords that the corpus tells; skipped without it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { requestJson, type Server } from "../../../tooling/publishing/request-json.ts";
import { ROOT, startStele, type TestStele } from "../../harness.ts";

const FILE = join(ROOT, "../shared/corpus/scs/standards-repo/compliance-monitor/bootstrap.yaml");

describe.skipIf(!existsSync(FILE))("the bootstrap file of the monitor (skipped without ../shared/corpus)", () => {
  let stele: TestStele;
  let server: Server;

  beforeAll(async () => {
    stele = await startStele();
    server = { url: stele.url, token: stele.operatorToken };
  });

  afterAll(() => stele.close());

  async function logIn(user: string, password: string, path = "/reports"): Promise<number> {
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
    const response = await fetch(`${stele.url}${path}`, { headers: { authorization } });
    await response.body?.cancel();
    return response.status;
  }

  test("applies: 28 accounts, and again nothing", async () => {
    const apply = { method: "PUT", path: "/api/v1/accounts", body: readFileSync(FILE, "utf8") } as const;
    const first = await requestJson<{ added: string[] }>(server, apply);
    expect(first.added).toHaveLength(28);
    expect(await requestJson(server, apply)).toMatchObject({ added: [], changed: [], removed: [] });
  });

  test("lets a bcrypt and an argon2id password in, at once and from then on", async () => {
    for (let time = 0; time < 2; time += 1) {
      expect(await logIn("admin", "corpus-admin-key", "/reports?subject=")).toBe(200);
      expect(await logIn("zuul_ci", "corpus-ci-key")).toBe(200);
    }
    const row = await stele.env.DB.prepare("SELECT count(*) AS n FROM password_verifier").first<{ n: number }>();
    expect(row?.n).toBe(2);
  });

  test("lets nobody in with the password of another account, or without an API key", async () => {
    expect(await logIn("zuul_ci", "corpus-admin-key")).toBe(401);
    expect(await logIn("regio-a", "corpus-ci-key")).toBe(401);
  });

  test("gives nobody rights that the file does not give", async () => {
    expect(await logIn("zuul_ci", "corpus-ci-key", "/reports?subject=regio-a")).toBe(401);
  });
});
