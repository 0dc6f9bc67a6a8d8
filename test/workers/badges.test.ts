import { beforeEach, describe, expect, test } from "vitest";

import { createWorld, get, reportYaml, SCOPE_UUID, upload, type TestAccount } from "./certification-world.ts";

let alpha: TestAccount;
let bravo: TestAccount;

beforeEach(async () => {
  ({ alpha, bravo } = await createWorld());
});

async function title(path: string): Promise<string | undefined> {
  const response = await get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
  return /<title>(.*)<\/title>/.exec(await response.text())?.[1];
}

async function report(account: TestAccount, results: Record<string, number>, daysAgo = 0): Promise<void> {
  const checkedAt = new Date(Date.now() - 60_000 - daysAgo * 86_400_000).toISOString();
  const response = await upload(account, reportYaml({ subject: account.subject, results, checkedAt }));
  expect(response.status).toBe(200);
}

describe("the badge says in words", () => {
  test("that everything passes, for the alias and the UUID of the scope", async () => {
    await report(bravo, { "flavor-names": 1, "image-names": 1 });
    expect(await title("/badges/bravo/sample.svg")).toBe("Sample cloud: v2 passing");
    expect(await title(`/badges/bravo/${SCOPE_UUID}.svg`)).toBe("Sample cloud: v2 passing");
  });

  test("that only the version about to retire passes", async () => {
    await report(bravo, { "flavor-names": 1, "image-names": -1 });
    expect(await title("/badges/bravo/sample.svg")).toBe("Sample cloud: v1 passing, retires soon");
  });

  test("that a test fails, that results are missing, and that the data is made up", async () => {
    await report(alpha, { "flavor-names": -1, "image-names": 1 });
    expect(await title("/badges/alpha/sample.svg")).toBe("demo · Sample cloud: 1 test failing");
    await report(bravo, { "flavor-names": 1 });
    expect(await title("/badges/bravo/sample.svg")).toBe("Sample cloud: 1 result missing for v2");
  });

  test("that results expired", async () => {
    await report(bravo, { "flavor-names": 1, "image-names": 1 }, 30);
    expect(await title("/badges/bravo/sample.svg")).toBe("Sample cloud: results expired");
  });

  test("what it does not know, with 200, whatever the address", async () => {
    expect(await title("/badges/bravo/sample.svg")).toBe("Sample cloud: no results yet");
    expect(await title("/badges/nobody/sample.svg")).toBe("Sample cloud: unknown cloud");
    expect(await title("/badges/bravo/nothing.svg")).toBe("certification: unknown scope");
    expect(await title("/badges/%3Cscript%3E/%22%26.svg")).toBe("certification: unknown scope");
  });
});

test("a badge may be embedded anywhere and loads nothing", async () => {
  const { headers } = await get("/badges/bravo/sample.svg");
  expect(headers.get("content-security-policy")).toBe("default-src 'none'; style-src 'unsafe-inline'");
  expect(headers.get("access-control-allow-origin")).toBe("*");
  expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test("the same state is 304, another one is not", async () => {
  const etag = (await get("/badges/bravo/sample.svg")).headers.get("etag") ?? "";
  const again = () => get("/badges/bravo/sample.svg", { headers: { "if-none-match": etag } });
  const unchanged = await again();
  expect([unchanged.status, await unchanged.text()]).toEqual([304, ""]);
  await report(bravo, { "flavor-names": 1 });
  expect((await again()).status).toBe(200);
});

test("HEAD has the headers and no body", async () => {
  const response = await get("/badges/bravo/sample.svg", { method: "HEAD" });
  expect([response.status, await response.text()]).toEqual([200, ""]);
  expect(response.headers.get("etag")).toBe((await get("/badges/bravo/sample.svg")).headers.get("etag"));
});

test("caches keep a badge five minutes at most, and never beyond the next change", async () => {
  const cacheControl = async () => (await get("/badges/bravo/sample.svg")).headers.get("cache-control") ?? "";
  expect(await cacheControl()).toBe("public, max-age=300, stale-if-error=86400");
  await report(bravo, { "flavor-names": 1, "image-names": 1 });
  const [, maxAge, stale] = /^public, max-age=(\d+), stale-if-error=(\d+)$/.exec(await cacheControl()) ?? [];
  // `image-names` lives until midnight of the day after tomorrow.
  expect(Number(maxAge)).toBeLessThanOrEqual(300);
  expect(Number(maxAge) + Number(stale)).toBeLessThanOrEqual(48 * 3600);
});

test("the JSON beside it is what shields.io reads", async () => {
  await report(bravo, { "flavor-names": 1, "image-names": 1 });
  const response = await get("/badges/bravo/sample.json");
  expect(await response.json()).toEqual({
    schemaVersion: 1,
    label: "Sample cloud",
    message: "v2 passing",
    color: "#146c43",
  });
});
