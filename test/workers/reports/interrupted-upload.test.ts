import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";

import { acceptUpload } from "../../../workers/reports/accept-upload.ts";
import { sweepUploads } from "../../../workers/reports/sweep-uploads.ts";
import { createWorld, reportYaml, storedCounts, upload, type TestAccount } from "../certification-world.ts";

const MS_PER_DAY = 86_400_000;
const tomorrow = (): Date => new Date(Date.now() + 1.1 * MS_PER_DAY);

let alpha: TestAccount;
let document: string;

beforeEach(async () => {
  ({ alpha } = await createWorld());
  document = reportYaml({ subject: "alpha", results: { "flavor-names": 1 } });
});

/** An upload whose power goes out when the objects are written and the rows are not; answers the hashes of its objects. */
async function dieAfterObjects(): Promise<readonly string[]> {
  const put: string[] = [];
  const BLOBS = new Proxy(env.BLOBS, {
    get: (bucket, name) =>
      name === "put"
        ? (key: string, ...rest: [string]) => (put.push(key.slice("blobs/".length)), bucket.put(key, ...rest))
        : Reflect.get(bucket, name).bind(bucket),
  });
  let batches = 0;
  const DB = new Proxy(env.DB, {
    get: (database, name) =>
      name === "batch" && put.length > 0
        ? () => ((batches += 1), Promise.reject(new Error("The power went out.")))
        : Reflect.get(database, name).bind(database),
  });
  const bytes = Uint8Array.from(new TextEncoder().encode(document));
  const signature = new TextEncoder().encode(`${await alpha.signer.sign(document)}&`);
  const body = new Uint8Array([...signature, ...bytes]);
  const account = { subject: alpha.subject, roles: 0, demo: true };
  const dying = acceptUpload({ DB, BLOBS }, { account, format: "yaml", body }, new Date());
  await expect(dying).rejects.toThrow("The power went out.");
  expect([put.length, batches]).toEqual([2, 1]);
  return put;
}

async function areKept(hashes: readonly string[]): Promise<boolean[]> {
  return Promise.all(hashes.map(async (hash) => (await env.BLOBS.head(`blobs/${hash}`)) !== null));
}

async function pending(): Promise<number> {
  return (await env.DB.prepare("SELECT count(*) AS n FROM pending_upload").first<{ n: number }>())?.n ?? 0;
}

test("an upload that died between objects and database is completed by sending it again", async () => {
  const hashes = await dieAfterObjects();
  expect(await storedCounts()).toEqual({ reports: 0, latest: 0, changes: 0 });
  expect((await upload(alpha, document)).status).toBe(200);
  expect(await storedCounts()).toEqual({ reports: 1, latest: 1, changes: 1 });
  expect(await pending()).toBe(0);
  await sweepUploads(env, tomorrow());
  expect(await areKept(hashes)).toEqual([true, true]);
});

test("an upload that is never sent again is swept after a day, not before", async () => {
  const hashes = await dieAfterObjects();
  expect(await sweepUploads(env, new Date())).toBe(0);
  expect(await areKept(hashes)).toEqual([true, true]);
  expect(await sweepUploads(env, tomorrow())).toBe(2);
  expect(await areKept(hashes)).toEqual([false, false]);
  expect(await pending()).toBe(0);
});

test("bytes of a report that is there stay, although the same upload began once more", async () => {
  const [hashes] = [await dieAfterObjects(), await upload(alpha, document)];
  await env.DB.prepare(
    "INSERT INTO pending_upload (document_sha256, signature_sha256, begun_at) VALUES (?1, ?2, '2026-01-01')",
  )
    .bind(...hashes)
    .run();
  expect(await sweepUploads(env, tomorrow())).toBeLessThanOrEqual(1); // another signature of the same bytes
  expect(await areKept(hashes)).toContain(true);
  expect(await pending()).toBe(0);
});

test("a conflict and a repeat leave nothing behind", async () => {
  const uuid = crypto.randomUUID();
  const first = reportYaml({ subject: "alpha", uuid, results: { "flavor-names": 1 } });
  await upload(alpha, first);
  const objects = async () => (await env.BLOBS.list()).objects.length;
  const before = await objects();
  expect((await upload(alpha, reportYaml({ subject: "alpha", uuid, results: { "flavor-names": -1 } }))).status).toBe(
    409,
  );
  expect((await upload(alpha, first)).status).toBe(200);
  expect(await objects()).toBe(before);
  expect(await pending()).toBe(0);
});
