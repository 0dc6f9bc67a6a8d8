import { env } from "cloudflare:workers";
import { expect, test } from "vitest";

import { readFragment } from "../../../workers/pages/states/fragment-store.ts";
import { heldBytes } from "../../../workers/state/memory.ts";
import { MEMORY_BOUNDS } from "../../../workers/state/memory-bounds.ts";

/** The bucket of the worker, and how often it was read. */
function countingBucket() {
  let reads = 0;
  const BLOBS: Pick<R2Bucket, "get"> = {
    get: (key: string) => ((reads += 1), env.BLOBS.get(key)),
  };
  return { BLOBS, reads: () => reads };
}

const fileOf = (number: number) =>
  ({
    path: `documents/${number}.md`,
    kind: "document",
    sha256: String(number).padStart(64, "0"),
    rendererVersion: 1,
  }) as const;

/** Together as much as fits, so that counting any of them twice would push another out. */
const LENGTH = Math.floor(MEMORY_BOUNDS.fragments.maxBytes / 20) - 1_000;

test("twenty fragments first read by five readers at once are never read from the bucket again", async () => {
  const files = Array.from({ length: 20 }, (_, number) => fileOf(number));
  for (const { sha256 } of files) await env.BLOBS.put(`rendered/1/document/${sha256}`, "x".repeat(LENGTH));
  const bucket = countingBucket();
  const readAll = () => Promise.all(files.map((file) => readFragment(bucket, file)));
  await Promise.all(Array.from({ length: 5 }, readAll));
  const readsOfFirst = bucket.reads();
  for (let time = 0; time < 3; time += 1) {
    expect((await readAll()).every((fragment) => fragment?.length === LENGTH)).toBe(true);
  }
  expect(bucket.reads()).toBe(readsOfFirst);
  expect(heldBytes(MEMORY_BOUNDS.fragments)).toBeLessThanOrEqual(MEMORY_BOUNDS.fragments.maxBytes);
});

test("a fragment that is not there yet is looked for again", async () => {
  const file = fileOf(99);
  expect(await readFragment(env, file)).toBeUndefined();
  await env.BLOBS.put(`rendered/1/document/${file.sha256}`, "<p>now</p>");
  expect(await readFragment(env, file)).toBe("<p>now</p>");
});
