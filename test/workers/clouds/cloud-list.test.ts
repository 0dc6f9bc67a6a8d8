// A list of clouds that is longer than a page: every cloud stands in it once, in one part, and can be found.
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";

import { createWorld, get, publish, reportYaml, SCOPE, upload, type TestAccount } from "../certification-world.ts";
import { addClouds } from "../many-clouds.ts";

const CLOUDS = 130;
const NAMES = Array.from({ length: CLOUDS }, (_value, index) => `many-${String(index + 1).padStart(5, "0")}`);

/** `bravo` and `charlie` are the group `pair`; 70 of the clouds are described, those whose number ends with an even digit first. */
const DESCRIBED = NAMES.filter((_name, index) => index % 2 === 1).concat(
  NAMES.slice(0, 10).filter((_n, i) => i % 2 === 0),
);
const PROVIDERS = {
  "providers/twins.yaml":
    "provider: {id: twins, name: Twins Ltd.}\nofferings: [{name: Twin Cloud, subjects: [group-pair], scopes: [sample]}]\n",
  "providers/wide.yaml": `provider: {id: wide, name: Wide Inc.}
offerings:
${DESCRIBED.map((name) => `  - {name: Wide ${name}, subjects: [${name}], scopes: [sample]}`).join("\n")}
`,
};

let alpha: TestAccount;

beforeEach(async () => {
  ({ alpha } = await createWorld());
  await addClouds({ clouds: [1, CLOUDS], nights: 1, certificates: 0 });
  await publish({ "scopes/sample.yaml": SCOPE, ...PROVIDERS });
});

interface Part {
  readonly clouds: readonly { subject: string; scopes: Record<string, { verdict: string }> }[];
  readonly next?: string;
}

/** All parts, from link to link. */
async function walk(path: string): Promise<readonly Part[]> {
  const parts: Part[] = [];
  let next: string | undefined = path;
  while (next !== undefined) {
    const response = await get(next);
    expect(response.status, next).toBe(200);
    const part: Part = await response.json();
    expect(response.headers.get("link")).toBe(part.next === undefined ? null : `<${part.next}>; rel="next"`);
    parts.push(part);
    next = part.next;
    expect(parts.length).toBeLessThan(100);
  }
  return parts;
}

const subjectsOf = (parts: readonly Part[]) => parts.flatMap(({ clouds }) => clouds.map(({ subject }) => subject));

describe("a list of clouds", () => {
  test("has every cloud once, the described ones first, fifty lines in a part", async () => {
    const parts = await walk("/certification.json");
    const nameless = NAMES.filter((name) => !DESCRIBED.includes(name));
    expect(subjectsOf(parts)).toEqual(["group-pair", ...DESCRIBED, ...nameless]);
    // One parameter each, so that an export of the site follows them.
    expect(parts.map(({ next }) => next)).toEqual([
      "/certification.json?from=49",
      `/certification.json?after=${nameless[27]}`,
      undefined,
    ]);
    // The group has two lines.
    expect(parts.map(({ clouds }) => clouds.length)).toEqual([49, 50, 32]);
  });

  test("has links through its pages", async () => {
    const first = await (await get("/certification")).text();
    expect(first).toContain('rel="next" href="/certification?from=49"');
    expect(first).not.toContain('rel="prev"');
    const second = await (await get("/certification?from=49")).text();
    expect(second).toContain('rel="prev" href="/certification"');
    expect(second).toContain(`Wide ${DESCRIBED[48]}`);
    expect(second).not.toContain(`Wide ${DESCRIBED[47]}`);
    expect(second).toContain('content="noindex"');
  });

  test("goes on where a cloud reports for the first time, is described, or leaves its provider", async () => {
    expect(subjectsOf(await walk("/certification.json"))).not.toContain("ci");
    await env.DB.prepare("UPDATE latest_result SET subject = 'ci' WHERE subject = ?1").bind(NAMES.at(-1)).run();
    const moved = subjectsOf(await walk("/certification.json"));
    expect(moved).toContain("ci");
    expect(moved).toContain(NAMES.at(-1)); // described all the same
    await publish({ "scopes/sample.yaml": SCOPE });
    const all = subjectsOf(await walk("/certification.json"));
    expect(all.toSorted()).toEqual(["ci", ...NAMES.slice(0, -1)].toSorted());
    await publish({ "scopes/sample.yaml": SCOPE, ...PROVIDERS });
    expect(subjectsOf(await walk("/certification.json"))).toEqual(moved);
  });

  test.each([
    ["any part of the subject", "any-0012", 10],
    ["a part that ends a subject", "00128", 1],
    ["the beginning of the subject", "ma", CLOUDS],
    ["the name", "wide many-00012", 1],
    ["the provider", "wide inc", 70],
    ["the beginning of a member of a group", "charl", 1],
    ["nothing", "no such cloud", 0],
    ["quotes", '"many', 0],
    ["what looks like a query", "many OR alpha*", 0],
    ["what is invisible", "\u0000any-", CLOUDS],
    ["a half of a character", "\ud800\ud800\ud800", 0],
  ])("is searched for %s", async (_what, search, count) => {
    const found = subjectsOf(await walk(`/certification.json?q=${encodeURIComponent(search.toWellFormed())}`));
    expect([found.length, new Set(found).size]).toEqual([count, count]);
    expect((await get(`/certification?q=${encodeURIComponent(search.toWellFormed())}`)).status).toBe(200);
  });

  test.each(["from=99999", "from=-1", "from=x", "after=zzz", "after=%00", "after='", "from=1e9&after=many-00001"])(
    "answers nonsense with a part: %s",
    async (query) => {
      for (const path of ["/certification", "/certification.json", "/page/table"]) {
        expect((await get(`${path}?${query}`)).status).toBe(200);
      }
    },
  );

  test("keeps a group whole that is longer than a part", async () => {
    await env.DB.prepare("UPDATE account SET group_name = NULL").run();
    await env.DB.prepare(
      "INSERT INTO account (subject, group_name) SELECT DISTINCT subject, 'pair' FROM latest_result WHERE subject LIKE 'many-%'",
    ).run();
    await publish({ "scopes/sample.yaml": SCOPE, "providers/twins.yaml": PROVIDERS["providers/twins.yaml"] });
    const [part, ...more] = await walk("/certification.json");
    expect(part?.clouds).toMatchObject([{ subject: "group-pair", members: NAMES.map((subject) => ({ subject })) }]);
    expect(subjectsOf(more)).toEqual([]);
  });
});

describe("what promises everything", () => {
  test("has every cloud: the status, the metrics and the table as Markdown", async () => {
    const status: Record<string, unknown> = await (await get("/status")).json();
    expect(Object.keys(status)).toEqual(NAMES);
    const metrics = await (await get("/metrics")).bytes();
    const text = new TextDecoder().decode(metrics);
    expect(NAMES.filter((name) => !text.includes(`subject="${name}"`))).toEqual([]);
    const markdown = await (await get("/markdown/table")).text();
    expect(NAMES.filter((name) => !markdown.includes(`/page/detail/${name}/`))).toEqual([]);
    expect(markdown).not.toContain("More clouds");
  });

  test("has the newest results with the next request, under another validator", async () => {
    for (const [path, value] of [
      ["/status", 1],
      ["/metrics", -1],
      ["/markdown/table", 1],
    ] as const) {
      const before = await get(path);
      const tag = before.headers.get("etag") ?? "";
      await before.arrayBuffer();
      expect((await get(path, { headers: { "if-none-match": tag } })).status, path).toBe(304);
      await upload(alpha, reportYaml({ subject: "alpha", results: { "flavor-names": 1, "image-names": value } }));
      const after = await get(path, { headers: { "if-none-match": tag } });
      expect(after.status, path).toBe(200);
      expect(new TextDecoder().decode(await after.arrayBuffer())).toContain("alpha");
    }
  });

  test("as HTML the monitor's table has parts with a link", async () => {
    const page = await (await get("/page/table")).text();
    expect(page).toContain('href="http://stele.test/page/table?from=49"');
    const next = await (await get("/page/table?from=49")).text();
    expect(next).toContain(`/page/detail/${DESCRIBED[48]}/`);
    expect(next).not.toContain(`/page/detail/${DESCRIBED[47]}/`);
  });
});
