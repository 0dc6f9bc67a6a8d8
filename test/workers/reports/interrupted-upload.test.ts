import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";

import { acceptUpload } from "../../../workers/reports/accept-upload.ts";
import { sweepBytes } from "../../../workers/state/kept-bytes.ts";
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
  await sweepBytes(env, tomorrow());
  expect(await areKept(hashes)).toEqual([true, true]);
});

test("an upload that is never sent again is swept after a day, not before", async () => {
  const hashes = await dieAfterObjects();
  expect(await sweepBytes(env, new Date())).toBe(0);
  expect(await areKept(hashes)).toEqual([true, true]);
  expect(await sweepBytes(env, tomorrow())).toBe(2);
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
  expect(await sweepBytes(env, tomorrow())).toBeLessThanOrEqual(1); // another signature of the same bytes
  expect(await areKept(hashes)).toContain(true);
  expect(await pending()).toBe(0);
});

describe("bytes of an abandoned upload that something else has published stay:", () => {
  let hashes: readonly string[];

  beforeEach(async () => {
    hashes = await dieAfterObjects();
  });

  const insert = async (sql: string, ...values: readonly unknown[]): Promise<void> => {
    await env.DB.prepare(sql)
      .bind(...values)
      .run();
  };

  test.each([0, 1])("a file of a published state (object %d)", async (which) => {
    await insert("INSERT INTO snapshot (id, created_at) VALUES ('s', '2026-01-01T00:00:00Z')");
    await insert(
      "INSERT INTO snapshot_file (snapshot_id, path, kind, sha256) VALUES ('s', 'a', 'document', ?1)",
      hashes[which],
    );
    expect(await sweepBytes(env, tomorrow())).toBe(1);
    expect(await areKept(hashes)).toEqual([which === 0, which === 1]);
  });

  test.each([0, 1])("an SBOM (object %d)", async (which) => {
    await insert(
      `INSERT INTO sbom (id, sha256, size_bytes, format, format_version, subject, component_count, findings, finding_counts,
                         uploaded_at, uploaded_by, demo)
       VALUES ('i', ?1, 1, 'CycloneDX', '1.6', '{}', 0, '[]', '{}', '2026-01-01T00:00:00Z', 'alpha', 0)`,
      hashes[which],
    );
    expect(await sweepBytes(env, tomorrow())).toBe(1);
    expect(await areKept(hashes)).toEqual([which === 0, which === 1]);
  });

  test.each([
    ["document", "signature"],
    ["signature", "document"],
  ])("a %s of a report", async (kept, other) => {
    const hash = hashes[kept === "document" ? 0 : 1];
    await insert(
      `INSERT INTO report (uuid, subject, scope_uuid, checked_at, uploaded_at, uploaded_by, format, document_index,
                           key_name, key_type, key_blob, ${kept}_sha256, ${other}_sha256)
       VALUES ('u', 'alpha', 's', '2026', '2026', 'alpha', 'yaml', 0, 'k', 'ssh-ed25519', '', ?1, 'other')`,
      hash,
    );
    expect(await sweepBytes(env, tomorrow())).toBe(1);
    expect(await areKept(hashes)).toEqual([kept === "document", kept === "signature"]);
  });

  test("and only uploads of before yesterday are looked at", async () => {
    const begun = await env.DB.prepare("SELECT begun_at AS at FROM pending_upload").first<{ at: string }>();
    const dayAfter = (milliseconds: number): Date => new Date(Date.parse(begun?.at ?? "") + MS_PER_DAY + milliseconds);
    expect(await sweepBytes(env, dayAfter(0))).toBe(0);
    expect(await pending()).toBe(1);
    expect(await sweepBytes(env, dayAfter(1))).toBe(2);
    expect(await pending()).toBe(0);
  });
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

describe("bytes are never lost under a row", () => {
  /** All objects but those of the published tree. */
  const blobs = async (): Promise<string[]> => {
    const keys = (await env.BLOBS.list({ prefix: "blobs/" })).objects.map(({ key }) => key);
    const { results } = await env.DB.prepare("SELECT sha256 FROM snapshot_file").all<{ sha256: string }>();
    return keys.filter((key) => !results.some(({ sha256 }) => key.endsWith(sha256)));
  };

  test("a report that is known and whose bytes are gone is healed by sending it again", async () => {
    expect((await upload(alpha, document)).status).toBe(200);
    const kept = await blobs();
    expect(kept).toHaveLength(2);
    await env.BLOBS.delete(kept);
    expect((await upload(alpha, document)).status).toBe(200);
    expect(await blobs()).toEqual(kept);
  });

  test("an upload that comes while the sweep deletes the same bytes is refused, and accepted a moment later", async () => {
    await dieAfterObjects();
    let during: Response | undefined;
    const BLOBS = new Proxy(env.BLOBS, {
      get: (bucket, name) =>
        name === "delete"
          ? async (keys: string[]) => {
              during = await upload(alpha, document);
              await bucket.delete(keys);
            }
          : Reflect.get(bucket, name).bind(bucket),
    });
    expect(await sweepBytes({ DB: env.DB, BLOBS }, tomorrow())).toBe(2);
    expect([during?.status, during?.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await storedCounts()).toMatchObject({ reports: 0 });
    expect((await upload(alpha, document)).status).toBe(200);
    expect(await blobs()).toHaveLength(2);
  });

  test("an upload that came before the sweep looked keeps its bytes", async () => {
    const hashes = await dieAfterObjects();
    expect((await upload(alpha, document)).status).toBe(200);
    expect(await sweepBytes(env, tomorrow())).toBe(0);
    expect(await areKept(hashes)).toEqual([true, true]);
  });

  test("a sweep that died while it deleted is completed by the next one", async () => {
    const hashes = await dieAfterObjects();
    const BLOBS = new Proxy(env.BLOBS, {
      get: (bucket, name) =>
        name === "delete"
          ? () => Promise.reject(new Error("The power went out."))
          : Reflect.get(bucket, name).bind(bucket),
    });
    await expect(sweepBytes({ DB: env.DB, BLOBS }, tomorrow())).rejects.toThrow("The power went out.");
    expect(await sweepBytes(env, new Date())).toBe(2);
    expect(await areKept(hashes)).toEqual([false, false]);
  });
});
