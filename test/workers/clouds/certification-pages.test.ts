import { beforeEach, expect, test } from "vitest";

import { createWorld, get, reportYaml, SCOPE_UUID, upload, type TestAccount } from "../certification-world.ts";

let alpha: TestAccount;
let bravo: TestAccount;

beforeEach(async () => {
  ({ alpha, bravo } = await createWorld());
});

async function text(path: string): Promise<string> {
  const response = await get(path);
  expect(response.status).toBe(200);
  return response.text();
}

test("the overview has described clouds, those that only report, and marks what is made up", async () => {
  await upload(bravo, reportYaml({ subject: "bravo", results: { "flavor-names": 1, "image-names": 1 } }));
  const html = await text("/certification");
  expect(html).toContain("Alpha Cloud");
  expect(html).toContain('<span class="demo-mark">Demo</span>');
  expect(html).toContain('href="/certification/bravo/sample"');
  expect(html).toContain("v2 passing");
  expect(html).toContain("no results yet");
});

test("the overview can be searched without scripts", async () => {
  await upload(bravo, reportYaml({ subject: "bravo", results: { "flavor-names": 1 } }));
  const html = await text("/certification?q=ALPHA");
  expect(html).toContain("Alpha Cloud");
  expect(html).not.toContain("/certification/bravo/");
  expect(await text("/certification?q=%3Cb%3E")).toContain("No cloud matches “&lt;b&gt;”");
});

test("the page of a cloud says the verdict in a sentence and lists every test with its time", async () => {
  await upload(alpha, reportYaml({ subject: "alpha", results: { "flavor-names": 1, "image-names": -1 } }));
  const html = await text("/certification/alpha/sample");
  expect(html).toContain("Alpha Cloud passes Sample cloud v1, a version that is about to retire. It fails v2.");
  expect(html).toContain('src="/badges/alpha/sample.svg"');
  expect(html).toContain("This page shows demonstration data.");
  expect(html.indexOf('id="image-names"')).toBeLessThan(html.indexOf('id="flavor-names"'));
});

test("the page of a scope shows versions with their modules", async () => {
  const html = await text("/certification/scopes/sample");
  expect(html).toContain("About to retire");
  expect(html).toContain("Modules by version");
  expect(await text(`/certification/scopes/${SCOPE_UUID}`)).toContain("Sample cloud");
});

test("what nobody knows is not found", async () => {
  for (const path of [
    "/certification/nobody/sample",
    "/certification/alpha/nothing",
    "/certification/scopes/nothing",
  ]) {
    expect((await get(path)).status).toBe(404);
    expect((await get(`${path}.json`)).headers.get("content-type")).toBe("application/problem+json");
  }
});

test("the same facts are JSON beside each page, for everybody", async () => {
  await upload(bravo, reportYaml({ subject: "bravo", results: { "flavor-names": 1, "image-names": 0 } }));
  const response = await get("/certification/bravo/sample.json");
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(await response.json()).toMatchObject({
    subject: "bravo",
    verdict: "undecided",
    passed: ["v2"],
    evaluation: { result: 0, results: { "image-names": { value: 0, report: expect.any(String) } } },
  });
  expect(JSON.parse(await text("/certification.json"))).toMatchObject({
    clouds: [
      { subject: "alpha", demo: true, scopes: { sample: { verdict: "no-results" } } },
      { subject: "bravo", scopes: { sample: { verdict: "undecided" } } },
    ],
  });
  expect(JSON.parse(await text("/certification/scopes/sample.json"))).toMatchObject({
    alias: "sample",
    uuid: SCOPE_UUID,
  });
});

test("the home page lists the clouds", async () => {
  expect(await text("/")).toContain('href="/certification/alpha/sample"');
});
