import { beforeEach, expect, test } from "vitest";

import { createWorld, get, reportYaml, upload } from "../certification-world.ts";

beforeEach(async () => {
  const { alpha, bravo } = await createWorld();
  await upload(alpha, reportYaml({ subject: "alpha", results: { "flavor-names": 1, "image-names": -1 } }));
  await upload(bravo, reportYaml({ subject: "bravo", results: { "flavor-names": 1, "image-names": 1 } }));
});

test("GET /metrics has every subject in short, as OpenMetrics", async () => {
  const response = await get("/metrics");
  expect(response.headers.get("content-type")).toBe("application/openmetrics-text; version=1.0.0; charset=utf-8");
  const text = await response.text();
  expect(text).toContain('stele_scope_outcome{subject="bravo",scope="sample",outcome="passed"} 1\n');
  expect(text).toContain('stele_testcases{subject="alpha",scope="sample",outcome="failed"} 1\n');
  expect(text).not.toContain("stele_testcase_result");
  expect(text.endsWith("# EOF\n")).toBe(true);
});

test("GET /metrics/<subject> has its test cases, for nobody else", async () => {
  const text = await (await get("/metrics/alpha")).text();
  expect(text).toContain('stele_testcase_result{subject="alpha",scope="sample",testcase="image-names"} -1\n');
  expect(text).toContain("# UNIT stele_testcase_expiry_timestamp_seconds seconds\n");
  expect(text).not.toContain("bravo");
});

test("GET /metrics/<subject> of a subject that never reported is 404", async () => {
  expect((await get("/metrics/nobody")).status).toBe(404);
});
