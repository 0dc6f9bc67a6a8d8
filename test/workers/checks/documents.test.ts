import { exports } from "cloudflare:workers";
import { describe, expect, test } from "vitest";

import { publishFiles } from "../publish-tree.ts";

const URL = "http://stele.test/api/v1/validate/documents";
const CLEAN = "---\ntitle: Sample\ntype: Procedural\nstatus: Draft\ntrack: Global\n---\n\n## Introduction\n\nText.\n";

async function post(body: BodyInit, contentType: string, query = ""): Promise<Response> {
  return exports.default.fetch(`${URL}${query}`, { method: "POST", body, headers: { "content-type": contentType } });
}

describe("one document as Markdown", () => {
  test("a clean one has no findings", async () => {
    const response = await post(CLEAN, "text/markdown; charset=utf-8", "?path=scs-0001-v1-sample.md");
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({ findings: [], counts: { error: 0, warning: 0, note: 0 }, files: 1 });
  });

  test("a faulty one has findings with place, source and message, and still 200", async () => {
    const response = await post(CLEAN.replace("Draft", "Final"), "text/markdown", "?path=scs-0001-v1-sample.md");
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      counts: { error: 1, warning: 0, note: 0 },
      findings: [
        {
          ruleId: "front-matter-value",
          docs: "/docs/rules/front-matter-value",
          severity: "error",
          place: { path: "scs-0001-v1-sample.md", start: { line: 4, column: 9 }, end: { line: 4, column: 14 } },
          source: { clause: "SCS-0001, Document format" },
        },
      ],
    });
  });

  test("bytes that are no text are a finding", async () => {
    const response = await post(Uint8Array.from([0xff, 0xfe]), "text/markdown", "?path=scs-0001-v1-sample.md");
    expect(await response.json()).toMatchObject({ findings: [{ ruleId: "document-unreadable" }] });
  });

  test("the profile can be chosen", async () => {
    const text = CLEAN.replace("Global", "Scopes");
    const strict = await post(text, "text/markdown", "?path=scs-0500-v1-sample.md&profile=strict");
    const { findings } = await strict.json<{ findings: { ruleId: string }[] }>();
    expect(findings.map(({ ruleId }) => ruleId)).toContain("known-track");
  });
});

describe("several documents as JSON", () => {
  test("are checked together, as a whole tree when they say so", async () => {
    const documents = [
      { path: "scs-0001-v1-sample.md", text: `${CLEAN}\nSee [two](scs-0002-v1-two.md).\n` },
      { path: "scs-0003-v1-three.md", text: `${CLEAN}\nSee [one](scs-0001-v1-sample.md#nowhere).\n` },
    ];
    const complete = await post(JSON.stringify({ complete: true, documents }), "application/json");
    expect(await complete.json()).toMatchObject({
      findings: [{ ruleId: "link-target" }, { ruleId: "link-anchor", place: { path: "scs-0003-v1-three.md" } }],
    });
    const partial = await post(JSON.stringify({ documents }), "application/json");
    expect(await partial.json()).toMatchObject({ findings: [{ ruleId: "link-anchor" }] });
  });

  test("may bring scope files and configuration along, as files of the tree", async () => {
    const documents = [
      { path: "documents/scs-0001-v1-a_b.md", text: CLEAN },
      { path: "stele.config.yaml", text: "check:\n  severities:\n    slug-characters: note\n" },
      { path: "scopes/none.yaml", text: "name: x\n" },
    ];
    const response = await post(JSON.stringify({ documents }), "application/json");
    const answer = await response.json<{ findings: { ruleId: string; severity: string }[] }>();
    expect(answer).toMatchObject({ files: 2 });
    const rules = answer.findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`);
    expect(rules).toEqual(expect.arrayContaining(["slug-characters note", "scope-schema error"]));
  });

  test("go by the configuration that comes with them", async () => {
    const config = "check:\n  severities:\n    slug-characters: note\n";
    const documents = [{ path: "scs-0001-v1-a_b.md", text: CLEAN }];
    const response = await post(JSON.stringify({ config, documents }), "application/json");
    expect(await response.json()).toMatchObject({ counts: { error: 0, warning: 0, note: 1 } });
  });
});

describe("the settings of the published tree", () => {
  const CONFIG =
    "check:\n  profile: strict\n  severities: { description: off }\n  ignores:\n    - rule: known-track\n      reason: it is new\n";
  const DOCUMENT = "documents/scs-0001-v1-sample.md";

  const TREE = [
    { path: "stele.config.yaml", kind: "config", text: CONFIG },
    { path: DOCUMENT, kind: "document", text: CLEAN },
  ];

  test("count for documents that come without", async () => {
    const text = CLEAN.replace("Global", "Nowhere");
    const before = await post(text, "text/markdown", `?path=${DOCUMENT}`);
    expect(await before.json()).toMatchObject({ findings: [{ ruleId: "known-track" }] });
    await publishFiles(TREE);
    const after = await post(text, "text/markdown", `?path=${DOCUMENT}`);
    expect(await after.json()).toMatchObject({ findings: [] });
    const own = await post(JSON.stringify({ config: "", documents: [{ path: DOCUMENT, text }] }), "application/json");
    expect(await own.json()).toMatchObject({ findings: [{ ruleId: "known-track" }] });
  });

  test("are what the page /check begins with, and what is published can be compared with", async () => {
    await publishFiles(TREE);
    const page = await (await exports.default.fetch("http://stele.test/check")).text();
    expect(page).toContain("reason: it is new");
    expect(page).toMatch(/<option value="strict" selected/);
    const response = await exports.default.fetch("http://stele.test/check/published.json");
    expect(response.headers.get("etag")).toMatch(/^"[0-9a-f]+"$/);
    expect(await response.json()).toEqual({ files: [{ path: DOCUMENT, text: CLEAN }] });
  });
});

describe("what cannot be checked is a problem", () => {
  test.each<[string, BodyInit, string, string, number, string]>([
    ["another media type", "x", "text/html", "", 415, "`text/html`"],
    ["no name", CLEAN, "text/markdown", "", 400, "?path="],
    ["an unknown profile", CLEAN, "text/markdown", "?path=a.md&profile=lax", 400, "`profile`"],
    ["broken JSON", "{", "application/json", "", 400, "not JSON"],
    ["JSON of another shape", '{"documents":[{"path":"a"}]}', "application/json", "", 422, "/documents/0"],
    ["no documents", '{"documents":[]}', "application/json", "", 422, "/documents"],
    ["more than 2 MB", "x".repeat(2_000_001), "text/markdown", "?path=a.md", 413, "2,000,000 bytes"],
  ])("%s", async (_name, body, contentType, query, status, detail) => {
    const response = await post(body, contentType, query);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ status, detail: expect.stringContaining(detail) });
  });
});

test("a page of another origin may ask", async () => {
  const response = await exports.default.fetch(URL, { method: "OPTIONS" });
  expect(response.status).toBe(204);
  expect(response.headers.get("access-control-allow-methods")).toBe("POST");
});
