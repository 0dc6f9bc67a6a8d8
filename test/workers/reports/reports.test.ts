import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";

import { createSigner } from "../../core/trust/signatures/sign-with-webcrypto.ts";
import {
  createWorld,
  get,
  reportYaml,
  SCOPE_UUID,
  storedCounts,
  upload,
  type TestAccount,
} from "../certification-world.ts";

const NOTHING = { reports: 0, latest: 0, changes: 0 };
const PASS = { "flavor-names": 1, "image-names": 1 };

let alpha: TestAccount;
let bravo: TestAccount;
let ci: TestAccount;

beforeEach(async () => {
  ({ alpha, bravo, ci } = await createWorld());
});

test("a signed report is accepted and the receipt says what it changed and what is missing", async () => {
  const uuid = "0b1c2d3e-4f50-4123-8abc-0123456789ab";
  const results = { "flavor-names": 1, "image-names": -1, "unheard-of": 1 };
  const response = await upload(alpha, reportYaml({ subject: "alpha", uuid, results }));
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    uploadedBy: "alpha",
    signature: { keyName: "k", keyType: "ssh-ed25519", fingerprint: expect.stringMatching(/^SHA256:/) },
    reports: [
      {
        uuid,
        subject: "alpha",
        scope: { uuid: SCOPE_UUID, name: "Sample cloud" },
        accepted: { passed: 1, aborted: 0, failed: 1 },
        ignored: [{ testcase: "unheard-of", version: "*", reason: "unknown-testcase" }],
        standing: { passed: "v1†", result: 1, missing: [] },
      },
    ],
  });
  expect(await storedCounts()).toEqual({ reports: 1, latest: 3, changes: 3 });
});

test("the signed bytes and the signature are kept as they came", async () => {
  const document = reportYaml({ subject: "alpha", results: PASS });
  const receipt = await (await upload(alpha, document)).json<{ sha256: string; signature: { sha256: string } }>();
  expect(await (await env.BLOBS.get(`blobs/${receipt.sha256}`))?.text()).toBe(document);
  expect(await (await env.BLOBS.get(`blobs/${receipt.signature.sha256}`))?.text()).toMatch(/^-----BEGIN SSH SIGNATURE/);
});

test("a night that only confirms what is known adds no history", async () => {
  const at = (hoursAgo: number) => new Date(Date.now() - hoursAgo * 3_600_000).toISOString();
  await upload(alpha, reportYaml({ subject: "alpha", results: PASS, checkedAt: at(2) }));
  await upload(alpha, reportYaml({ subject: "alpha", results: PASS, checkedAt: at(1) }));
  expect(await storedCounts()).toEqual({ reports: 2, latest: 2, changes: 2 });
  await upload(alpha, reportYaml({ subject: "alpha", results: { ...PASS, "image-names": -1 }, checkedAt: at(0.1) }));
  expect(await storedCounts()).toEqual({ reports: 3, latest: 2, changes: 3 });
});

test("an upload of 91 unchanged results writes no row of history", async () => {
  const results = Object.fromEntries(Array.from({ length: 91 }, (_, index) => [`test-${index}`, 1]));
  const at = (hoursAgo: number) => new Date(Date.now() - hoursAgo * 3_600_000).toISOString();
  await upload(alpha, reportYaml({ subject: "alpha", results, checkedAt: at(2) }));
  expect(await storedCounts()).toEqual({ reports: 1, latest: 91, changes: 91 });
  await upload(alpha, reportYaml({ subject: "alpha", results, checkedAt: at(1) }));
  expect(await storedCounts()).toEqual({ reports: 2, latest: 91, changes: 91 });
});

test("a result that expired leaves a gap in the history", async () => {
  const longAgo = new Date(Date.now() - 40 * 86_400_000).toISOString();
  await upload(alpha, reportYaml({ subject: "alpha", results: { "flavor-names": 1 }, checkedAt: longAgo }));
  await upload(alpha, reportYaml({ subject: "alpha", results: { "flavor-names": 1 } }));
  const { results } = await env.DB.prepare("SELECT value FROM result_change ORDER BY at").all();
  expect(results).toEqual([{ value: 1 }, { value: null }, { value: 1 }]);
});

test("a report that arrives late changes the past, and nothing that is newer", async () => {
  await upload(alpha, reportYaml({ subject: "alpha", results: PASS }));
  const older = new Date(Date.now() - 86_400_000).toISOString();
  const late = await upload(alpha, reportYaml({ subject: "alpha", results: { "flavor-names": -1 }, checkedAt: older }));
  expect(await late.json()).toMatchObject({ reports: [{ ignored: [{ reason: "older-than-known" }] }] });
  expect(await storedCounts()).toEqual({ reports: 2, latest: 2, changes: 3 });
});

test("the same bytes again are the same answer and change nothing", async () => {
  const document = reportYaml({ subject: "alpha", results: PASS });
  const first = await upload(alpha, document);
  const again = await upload(alpha, document);
  expect(again.status).toBe(200);
  expect(await again.json()).toEqual(await first.json());
  expect(await storedCounts()).toEqual({ reports: 1, latest: 2, changes: 2 });
});

test("of two different reports with one UUID the second is a conflict, and all of its upload is refused", async () => {
  const uuid = crypto.randomUUID();
  await upload(alpha, reportYaml({ subject: "alpha", uuid, results: PASS }));
  const other =
    reportYaml({ subject: "alpha", results: { "flavor-names": 1 } }) +
    reportYaml({ subject: "alpha", uuid, results: { "flavor-names": 1 } });
  const response = await upload(alpha, other);
  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({ detail: "Conflict: report already present", reports: [uuid] });
  expect(await storedCounts()).toEqual({ reports: 1, latest: 2, changes: 2 });
});

test("two uploads that race with one UUID are one 200, one 409 and one set of rows", async () => {
  const uuid = crypto.randomUUID();
  const race = ["flavor-names", "image-names"].map((id) =>
    upload(alpha, reportYaml({ subject: "alpha", uuid, results: { [id]: 1 } })),
  );
  const statuses = (await Promise.all(race)).map(({ status }) => status);
  expect(statuses.sort((a, b) => a - b)).toEqual([200, 409]);
  expect(await storedCounts()).toEqual({ reports: 1, latest: 1, changes: 1 });
});

test("two uploads of the same bytes that race are both answered, and stored once", async () => {
  const report = reportYaml({ subject: "alpha", results: PASS });
  const answers = await Promise.all([1, 2, 3].map(() => upload(alpha, report)));
  const receipts = await Promise.all(answers.map((answer) => answer.json<object>()));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(receipts[1]).toEqual(receipts[0]);
  expect(await storedCounts()).toEqual({ reports: 1, latest: 2, changes: 2 });
});

test("a delegate with the role append_any reports for the subject that named it", async () => {
  const response = await upload(ci, reportYaml({ subject: "bravo", results: PASS }));
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ uploadedBy: "ci", reports: [{ subject: "bravo" }] });
});

describe("is refused with 401 and leaves nothing behind:", () => {
  async function expectRefusal(response: Response, detail: string): Promise<void> {
    expect(response.status).toBe(401);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("www-authenticate")).toContain("Basic realm=");
    expect(await response.json()).toMatchObject({ detail });
    expect(await storedCounts()).toEqual(NOTHING);
    const { objects } = await env.BLOBS.list({ prefix: "blobs/" });
    expect(objects).toHaveLength(2); // the published scope and provider
  }
  const document = () => reportYaml({ subject: "alpha", results: PASS });

  test("a request without credentials", async () => {
    await expectRefusal(await upload(alpha, document(), { authorization: null }), "Not authenticated");
  });

  test("a wrong password, and an unknown user alike", async () => {
    for (const user of ["alpha", "nobody"]) {
      const authorization = `Basic ${btoa(`${user}:wrong`)}`;
      await expectRefusal(await upload(alpha, document(), { authorization }), "Incorrect username or password");
    }
  });

  test("a report without signature", async () => {
    await expectRefusal(await upload(alpha, "", { body: document() }), "missing signature");
  });

  test("a report of which one byte was changed after signing", async () => {
    const body = `${await alpha.signer.sign(document())}&${document().replace('"flavor-names":1', '"flavor-names":0')}`;
    await expectRefusal(await upload(alpha, "", { body }), "verification failed");
  });

  test("a signature for another namespace", async () => {
    const text = document();
    const body = `${await alpha.signer.sign(text, { namespace: "file" })}&${text}`;
    await expectRefusal(await upload(alpha, "", { body }), "verification failed");
  });

  test("a signature by the key of another account", async () => {
    const text = document();
    await expectRefusal(
      await upload(alpha, "", { body: `${await bravo.signer.sign(text)}&${text}` }),
      "verification failed",
    );
  });

  test("a signature by a key that nobody registered", async () => {
    const text = document();
    const stranger = await createSigner("ssh-ed25519");
    await expectRefusal(
      await upload(alpha, "", { body: `${await stranger.sign(text)}&${text}` }),
      "verification failed",
    );
  });

  test("a report for somebody else without the role for it", async () => {
    await expectRefusal(await upload(alpha, reportYaml({ subject: "bravo", results: PASS })), "Permission denied");
  });

  test("a report for somebody who did not delegate, although another report of the upload is fine", async () => {
    const both = reportYaml({ subject: "bravo", results: PASS }) + reportYaml({ subject: "alpha", results: PASS });
    await expectRefusal(await upload(ci, both), "delegation problem?");
  });
});

test.each([["text/yaml"], ["application/x-signed-yaml; charset=utf-8"], [null]])(
  "content type %s is 415",
  async (contentType) => {
    const response = await upload(alpha, reportYaml({ subject: "alpha", results: PASS }), { contentType });
    expect(response.status).toBe(415);
    expect(await storedCounts()).toEqual(NOTHING);
  },
);

test("credentials are checked before the content type, the signature before the syntax", async () => {
  const response = await upload(alpha, "", { authorization: null, contentType: "text/plain", body: "x" });
  expect(response.status).toBe(401);
  const broken = await upload(alpha, "", { body: `${await bravo.signer.sign("{")}&{` });
  expect(await broken.json()).toMatchObject({ detail: "verification failed" });
});

test("an upload without documents is answered as the monitor does", async () => {
  const response = await upload(alpha, "# nothing\n");
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ detail: "empty reports" });
});

test("one bad document refuses the upload with the place, and nothing is stored", async () => {
  const good = reportYaml({ subject: "alpha", results: PASS });
  const response = await upload(alpha, good + reportYaml({ subject: "alpha", results: { "flavor-names": 2 } }));
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({
    findings: [{ ruleId: "report-schema", place: { start: { line: 14 } } }],
  });
  expect(await storedCounts()).toEqual(NOTHING);
});

test("a JSON report is accepted as application/x-signed-json", async () => {
  const json = JSON.stringify({
    spec: { uuid: SCOPE_UUID },
    checked_at: new Date(Date.now() - 60_000).toISOString(),
    subject: "alpha",
    run: { uuid: crypto.randomUUID(), invocations: { one: { results: PASS } } },
  });
  const response = await upload(alpha, json, { contentType: "application/x-signed-json" });
  expect(await response.json()).toMatchObject({ reports: [{ accepted: { passed: 2 } }] });
});

test("a report for a scope that is not published is kept and says so", async () => {
  const scopeUuid = crypto.randomUUID();
  const response = await upload(alpha, reportYaml({ subject: "alpha", results: { x: 1 }, scopeUuid }));
  expect(await response.json()).toMatchObject({
    reports: [{ scope: { uuid: scopeUuid }, ignored: [{ testcase: "x", reason: "unknown-scope" }] }],
  });
  expect((await storedCounts()).reports).toBe(1);
});

test("a body over the limit is 413 and names the way that works", async () => {
  const response = await upload(alpha, "", { body: new Uint8Array(10_000_001) });
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ limitBytes: 10_000_000, detail: expect.stringContaining("in parts") });
});

test("of two reports of one instant the graver result counts, whichever came first", async () => {
  const checkedAt = new Date(Date.now() - 60_000).toISOString().replace("T", " ").replace("Z", "000");
  const values = [
    { "flavor-names": 1, "image-names": 0 },
    { "flavor-names": -1, "image-names": 1 },
  ] as const;
  for (const [account, subject, order] of [
    [alpha, "alpha", values],
    [bravo, "bravo", values.toReversed()],
  ] as const) {
    for (const results of order) {
      expect((await upload(account, reportYaml({ subject, results, checkedAt }))).status).toBe(200);
    }
    const { results: rows } = await env.DB.prepare(
      "SELECT testcase, value FROM latest_result WHERE subject = ?1 ORDER BY testcase",
    )
      .bind(subject)
      .all();
    expect(rows).toEqual([
      { testcase: "flavor-names", value: -1 },
      { testcase: "image-names", value: 0 },
    ]);
    const history = await (
      await get(`/certification/${subject}/sample/history.json`)
    ).json<{
      readonly results: readonly { readonly testcase: string; readonly value: number; readonly to?: string }[];
    }>();
    const open = history.results
      .filter(({ to }) => to === undefined)
      .map(({ testcase, value }) => `${testcase} ${value}`);
    expect(open.toSorted()).toEqual(["flavor-names -1", "image-names 0"]);
  }
});
