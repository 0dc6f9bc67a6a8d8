import { env, exports } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";

import { sha256Hex } from "../../workers/http/digest.ts";

const worker = exports.default as Fetcher;
const TOKEN = "operator-token-of-this-test";
const V1 = "scs-0103-v1-flavors";
const V2 = "scs-0103-v2-flavors";

function text(sentence: string, facts: string): string {
  return `---\ntitle: Flavors\ntype: Standard\ntrack: IaaS\n${facts}---\n\n## Rules\n\n${sentence}\n`;
}

beforeEach(async () => {
  Object.assign(env, { OPERATOR_TOKEN_SHA256: await sha256Hex(TOKEN) });
  const files = [
    {
      path: `documents/${V1}.md`,
      kind: "document",
      text: text("A cloud SHOULD offer two flavors.", "status: Stable\nstabilized_at: 2023-06-14\n"),
    },
    { path: `documents/${V2}.md`, kind: "document", text: text("A cloud MUST offer two flavors.", "status: Draft\n") },
  ];
  const manifest = await Promise.all(
    files.map(async ({ path, kind, text }) => ({ path, kind, sha256: await sha256Hex(text) })),
  );
  const { snapshot } = await (
    await call("POST", "/api/v1/snapshots", JSON.stringify({ files: manifest }))
  ).json<{ snapshot: string }>();
  for (const file of files) await call("PUT", `/api/v1/snapshots/${snapshot}/files/${file.path}`, file.text);
  await call("POST", `/api/v1/snapshots/${snapshot}/activate`);
});

async function call(method: string, path: string, body?: BodyInit): Promise<Response> {
  const headers = { authorization: `Bearer ${TOKEN}` };
  return worker.fetch(new Request(`http://stele.test${path}`, { method, body: body ?? null, headers }));
}

test("two versions are compared, requirement by requirement and word by word", async () => {
  const response = await call("GET", `/standards/${V1}/diff/${V2}`);
  expect(response.status).toBe(200);
  const html = await response.text();
  expect(html).toContain("<strong>Raised</strong>");
  expect(html).toContain("A cloud <del>SHOULD</del><ins>MUST</ins> offer two flavors.");
});

test("the later version links to the comparison with the one before it", async () => {
  const html = await (await call("GET", `/standards/${V2}`)).text();
  expect(html).toContain(`<a href="/standards/${V1}/diff/${V2}">Compare with v1</a>`);
});

test("the two sides can stand beside each other", async () => {
  const html = await (await call("GET", `/standards/${V1}/diff/${V2}?view=side-by-side`)).text();
  expect(html).toContain("A cloud <del>SHOULD</del> offer two flavors.");
  expect(html).toContain("A cloud <ins>MUST</ins> offer two flavors.");
});

test.each([`/standards/${V1}/diff/scs-9999-v1-none`, `/standards/scs-9999-v1-none/cite`, `/standards/x/cite.bib`])(
  "%s is not found",
  async (path) => {
    expect((await call("GET", path)).status).toBe(404);
  },
);

test.each([
  ["bib", "application/x-bibtex; charset=utf-8", "@techreport{scs-0103-v1-flavors,"],
  ["json", "application/vnd.citationstyles.csl+json", '"URL": "http://stele.test/standards/scs-0103-v1-flavors"'],
  ["txt", "text/plain; charset=utf-8", "Flavors. SCS-0103 v1. 2023-06-14. http://stele.test/standards/"],
])("the citation as .%s is a file of its type", async (ending, contentType, expected) => {
  const response = await call("GET", `/standards/${V1}/cite.${ending}`);
  expect(response.headers.get("content-type")).toBe(contentType);
  expect(response.headers.get("content-disposition")).toBe(`attachment; filename="scs-0103-v1-flavors.${ending}"`);
  expect(await response.text()).toContain(expected);
});

test("a document says how to cite it and what its key words mean, even where it does not refer to their definition", async () => {
  const html = await (await call("GET", `/standards/${V2}`)).text();
  expect(html).toContain("Cite this document");
  expect(html).toContain('<section class="key-words" id="key-words"');
  expect(html).toContain("The document does not say so itself");
});
