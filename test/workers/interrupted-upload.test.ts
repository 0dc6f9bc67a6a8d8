import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";

import { keepBytes } from "../../workers/certification/report-store.ts";
import { sweepUploads } from "../../workers/certification/sweep-uploads.ts";
import { createWorld, reportYaml, storedCounts, upload, type TestAccount } from "./certification-world.ts";

const MS_PER_DAY = 86_400_000;
const tomorrow = (): Date => new Date(Date.now() + 1.1 * MS_PER_DAY);

let alpha: TestAccount;
let document: string;

beforeEach(async () => {
  ({ alpha } = await createWorld());
  document = reportYaml({ subject: "alpha", results: { "flavor-names": 1 } });
});

/** What an upload has done when the power goes out between the objects and the database. */
async function dieAfterObjects(): Promise<readonly string[]> {
  const bytes = Uint8Array.from(new TextEncoder().encode(document));
  const hashes = await keepBytes(env, bytes, await alpha.signer.sign(document), new Date());
  return Object.values(hashes);
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
  await upload(alpha, document);
  const hashes = await dieAfterObjects();
  expect(await sweepUploads(env, tomorrow())).toBeLessThanOrEqual(1); // another signature of the same bytes
  expect((await areKept(hashes))[0]).toBe(true);
  expect(await pending()).toBe(0);
});

test("what a conflict leaves behind is swept too", async () => {
  const uuid = crypto.randomUUID();
  await upload(alpha, reportYaml({ subject: "alpha", uuid, results: { "flavor-names": 1 } }));
  const conflict = await upload(alpha, reportYaml({ subject: "alpha", uuid, results: { "flavor-names": -1 } }));
  expect(conflict.status).toBe(409);
  expect(await sweepUploads(env, tomorrow())).toBe(2);
});
