import { env } from "cloudflare:workers";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { runUploads } from "../../../workers/sboms/uploads/run-upload.ts";
import { findUpload, keepWaiting } from "../../../workers/sboms/uploads/upload-store.ts";
import { bom } from "./sbom-world.ts";

const SENDER = { account: { subject: "alpha", roles: 0, demo: false }, hasToken: true };

beforeEach(async () => {
  await env.DB.prepare("INSERT INTO account (subject, roles, demo) VALUES ('alpha', 0, 0)").run();
  // What fails is logged for the operator.
  vi.spyOn(console, "error").mockReturnValue(undefined);
});

afterEach(() => vi.restoreAllMocks());

async function keep(id: string, text: string): Promise<void> {
  const bytes = Uint8Array.from(new TextEncoder().encode(text));
  await keepWaiting(env, { id, bytes, task: { sender: SENDER, isStrict: false } }, new Date());
}

/** Hands a message to the check; answers what was said to the queue. */
async function deliver(
  id: string,
  attempts: number,
  bindings: Pick<typeof env, "DB" | "BLOBS"> = env,
): Promise<string[]> {
  const said: string[] = [];
  const message = { body: { upload: id }, attempts, ack: () => said.push("ack"), retry: () => said.push("retry") };
  await runUploads(bindings, { messages: [message as unknown as Message<{ upload: string }>] });
  return said;
}

const failing = { DB: env.DB, BLOBS: new Proxy(env.BLOBS, { get: () => () => Promise.reject(new Error("no power")) }) };

test.each([1, 2])("what fails at attempt %d is tried again and waits", async (attempts) => {
  await keep("u", bom());
  expect(await deliver("u", attempts, failing)).toEqual(["retry"]);
  expect(await findUpload(env, "u")).toMatchObject({ state: "waiting", problem: undefined });
});

test("what fails at the third attempt is given up", async () => {
  await keep("u", bom());
  const halfway = {
    DB: env.DB,
    BLOBS: new Proxy(env.BLOBS, {
      get: (bucket, name) =>
        name === "get" ? () => Promise.reject(new Error("no power")) : Reflect.get(bucket, name).bind(bucket),
    }),
  };
  expect(await deliver("u", 3, halfway)).toEqual(["ack"]);
  const upload = await findUpload(env, "u");
  expect(upload).toMatchObject({ state: "failed", sbomId: undefined });
  expect(upload?.problem?.status).toBeGreaterThanOrEqual(500);
});

test("an upload that nobody knows, and one that came to its end, are done with", async () => {
  expect(await deliver("unknown", 1)).toEqual(["ack"]);
  await keep("u", bom());
  expect(await deliver("u", 1)).toEqual(["ack"]);
  const done = await findUpload(env, "u");
  expect(done).toMatchObject({ state: "done", problem: undefined });
  expect(await deliver("u", 1)).toEqual(["ack"]);
  expect(await findUpload(env, "u")).toEqual(done);
});

test("bytes that are gone end the upload, and so does a document that is none", async () => {
  await keep("gone", bom());
  await env.BLOBS.delete((await env.BLOBS.list()).objects.map(({ key }) => key));
  expect(await deliver("gone", 1)).toEqual(["ack"]);
  expect(await findUpload(env, "gone")).toMatchObject({ state: "failed", sbomId: undefined });
  await keep("none", "{");
  expect(await deliver("none", 1)).toEqual(["ack"]);
  const none = await findUpload(env, "none");
  expect(none).toMatchObject({ state: "failed", sbomId: undefined });
  expect(none?.problem?.status).toBeLessThan(500);
});
