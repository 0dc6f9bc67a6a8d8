import { beforeEach, expect, test } from "vitest";

import { createWorld, reportYaml, storedCounts, upload, type TestAccount } from "../certification-world.ts";

const PASS = { "flavor-names": 1, "image-names": 1 };
const PREFER = { headers: { prefer: "respond-async, per-document" } };

let alpha: TestAccount;
let ci: TestAccount;

beforeEach(async () => {
  ({ alpha, ci } = await createWorld());
});

test("with `Prefer: per-document` good documents are stored and every bad one says why", async () => {
  const known = crypto.randomUUID();
  await upload(ci, reportYaml({ subject: "bravo", uuid: known, results: { "flavor-names": 1 } }));
  const documents = [
    reportYaml({ subject: "bravo", results: PASS }),
    reportYaml({ subject: "bravo", results: { "flavor-names": 2 } }),
    reportYaml({ subject: "alpha", results: PASS }),
    reportYaml({ subject: "bravo", uuid: known, results: PASS }),
    "--- null\n",
  ];
  const response = await upload(ci, documents.join(""), PREFER);
  expect(response.status).toBe(200);
  expect(response.headers.get("preference-applied")).toBe("per-document");
  expect(await response.json()).toMatchObject({
    reports: [{ subject: "bravo", accepted: { passed: 2 } }],
    refused: [
      { index: 1, status: 422, findings: [{ ruleId: "report-schema" }] },
      { index: 2, status: 401, detail: "delegation problem?" },
      { index: 3, status: 409, detail: "Conflict: report already present", reports: [known] },
      { index: 4, status: 422 },
    ],
  });
  expect(await storedCounts()).toEqual({ reports: 2, latest: 2, changes: 2 });
});

test("of two documents with one UUID the first is stored, and the same upload again says the same", async () => {
  const uuid = crypto.randomUUID();
  const body = [1, -1]
    .map((value) => reportYaml({ subject: "alpha", uuid, results: { "flavor-names": value } }))
    .join("");
  const first = await (await upload(alpha, body, PREFER)).json();
  expect(first).toMatchObject({ reports: [{ uuid }], refused: [{ index: 1, status: 409 }] });
  expect(await (await upload(alpha, body, PREFER)).json()).toEqual(first);
  expect(await storedCounts()).toEqual({ reports: 1, latest: 1, changes: 1 });
});

test("a signature that does not fit refuses the whole upload all the same", async () => {
  const text = reportYaml({ subject: "alpha", results: PASS });
  const body = `${await ci.signer.sign(text)}&${text}`;
  expect((await upload(alpha, "", { ...PREFER, body })).status).toBe(401);
});

test("armor with CRLF line ends is accepted, and the receipt says so", async () => {
  const text = reportYaml({ subject: "alpha", results: PASS });
  const body = `${(await alpha.signer.sign(text)).replaceAll("\n", "\r\n")}&${text}`;
  const response = await upload(alpha, "", { body });
  expect(await response.json()).toMatchObject({ notes: [expect.stringContaining("CRLF")] });
});
