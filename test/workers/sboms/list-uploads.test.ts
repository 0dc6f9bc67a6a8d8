import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";

import { listSbomsUploadedBy } from "../../../workers/sboms/uploads/list-uploads.ts";

beforeEach(async () => {
  const insert = env.DB.prepare(
    `INSERT INTO sbom (id, sha256, size_bytes, format, format_version, subject, component_count, findings, finding_counts,
                       uploaded_at, uploaded_by, demo)
     VALUES (?1, ?1, 1, 'CycloneDX', '1.6', ?2, 7, '[]', '{}', ?3, ?4, 0)`,
  );
  const rows = [
    ["b", '{"name":"b","version":"2"}', "2026-01-02T00:00:00.000Z", "alpha"],
    ["a", "{}", "2026-01-02T00:00:00.000Z", "beta"],
    ["c", '{"name":"c"}', "2026-01-03T00:00:00.000Z", "alpha"],
    ["d", "{}", "2026-01-04T00:00:00.000Z", "gamma"],
    ["e", "{}", "2026-01-01T00:00:00.000Z", "alpha"],
  ];
  await env.DB.batch(rows.map((row) => insert.bind(...row)));
  await env.DB.exec(
    "INSERT INTO sbom_owner (sbom_id, account, published_at, demo) SELECT id, uploaded_by, uploaded_at, demo FROM sbom",
  );
});

test("the last come first, those of one instant by their ids, those of others not at all, no more than asked for", async () => {
  const idsOf = async (subjects: readonly string[], limit: number) =>
    (await listSbomsUploadedBy(env, subjects, limit)).map(({ id }) => id);
  expect(await idsOf(["alpha", "beta"], 9)).toEqual(["c", "a", "b", "e"]);
  expect(await idsOf(["alpha", "beta"], 2)).toEqual(["c", "a"]);
  expect(await idsOf(["beta"], 9)).toEqual(["a"]);
  expect(await idsOf([], 9)).toEqual([]);
});

test("each is named as it names itself", async () => {
  expect((await listSbomsUploadedBy(env, ["alpha"], 2))[1]).toEqual({
    id: "b",
    product: "b",
    version: "2",
    format: "CycloneDX",
    componentCount: 7,
    uploadedAt: "2026-01-02T00:00:00.000Z",
  });
  expect((await listSbomsUploadedBy(env, ["beta"], 1))[0]).toMatchObject({ product: null, version: null });
});
