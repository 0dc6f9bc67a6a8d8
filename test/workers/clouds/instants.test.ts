/** Whatever instant a stranger names: a page or a refusal, never an endless loop, never a 500. */
import { beforeEach, expect, test } from "vitest";

import { apply, createCertificateWorld, get, grantCertificate, step } from "../certificate-world.ts";
import { reportYaml, upload } from "../certification-world.ts";

const HOSTILE = [
  "9999-12-31T23:59:59Z",
  "9999-12-31T23:59:59-14:00",
  "9900-01-01T00:00:00Z",
  "1969-12-31T23:59:59Z",
  "0000-01-01T00:00:00Z",
  "+010000-01-01T00:00:00Z",
  "-000001-01-01T00:00:00Z",
  "2026-02-30T00:00:00Z",
  "NaN",
  "\0",
] as const;
/** In range, and where the calendar of the site begins or ends. */
const EDGES = ["9899-12-31T23:59:59Z", "1970-01-01T00:00:00Z"] as const;

const DOORS = [
  "/certification/alpha/sample?at=",
  "/certification/alpha/sample.json?at=",
  "/certificates?at=",
  "/certificates.json?at=",
  "/as-of/",
] as const;

let world: Awaited<ReturnType<typeof createCertificateWorld>>;

beforeEach(async () => {
  world = await createCertificateWorld();
  await upload(world.alpha, reportYaml({ subject: "alpha", results: { "a-1": 1 } }));
});

test.each(DOORS)("%s refuses what is no instant in range, and has an answer at the ends of the range", async (door) => {
  await grantCertificate();
  const answers: [string, number][] = [];
  for (const instant of [...HOSTILE, ...EDGES]) {
    const response = await get(`${door}${encodeURIComponent(instant)}`);
    await response.arrayBuffer();
    answers.push([instant, response.status]);
  }
  const isRefusal = (status: number): boolean => status >= 400 && status < 500;
  expect(
    answers.filter(
      ([instant, status]) => status >= 500 || (HOSTILE.some((one) => one === instant) && !isRefusal(status)),
    ),
  ).toEqual([]);
});

test("a step of a certificate at such an instant, or from such a date, is refused in words", async () => {
  const certificate = await grantCertificate();
  for (const instant of HOSTILE) {
    for (const body of [{ at: instant }, { from: instant.slice(0, 10) }]) {
      const response = await step(certificate, "suspended", { ...body, reason: "Tests fail" });
      expect([instant, response.status]).toEqual([
        instant,
        expect.toSatisfy((status: number) => status >= 400 && status < 500),
      ]);
      expect(response.headers.get("content-type")).toContain("application/problem+json");
    }
  }
});

test("a suspension from a date, which only a grant has, is refused instead of acting now", async () => {
  const response = await step(await grantCertificate(), "suspended", { from: "2099-01-01" });
  expect(response.status).toBe(422);
  expect((await response.json<{ detail: string }>()).detail).toBe(
    "`from` belongs to `granted`, not to `suspended`. Say `at` for the instant at which it takes effect.",
  );
});

test.each(["9999-12-31", "9900-01-01", "0000-01-01"])("a grant from %s is refused", async (from) => {
  const { id } = await (await apply()).json<{ id: string }>();
  const response = await step(id, "granted", { from, reason: "All tests pass" });
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
});

test.each(["9999-12-31 23:59:59-14:00", "9999-12-31 23:59:59", "9900-01-01 00:00:00", "1969-12-31 23:59:59"])(
  "a report checked at %s is refused",
  async (checkedAt) => {
    const response = await upload(world.alpha, reportYaml({ subject: "alpha", results: { "a-1": 1 }, checkedAt }));
    expect(response.status).toBe(422);
  },
);
