import { describe, expect, test } from "vitest";

import { findings } from "#core/base/stored/finding-shape.ts";
import { readStoredJson } from "#core/base/stored/read-stored.ts";
import { renderFile } from "#core/standards/publishing/render-file.ts";
import { readFacts, tableOfContents, type FactsOf } from "#core/standards/publishing/stored-facts.ts";
import type { FileKind } from "#core/standards/publishing/tree-layout.ts";
import { storedNumbers, storedSentences } from "#core/standards/requirements/stored-sentences.ts";

import { readTree } from "../../../../tooling/publishing/read-tree.ts";
import { expectTotal } from "../../base/stored/damage.ts";

const tree = await readTree("standards-src");
const rendered = await Promise.all(
  tree.files.map(async ({ kind, path }) => {
    const file = renderFile(kind, path, await tree.read(path));
    if (!file.ok) throw new Error(`${path} cannot be read`);
    return { kind, path, ...file.value };
  }),
);
const factsOf = (kind: FileKind): readonly unknown[] =>
  rendered.filter((file) => file.kind === kind).map(({ facts }) => facts);

test("what publishing makes of our own tree comes back from the store as it was", () => {
  for (const { kind, path, facts, toc, findings: found, requirements = [] } of rendered) {
    const stored = JSON.stringify(facts);
    expect(JSON.stringify(readFacts(kind, path, stored)), path).toBe(stored);
    expect(readStoredJson(path, tableOfContents, JSON.stringify(toc))).toEqual(toc);
    expect(readStoredJson(path, findings, JSON.stringify(found)).length).toBe(found.length);
    expect(readStoredJson(path, storedSentences, JSON.stringify(requirements)).length).toBe(requirements.length);
  }
  const kinds = new Set(rendered.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(["config", "document", "guide", "news", "provider", "release", "sbom", "scope"]);
});

/** Texts of a kind's facts, taken as pages take them: a wrong type fails here. */
const LOOKS: { readonly [Kind in FileKind]: (facts: FactsOf[Kind]) => unknown } = {
  config: ({ name, tracks, redirects }) => [
    name?.trim(),
    tracks?.map(({ id, digit }) => id.trim() + digit.toFixed()),
    redirects?.map(({ from, to }) => from.trim() + to.trim()),
  ],
  document: (one) => [
    one.documentId.trim(),
    one.number?.trim(),
    one.version?.toFixed(),
    one.status?.trim(),
    [...one.replaces, ...one.replacedBy, ...one.supplements, ...(one.mentions ?? [])].map((id) => id.trim()),
  ],
  scope: ({ alias, uuid, documentIds = [], inclusions = [] }) => [
    alias.trim(),
    uuid?.trim(),
    documentIds.map((id) => id.trim()),
    inclusions.map(({ versions, testcaseCount }) => versions.join().trim() + testcaseCount.toFixed()),
  ],
  release: ({ title, releasedAt, components }) => [
    title.trim(),
    releasedAt?.trim(),
    components.map(({ name, version, layer }) => name.trim() + version.trim() + (layer?.trim() ?? "")),
  ],
  sbom: (facts) => Object.keys(facts),
  provider: (facts) => [
    facts?.provider.name.trim(),
    facts?.offerings.map(({ subjects, scopes = [], links = [] }) => [
      subjects.map((subject) => subject.trim()),
      scopes.map((scope) => scope.trim()),
      links.map(({ rel, href }) => rel.trim() + href.trim()),
    ]),
  ],
  guide: ({ guideId, title, position }) => [guideId.trim(), title.trim(), position?.toFixed()],
  news: ({ newsId, date, authors = [] }) => [newsId.trim(), date?.trim(), authors.map((author) => author.trim())],
};

function tryKind<Kind extends FileKind>(
  kind: Kind,
  goods: readonly unknown[],
  look: (facts: FactsOf[Kind]) => unknown,
) {
  expectTotal(goods, (json) => readFacts(kind, "Facts", json), look);
}

describe("damaged facts are read as what they are or refused", () => {
  test("config", () => tryKind("config", factsOf("config"), LOOKS.config));
  test("document", () => tryKind("document", factsOf("document"), LOOKS.document));
  test("scope", () => tryKind("scope", factsOf("scope"), LOOKS.scope));
  test("release", () => tryKind("release", factsOf("release"), LOOKS.release));
  test("provider", () => tryKind("provider", factsOf("provider"), LOOKS.provider));
  test("guide", () => tryKind("guide", factsOf("guide"), LOOKS.guide));
  test("news", () => tryKind("news", factsOf("news"), LOOKS.news));
  test("those of a provider file with faults, and those of SBOMs", () => {
    tryKind("provider", [null], LOOKS.provider);
    tryKind("sbom", [{}], LOOKS.sbom);
  });
});

test("damaged tables of contents, findings and sentences are read as what they are or refused", () => {
  const [document] = rendered.filter(({ kind, requirements = [] }) => kind === "document" && requirements.length > 0);
  expectTotal(
    [document?.toc],
    (json) => readStoredJson("Headings", tableOfContents, json),
    (toc) => toc.map(({ depth, id, text }) => depth.toFixed() + id.trim() + text.trim()),
  );
  expectTotal(
    [document?.requirements],
    (json) => readStoredJson("Sentences", storedSentences, json),
    (sentences) =>
      sentences.map((one) => [one.keyWords.join().trim(), one.text.trim(), one.details?.trim(), one.line.toFixed()]),
  );
  expectTotal(
    [[1, 2, 7]],
    (json) => readStoredJson("Numbers", storedNumbers, json),
    (numbers) => numbers.map((one) => one.toFixed()),
  );
  const place = { path: "a.md", start: { line: 1, column: 1 }, end: { line: 1, column: 2 }, quote: "x" };
  const patch = [
    { op: "add", path: "/a", value: 1 },
    { op: "remove", path: "/b" },
    { op: "move", from: "/c", path: "/d" },
  ];
  const fix = { description: "Write it", edits: [{ start: 0, end: 1, text: "y" }], patch };
  expectTotal(
    [[{ ruleId: "a", severity: "error", message: "b", place, source: { clause: "c" }, fix }]],
    (json) => readStoredJson("Findings", findings, json),
    (found) =>
      found.map((one) => [
        one.ruleId.trim(),
        one.place.start.line.toFixed() + one.place.end.column.toFixed() + (one.place.quote?.trim() ?? ""),
        one.source.url?.trim(),
        one.fix?.edits.map(({ start, text }) => start.toFixed() + text.trim()),
        one.fix?.patch?.map(({ op, path }) => op.trim() + path.trim()),
      ]),
  );
});
