import { env, exports } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";

import { sha256Hex } from "../../../workers/http/digest.ts";
import { createWorld, reportYaml, upload, type TestAccount } from "../certification-world.ts";

let alpha: TestAccount;

beforeEach(async () => {
  ({ alpha } = await createWorld());
});

/** Declares `alpha` anew, with more about the account and its key. */
async function declare(account: string, key: string): Promise<void> {
  const { blob, type } = alpha.signer.key;
  const keys = `[{public_key: "${blob}", public_key_type: ${type}, public_key_name: k${key}}]`;
  const body = `accounts: [{subject: alpha${account}, api_keys: ["sha256:${await sha256Hex(alpha.token)}"], keys: ${keys}}]`;
  const headers = { authorization: "Bearer the-operators-token" };
  const response = await exports.default.fetch("http://stele.test/api/v1/accounts", { method: "PUT", body, headers });
  expect(response.status).toBe(200);
}

const report = () => reportYaml({ subject: "alpha", results: { "flavor-names": 1 } });

test.each([
  ["from tomorrow on", `, valid_from: "${new Date(Date.now() + 86_400_000).toISOString()}"`, "may sign from"],
  ["until yesterday", `, valid_until: "${new Date(Date.now() - 86_400_000).toISOString()}"`, "was valid until"],
])("a key that is valid %s signs nothing today", async (_name, key, remedy) => {
  await declare("", key);
  const response = await upload(alpha, report());
  expect([response.status, await response.json()]).toMatchObject([401, { remedy: expect.stringContaining(remedy) }]);
});

test("a key signs within its dates", async () => {
  await declare("", `, valid_from: 2020-01-01, valid_until: 2999-01-01`);
  expect((await upload(alpha, report())).status).toBe(200);
});

test("a time without offset is in the zone of the account that uploads", async () => {
  await declare(", time_zone: Asia/Tokyo", "");
  await upload(
    alpha,
    reportYaml({ subject: "alpha", results: { "flavor-names": 1 }, checkedAt: "2026-01-02 03:04:05.678901" }),
  );
  const row = await env.DB.prepare("SELECT checked_at FROM report").first<{ checked_at: string }>();
  expect(row?.checked_at).toBe("2026-01-01T18:04:05.678901Z");
});
