import { existsSync } from "node:fs";
import { join } from "node:path";

import { afterEach, expect, test } from "vitest";

import { ROOT, publishFolder, startStele, type TestStele } from "../harness.ts";
import { crawl } from "./crawl.ts";

const CORPUS = join(ROOT, "../shared/corpus/scs/standards-repo");

let stele: TestStele | undefined;
afterEach(() => stele?.close());

test("every internal link and anchor of the published sample content leads somewhere", async () => {
  stele = await startStele();
  await publishFolder(stele, join(ROOT, "standards-src"));
  const { pages, broken } = await crawl(stele.url);
  expect(broken).toEqual([]);
  expect(pages.length).toBeGreaterThan(60);
});

test.skipIf(!existsSync(CORPUS))(
  "the real tree has a page for each of its 102 documents, and no broken link of ours (needs ../shared/corpus)",
  async () => {
    stele = await startStele();
    const outcome = await publishFolder(stele, CORPUS);
    expect(outcome.fileCount).toBe(104);
    const { pages, broken } = await crawl(stele.url);
    expect(pages.filter((path) => /^\/standards\/scs-\d{4}-[vw]\d+-[^/.?]*$/.test(path))).toHaveLength(102);
    expect(broken).toEqual([]);
  },
);
