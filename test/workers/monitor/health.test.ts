import { exports } from "cloudflare:workers";
import { expect, test } from "vitest";

test("GET /healthz answers 200 with an empty body and the security headers", async () => {
  const response = await exports.default.fetch("http://stele.test/healthz");
  expect(response.status).toBe(200);
  expect(await response.text()).toBe("");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
});
