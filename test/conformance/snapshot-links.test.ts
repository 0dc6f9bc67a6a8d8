/** The SCS tree as it stood on three days: other layouts, other front matter, documents that are gone. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { afterEach, expect, test } from "vitest";

import { publishFolder, ROOT, startStele, type TestStele } from "../harness.ts";
import { crawl } from "./crawl.ts";

const SNAPSHOTS = join(ROOT, "../shared/corpus/scs/snapshots");

let stele: TestStele | undefined;
afterEach(() => stele?.close());

test.skipIf(!existsSync(SNAPSHOTS)).each(["2023-03-23", "2024-03-20", "2025-06-01"])(
  "the tree of %s has a page for each document, none for templates, and no broken link of ours (needs ../shared/corpus)",
  async (day) => {
    stele = await startStele();
    const folder = join(SNAPSHOTS, day);
    await publishFolder(stele, folder);
    const { pages, broken } = await crawl(stele.url);
    const names = readdirSync(join(folder, "Standards")).filter((name) => /^scs-\d{4}-.*\.md$/.test(name));
    const shown = pages.filter((path) => /^\/standards\/scs-[^/.?]*-[vw]\d+-[^/.?]*$/i.test(path));
    expect(shown.toSorted()).toEqual(names.map((name) => `/standards/${name.slice(0, -3)}`).toSorted());
    // Some documents of the early days link to files of their repository as if these were pages.
    const sources = names.map((name) => readFileSync(join(folder, "Standards", name), "utf8"));
    const isAtSource = ({ to }: { to: string }) =>
      sources.some((text) => text.includes(new URL(to, "http://x").pathname));
    expect(broken.filter((link) => !isAtSource(link))).toEqual([]);
  },
);
