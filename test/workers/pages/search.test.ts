import { env } from "cloudflare:workers";
import { expect, test } from "vitest";

import { getPage, publishFiles, sendTree, testDocument, type TestFile } from "../publish-tree.ts";

const NAMING = testDocument(
  "scs-0100-v3-flavor-naming",
  { title: "Flavor naming", status: "Stable", stabilized_at: "2023-06-14" },
  "## Motivation\n\nCustomers read much out of a name.",
);
const OLD_NAMING = testDocument(
  "scs-0100-v2-flavor-naming",
  { title: "Flavor naming", status: "Deprecated", stabilized_at: "2022-09-08", deprecated_at: "2023-10-31" },
  "## Motivation\n\nCustomers read much out of a name.",
);
const ENTROPY = testDocument(
  "scs-0101-v1-entropy",
  { title: "Entropy", status: "Draft", track: "KaaS" },
  "Random numbers. Compare scs-0100, scs-0100 and scs-0100. <script>alert(1)</script> Zürich",
);
const SCOPE: TestFile = {
  path: "scopes/sample.yaml",
  kind: "scope",
  text: `name: Sample
uuid: 50393e6f-2ae1-4c5c-a62c-3b75f2abef3f
scripts:
  - executable: ./t.py
    testcases:
      - id: scs-0104-image-ubuntu
        description: There is an image of Ubuntu.
        url: https://docs.example.org/standards/scs-0100-v3-flavor-naming#motivation
modules:
  - id: m
    targets: { main: [scs-0104-image-ubuntu] }
timeline: []
versions:
  - version: v1
    stabilized_at: 2024-01-01
    include: [m]
`,
};
const ALL = [NAMING, OLD_NAMING, ENTROPY, SCOPE];

interface Answer {
  readonly total: number;
  readonly matchesAllWords: boolean;
  readonly results: readonly { readonly ref: string; readonly href: string }[];
}

async function find(query: string): Promise<Answer> {
  const response = await getPage(`/search.json?${query}`);
  expect(response.status).toBe(200);
  return response.json();
}

async function refs(query: string): Promise<string[]> {
  return (await find(query)).results.map(({ ref }) => ref);
}

test("a number finds its documents, the one in force first", async () => {
  await publishFiles(ALL);
  expect((await refs("q=0100")).slice(0, 2)).toEqual(["scs-0100-v3-flavor-naming", "scs-0100-v2-flavor-naming"]);
});

test("another form of a word finds it", async () => {
  await publishFiles(ALL);
  expect((await refs("q=flavor+name"))[0]).toBe("scs-0100-v3-flavor-naming");
  expect(await refs("q=zurich")).toEqual(["scs-0101-v1-entropy"]);
});

test("the id of a testcase finds it, and leads to the clause that it tests", async () => {
  await publishFiles(ALL);
  const { results } = await find("q=scs-0104-image-ubuntu");
  expect(results[0]).toMatchObject({
    ref: "scs-0104-image-ubuntu",
    href: "/standards/scs-0100-v3-flavor-naming#motivation",
  });
});

test("a testcase whose document is not published leads to its scope", async () => {
  await publishFiles([ENTROPY, SCOPE]);
  const { results } = await find("q=ubuntu");
  expect(results[0]?.href).toBe("/certification/scopes/sample");
});

test("an address that cannot be decoded breaks neither its own result nor the page of others", async () => {
  const odd = SCOPE.text.replace("scs-0100-v3-flavor-naming#motivation", "%-");
  await publishFiles([ENTROPY, { ...SCOPE, text: odd }]);
  const { results } = await find("q=ubuntu");
  expect(results[0]?.href).toBe("/certification/scopes/sample");
  expect((await getPage("/search?q=ubuntu")).status).toBe(200);
});

test("filters narrow the results, and unknown ones are left out", async () => {
  await publishFiles(ALL);
  expect(await refs("q=scs&status=draft")).toEqual(["scs-0101-v1-entropy"]);
  expect(await refs("q=scs&track=KaaS")).toEqual(["scs-0101-v1-entropy"]);
  expect(await refs("q=scs&type=testcase")).toEqual(["scs-0104-image-ubuntu"]);
  expect((await find("q=entropy&status=nonsense")).total).toBe(1);
});

test("where nothing has all the words, what has some of them is offered", async () => {
  await publishFiles(ALL);
  expect(await find("q=entropy+motivation")).toMatchObject({ matchesAllWords: false, total: 3 });
});

test("whatever is typed, the answer is a page, and nothing of it runs", async () => {
  await publishFiles(ALL);
  const queries = ['"', "'; DROP TABLE document_search; --", "title:x", "NEAR(a b)", "a*b", "{}", "\u0000", "(", "%"];
  for (const query of queries) {
    const response = await getPage(`/search?q=${encodeURIComponent(query)}`);
    expect(response.status).toBe(200);
    await response.text();
  }
  const html = await (await getPage("/search?q=alert")).text();
  expect(html).toContain("&lt;script&gt;<mark>alert</mark>");
});

test("a preview is not found, and what left the tree neither", async () => {
  await publishFiles([NAMING, ENTROPY]);
  await sendTree([testDocument("scs-0999-v1-secret", { title: "Secret plan" }, "Nobody knows.")]);
  expect(await refs("q=secret")).toEqual([]);
  await publishFiles([NAMING]);
  expect(await refs("q=random")).toEqual([]);
});

test("the index changes with the pointer: a past state that is imported leaves it alone", async () => {
  await publishFiles([NAMING]);
  await publishFiles([ENTROPY], "2023-01-01T00:00:00Z");
  expect(await refs("q=random")).toEqual([]);
  const { count } = (await env.DB.prepare("SELECT count(*) AS count FROM document_search").first<{ count: number }>())!;
  expect(count).toBe(1);
});
