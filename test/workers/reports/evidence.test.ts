import { beforeEach, describe, expect, test } from "vitest";

import { createWorld, get, reportYaml, upload, type TestAccount } from "../certification-world.ts";

const UUID = "0b1c2d3e-4f50-4123-8abc-0123456789ab";

let alpha: TestAccount;
let bravo: TestAccount;
let ci: TestAccount;
let board: TestAccount;
let document: string;

beforeEach(async () => {
  ({ alpha, bravo, ci, board } = await createWorld());
  document = reportYaml({ subject: "alpha", uuid: UUID, results: { "flavor-names": 1, "image-names": -1 } }).replace(
    "stdout: []",
    'stdout: ["<b>password</b>", "flavor-names: PASS"]',
  );
  expect((await upload(alpha, document)).status).toBe(200);
});

function as(account: TestAccount): RequestInit {
  return { headers: { authorization: `Basic ${btoa(`${account.subject}:${account.token}`)}` } };
}

describe("the public page of a report", () => {
  test("shows results with anchors, who signed, and no output that might tell secrets", async () => {
    const response = await get(`/certification/reports/${UUID}`);
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toContain('id="image-names"');
    expect(html).toContain("ssh-ed25519 SHA256:");
    expect(html).toContain("flavor-names: PASS");
    expect(html).not.toContain("password");
    expect(html).toContain('href="/certification/alpha/sample"');
  });

  test("is linked from the page of the cloud at each result", async () => {
    const html = await (await get("/certification/alpha/sample")).text();
    expect(html).toContain(`href="/certification/reports/${UUID}#image-names"`);
  });

  test("is not found where there is none", async () => {
    expect((await get(`/certification/reports/${crypto.randomUUID()}`)).status).toBe(404);
  });
});

test("the signed bytes and the signature come back as they were and verify again", async () => {
  const raw = await get(`/reports/${UUID}/raw`, as(alpha));
  expect(new TextDecoder().decode(await raw.arrayBuffer())).toBe(document);
  const signature = await get(`/reports/${UUID}.sig`);
  expect(await signature.text()).toBe(await alpha.signer.sign(document)); // Ed25519 signatures are always the same
});

test("the whole report is for its subject", async () => {
  const response = await get(`/reports/${UUID}`, as(alpha));
  expect(await response.json()).toMatchObject({
    subject: "alpha",
    run: { invocations: { one: { stdout: ["<b>password</b>", {}] } } },
  });
});

test.each([`/reports/${UUID}`, `/reports/${UUID}/raw`, "/reports?subject=alpha"])(
  "%s is 401 without credentials and for others",
  async (path) => {
    const anonymous = await get(path);
    expect([anonymous.status, await anonymous.json()]).toMatchObject([401, { detail: "Not authenticated" }]);
    const stranger = await get(path, as(bravo));
    expect([stranger.status, await stranger.json()]).toMatchObject([401, { detail: "Permission denied" }]);
  },
);

test("GET /reports lists one's own reports, newest first, within limits", async () => {
  await upload(alpha, reportYaml({ subject: "alpha", results: { "flavor-names": 1 } }));
  const list = async (query: string) => (await get(`/reports${query}`, as(alpha))).json<{ run: { uuid: string } }[]>();
  expect(await list("")).toHaveLength(2);
  expect(await list("?limit=1&skip=1")).toHaveLength(1);
  expect(await list("?limit=999999999")).toHaveLength(2);
  for (const query of ["?limit=-1", "?limit=x", "?skip=1.5"]) {
    expect((await get(`/reports${query}`, as(alpha))).status).toBe(422);
  }
});

test("an unknown report is 404 for those who may ask", async () => {
  const response = await get(`/reports/${crypto.randomUUID()}`, as(alpha));
  expect([response.status, await response.json()]).toMatchObject([404, { detail: "Not Found" }]);
});

describe("of an upload about two clouds under one signature", () => {
  const [ofCi, ofBravo] = ["a1b2c3d4-0000-4000-8000-000000000001", "a1b2c3d4-0000-4000-8000-000000000002"];
  let stream: string;

  beforeEach(async () => {
    const part = (subject: string, uuid: string): string =>
      reportYaml({ subject, uuid, results: { "flavor-names": 1 } }).replace(
        "stdout: []",
        `stdout: ["secret of ${subject}"]`,
      );
    stream = `${part("ci", ofCi)}# a word on bravo\n${part("bravo", ofBravo)}`;
    expect((await upload(ci, stream)).status).toBe(200);
  });

  test.each([
    ["ci", ofCi, "bravo", 1],
    ["bravo", ofBravo, "secret of ci", 2],
  ])("%s gets its own document, and is told that the signature covers more", async (own, uuid, other, number) => {
    const response = await get(`/reports/${uuid}/raw`, as(own === "ci" ? ci : bravo));
    const text = await response.text();
    expect(response.headers.get("content-disposition")).toBe(`attachment; filename="${uuid}.part.yaml"`);
    expect(text.split("\n")[0]).toBe(
      `# Document ${number} of 2 of a signed upload. The signature covers the whole upload, whose other documents are about clouds of others; it does not fit these bytes alone.`,
    );
    expect(text).toContain(`secret of ${own}`);
    expect(text).not.toContain(other);
  });

  test("who may read every cloud gets the bytes that were signed", async () => {
    expect(await (await get(`/reports/${ofCi}/raw`, as(board))).text()).toBe(stream);
  });

  test("no other address gives one cloud the words of the other", async () => {
    for (const path of [`/reports/${ofCi}`, "/reports", `/markdown/report_full/${ofCi}`, `/page/report_full/${ofCi}`]) {
      const response = await get(path, as(ci));
      expect([path, response.status]).toEqual([path, 200]);
      expect(await response.text()).not.toContain("secret of bravo");
    }
  });
});
