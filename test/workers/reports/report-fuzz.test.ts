// Damaged armor, YAML and JSON at the door of reports. 2,000 cases here; `npm run fuzz` takes 100,000.
import { env } from "cloudflare:workers";
import * as fc from "fast-check";
import { beforeEach, expect, test } from "vitest";

import { parseReports } from "#core/compliance/results/parse-reports.ts";
import { UTC_CALENDAR } from "#core/base/time/calendar.ts";

import { createWorld, reportYaml, SCOPE_UUID, upload, type TestAccount } from "../certification-world.ts";

const CASES = Number(env.FUZZ_CASES);
/** Everything that the door may answer, whatever comes. */
const ANSWERS = [200, 401, 409, 413, 415, 422];
/** Runs are numbered, few enough that the same one comes again and again: new reports, repeats, conflicts. */
const RUNS = 500;
const UUID = "0b1c2d3e-4f50-4123-8abc-000000000000";
const uuidOf = (run: number): string => UUID.slice(0, -3) + String(run).padStart(3, "0");

const SEEDS = [
  reportYaml({ subject: "alpha", results: { "flavor-names": 1 }, uuid: UUID }),
  reportYaml({ subject: "alpha", results: { a: 1, b: 0, c: -1 }, uuid: UUID }) +
    reportYaml({ subject: "alpha", results: { "image-names": -1 } }),
  `spec: {uuid: ${SCOPE_UUID}}\nchecked_at: 2026-01-02\nsubject: alpha\nversions: {v1: {tc: {result: 1, invocation: i}}}\nrun: {uuid: ${UUID}}\n`,
  JSON.stringify({
    spec: { uuid: SCOPE_UUID },
    checked_at: "2026-01-02T03:04:05Z",
    subject: "alpha",
    run: { uuid: UUID, invocations: { one: { results: { "flavor-names": 1 }, stdout: ["x"] } } },
  }),
];

/** What parsers trip over. */
const TOKENS = [
  ..."{ } [ ] , : & * ! | > - ? # % @ ` ~".split(" "),
  '"',
  "'",
  "\\",
  "\n",
  "\r",
  "\t",
  "\0",
  "---\n",
  "...\n",
  "&a ",
  "*a",
  "!!binary ",
  "!!set ",
  "<<: *a\n",
  "null",
  "__proto__",
  "1e999",
  "-0",
  ".nan",
  "2099-01-01",
  "[".repeat(200),
  "{a: ".repeat(100),
  "- ".repeat(300),
  "\uFEFF",
  "\u2028",
  "\u{1F4A5}",
  "9".repeat(400),
].map((token) => new TextEncoder().encode(token));
const GARBAGE = [Uint8Array.of(0xff), Uint8Array.of(0xc0, 0x80), Uint8Array.of(0xed, 0xa0, 0x80), Uint8Array.of(0)];

/** Replaces some bytes at a place, both given as fractions of the length. */
const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(400)),
  inserted: fc.oneof(
    fc.constantFrom(...TOKENS, ...GARBAGE),
    fc.uint8Array({ maxLength: 8 }),
    fc.constant(new Uint8Array()),
  ),
});

interface Damage {
  readonly at: number;
  readonly removed: number;
  readonly inserted: Uint8Array;
}

function apply(bytes: Uint8Array, { at, removed, inserted }: Damage): Uint8Array {
  const start = Math.floor(at * bytes.length);
  return concat(bytes.subarray(0, start), inserted, bytes.subarray(start + removed));
}

function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

interface DamagedUpload {
  readonly seed: string;
  readonly run: number;
  readonly document: readonly Damage[];
  readonly armor: readonly Damage[];
  readonly contentType: string;
  readonly prefer: string;
}

const damagedUpload: fc.Arbitrary<DamagedUpload> = fc.record({
  seed: fc.constantFrom(...SEEDS),
  run: fc.nat(RUNS - 1),
  document: fc.array(damage, { maxLength: 4 }),
  armor: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(damage, { maxLength: 2 }) },
  ),
  contentType: fc.constantFrom("application/x-signed-yaml", "application/x-signed-json"),
  prefer: fc.constantFrom("", "per-document"),
});

/** Uploads that race with each other. */
const AT_ONCE = 10;

let alpha: TestAccount;

async function send({ seed, run, document, armor, contentType, prefer }: DamagedUpload): Promise<number> {
  const whole = new TextEncoder().encode(seed.replace(UUID, uuidOf(run)));
  const bytes = concat(document.reduce(apply, whole));
  const signature = new TextEncoder().encode(await alpha.signer.sign(bytes));
  const body = concat(armor.reduce(apply, signature), Uint8Array.of(0x26), bytes);
  const response = await upload(alpha, "", { body, contentType, headers: { prefer } });
  await response.body?.cancel();
  return response.status;
}

beforeEach(async () => {
  ({ alpha } = await createWorld());
});

test(`of ${CASES} damaged uploads none is an error of ours, and none leaves half of itself`, async () => {
  const uploads = fc.array(damagedUpload, { minLength: AT_ONCE, maxLength: AT_ONCE });
  await fc.assert(
    fc.asyncProperty(uploads, async (list) => {
      const statuses = await Promise.all(list.map(send));
      for (const status of statuses) expect(ANSWERS).toContain(status);
    }),
    { numRuns: Math.ceil(CASES / AT_ONCE), endOnFailure: true },
  );
  const orphans = await env.DB.prepare(
    `SELECT (SELECT count(*) FROM latest_result WHERE report_uuid NOT IN (SELECT uuid FROM report)) AS latest,
            (SELECT count(*) FROM result_change WHERE report_uuid NOT IN (SELECT uuid FROM report)) AS changes`,
  ).first();
  expect(orphans).toEqual({ latest: 0, changes: 0 });
  await expectWholeReports();
}, 3_600_000);

/** Every report that is there has its bytes and a result for each test case that it names. */
async function expectWholeReports(): Promise<void> {
  const { results: reports } = await env.DB.prepare(
    "SELECT uuid, subject, scope_uuid AS scopeUuid, document_sha256 AS sha256, document_index AS position FROM report",
  ).all<{ uuid: string; subject: string; scopeUuid: string; sha256: string; position: number }>();
  expect(reports.length).toBeGreaterThan(0);
  for (const { uuid, subject, scopeUuid, sha256, position } of reports) {
    const bytes = await (await env.BLOBS.get(`blobs/${sha256}`))?.arrayBuffer();
    const options = { format: "yaml", path: "", now: new Date(), calendar: UTC_CALENDAR } as const;
    const { report } = parseReports(new Uint8Array(bytes ?? new ArrayBuffer()), options)[position] ?? {};
    expect(report).toMatchObject({ uuid, subject, scopeUuid });
    const values = JSON.stringify(report?.values);
    const { results: missing } = await env.DB.prepare(
      `SELECT named.value FROM json_each(?3) AS named WHERE NOT EXISTS (
         SELECT 1 FROM latest_result WHERE subject = ?1 AND scope_uuid = ?2
            AND testcase = named.value ->> 'testcase' AND version = named.value ->> 'version')`,
    )
      .bind(subject, scopeUuid, values)
      .all();
    expect(missing).toEqual([]);
  }
}
