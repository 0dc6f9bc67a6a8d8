/** Addresses that the outside world has: testcases of the scope files, pages of the old site, numbers of the past. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { SCS_REDIRECTS } from "#core/standards/publishing/redirects.ts";

import { publishFolder, ROOT, startStele, type TestStele } from "../harness.ts";

const CORPUS = join(ROOT, "../shared/corpus/scs/standards-repo");

interface Testcase {
  readonly id: string;
  readonly url: string;
}

function testcases(): Testcase[] {
  return readdirSync(join(CORPUS, "Tests"))
    .filter((name) => name.endsWith(".yaml"))
    .flatMap((name) => {
      // Modules, which have ids and addresses too, come after the testcases.
      const [text = ""] = readFileSync(join(CORPUS, "Tests", name), "utf8").split(/^modules:/m);
      const pattern = /- id: (\S+)\n(?: +(?!- )\S.*\n)*? +url: (https:\/\/docs\.scs\.community\S+)/g;
      return [...text.matchAll(pattern)].map(([, id = "", url = ""]) => ({ id, url }));
    });
}

describe.skipIf(!existsSync(CORPUS))("the real tree (needs ../shared/corpus)", () => {
  let stele: TestStele;
  beforeAll(async () => {
    stele = await startStele();
    await publishFolder(stele, CORPUS);
  });
  afterAll(() => stele?.close());

  async function get(path: string): Promise<{ status: number; path: string; text: string }> {
    const response = await fetch(stele.url + path);
    return { status: response.status, path: new URL(response.url).pathname, text: await response.text() };
  }

  test("each address in the scope files leads to a page that has the anchor", async () => {
    const all = testcases();
    expect(all).toHaveLength(95);
    for (const url of new Set(all.map(({ url }) => url))) {
      const { pathname, hash } = new URL(url);
      const { status, text } = await get(pathname);
      expect([url, status, text.includes(`id="${hash.slice(1)}"`)]).toEqual([url, 200, true]);
    }
  });

  test("each testcase is the first thing that a search for its id finds", async () => {
    for (const { id, url } of testcases()) {
      const { text } = await get(`/search.json?q=${encodeURIComponent(id)}`);
      const { results } = JSON.parse(text) as { results: { ref: string; href: string }[] };
      const { pathname, hash } = new URL(url);
      expect([id, results[0]?.ref, results[0]?.href]).toEqual([id, id, pathname + hash]);
    }
  });

  test("each number is found by itself, its current version first", async () => {
    const { text } = await get("/standards.json");
    const { tracks } = JSON.parse(text) as { tracks: { numbers: { id: string; current: string }[] }[] };
    const numbers = tracks.flatMap((track) => track.numbers);
    expect(numbers).toHaveLength(61);
    for (const { id } of numbers) {
      const answer = await get(`/search.json?q=${id.slice(-4)}`);
      const { results } = JSON.parse(answer.text) as { results: { ref: string }[] };
      expect([id, results[0]?.ref.startsWith(`${id}-`)]).toEqual([id, true]);
    }
  });

  test("pages of the old site and numbers of the past lead to a page of today", async () => {
    for (const { from, to } of SCS_REDIRECTS) {
      const { status, path } = await get(from);
      expect([from, status, path]).toEqual([from, 200, to]);
    }
    expect((await get("/scs-0100")).path).toBe("/standards/iaas/scs-0100");
    expect((await get("/standards/scs-0100/")).path).toBe("/standards/iaas/scs-0100");
    expect((await get("/standards/scs-0121-v1-availability-zones-standard")).path).toBe(
      "/standards/scs-0121-v1-Availability-Zones-Standard",
    );
  });
});
