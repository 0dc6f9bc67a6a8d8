import { beforeEach, expect, test } from "vitest";

import { getPage, publishFiles, testDocument } from "../publish-tree.ts";

const V1 = "scs-0103-v1-flavors";
const V2 = "scs-0103-v2-flavors";

beforeEach(async () => {
  const stable = { title: "Flavors", status: "Stable", stabilized_at: "2023-06-14" };
  await publishFiles([
    testDocument(V1, stable, "## Rules\n\nA cloud SHOULD offer two flavors."),
    testDocument(V2, { title: "Flavors", status: "Draft" }, "## Rules\n\nA cloud MUST offer two flavors."),
  ]);
});

test("two versions are compared, requirement by requirement and word by word", async () => {
  const response = await getPage(`/standards/${V1}/diff/${V2}`);
  expect(response.status).toBe(200);
  const html = await response.text();
  expect(html).toContain("<strong>Raised</strong>");
  expect(html).toContain("A cloud <del>SHOULD</del><ins>MUST</ins> offer two flavors.");
});

test("the later version links to the comparison with the one before it", async () => {
  const html = await (await getPage(`/standards/${V2}`)).text();
  expect(html).toContain(`<a href="/standards/${V1}/diff/${V2}">Compare with v1</a>`);
});

test("the two sides can stand beside each other", async () => {
  const html = await (await getPage(`/standards/${V1}/diff/${V2}?view=side-by-side`)).text();
  expect(html).toContain("A cloud <del>SHOULD</del> offer two flavors.");
  expect(html).toContain("A cloud <ins>MUST</ins> offer two flavors.");
});

test.each([`/standards/${V1}/diff/scs-9999-v1-none`, `/standards/scs-9999-v1-none/cite`, `/standards/x/cite.bib`])(
  "%s is not found",
  async (path) => {
    expect((await getPage(path)).status).toBe(404);
  },
);

test.each([
  ["bib", "application/x-bibtex; charset=utf-8", "@techreport{scs-0103-v1-flavors,"],
  ["json", "application/vnd.citationstyles.csl+json", '"URL": "http://stele.test/standards/scs-0103-v1-flavors"'],
  ["txt", "text/plain; charset=utf-8", "Flavors. SCS-0103 v1. 2023-06-14. http://stele.test/standards/"],
])("the citation as .%s is a file of its type", async (ending, contentType, expected) => {
  const response = await getPage(`/standards/${V1}/cite.${ending}`);
  expect(response.headers.get("content-type")).toBe(contentType);
  expect(response.headers.get("content-disposition")).toBe(`attachment; filename="scs-0103-v1-flavors.${ending}"`);
  expect(await response.text()).toContain(expected);
});

test("a document says how to cite it and what its key words mean, even where it does not refer to their definition", async () => {
  const html = await (await getPage(`/standards/${V2}`)).text();
  expect(html).toContain("Cite this document");
  expect(html).toContain('<section class="key-words" id="key-words"');
  expect(html).toContain("The document does not say so itself");
});

test("a document says which versions of which scopes require it, and how many test cases check it", async () => {
  const scope = {
    path: "scopes/sample.yaml",
    kind: "scope",
    text: `name: Sample scope
uuid: 50393e6f-2ae1-4c5c-a62c-3b75f2abef3f
scripts:
  - executable: ./t.py
    testcases:
      - { id: scs-0103-a, description: A. }
      - { id: scs-0103-b, description: B. }
modules:
  - { id: m, url: "https://docs.example.org/standards/scs-0103-v1-flavors", targets: { main: [scs-0103-a, scs-0103-b] } }
timeline: []
versions:
  - { version: v2, include: [m] }
  - { version: v1, stabilized_at: 2024-01-01, include: [m] }
`,
  };
  await publishFiles([testDocument("scs-0103-v1-flavors", { status: "Draft" }, "## A\n\nB."), scope]);
  const html = await (await getPage("/standards/scs-0103-v1-flavors")).text();
  expect(html).toMatch(/Required by<\/dt><dd>.*?href="\/certification\/scopes\/sample">Sample scope<\/a> v2, v1/);
  expect(html).toMatch(/Checked by<\/dt><dd><a href="\/standards\/scs-0103-v1-flavors\/requirements">2 test cases/);
});
