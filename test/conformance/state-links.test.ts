/** A past day and a preview are whole: whoever follows links in them never falls out by accident. */
import { join } from "node:path";

import { afterEach, expect, test } from "vitest";

import { publishTree } from "../../tooling/publishing/publish-tree.ts";
import { readTree } from "../../tooling/publishing/read-tree.ts";
import { ROOT, startStele, type TestStele } from "../harness.ts";
import { crawl } from "./crawl.ts";

let stele: TestStele | undefined;
afterEach(() => stele?.close());

test("every link of a past day and of a preview leads somewhere, and links to documents stay in the state", async () => {
  stele = await startStele();
  const server = { url: stele.url, token: stele.operatorToken };
  const tree = await readTree(join(ROOT, "standards-src"));
  await publishTree(server, tree, undefined, { kind: "past", at: new Date("2024-02-01T12:00:00Z") });
  const { snapshot } = await publishTree(server, tree, undefined, { kind: "preview" });
  for (const base of ["/as-of/2024-03-01", `/preview/${snapshot}`]) {
    const { pages, broken } = await crawl(stele.url, `${base}/standards`);
    expect([base, broken]).toEqual([base, []]);
    // Feeds only go on; all else that a document has, it has in every state.
    const ofDocuments = (prefix: string) =>
      pages.filter((path) => path.startsWith(`${prefix}/standards/scs-0`) && !path.endsWith("/feed.xml")).length;
    expect(ofDocuments(base)).toBeGreaterThan(30);
    expect(ofDocuments(base)).toBe(ofDocuments(""));
  }
});
