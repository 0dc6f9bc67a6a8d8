import * as fc from "fast-check";
import { expect, test } from "vitest";

import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";
import {
  changeInWords,
  changesOf,
  type DocumentPair,
  type DocumentState,
} from "#core/standards/history/document-change.ts";

function state(
  documentId: string,
  facts: Partial<DocumentSummary> = {},
  sha256 = JSON.stringify(facts),
): DocumentState {
  const summary: DocumentSummary = {
    documentId,
    number: "0100",
    series: "v",
    version: 1,
    title: "Names",
    type: "Standard",
    track: "IaaS",
    replaces: [],
    replacedBy: [],
    supplements: [],
    ...facts,
  };
  return { summary, sha256: `${documentId} ${sha256}` };
}

function words(before: DocumentState | undefined, after: DocumentState | undefined, hasSameWords = true): string[] {
  return changesOf([{ before, after, hasSameWords }]).map(changeInWords);
}

const draft = state("sam-0100-v1-names");
const stable = state("sam-0100-v1-names", { stabilizedAt: "2024-01-01" });

test("a new document is added, one that left is removed", () => {
  expect(words(undefined, draft)).toEqual(["added"]);
  expect(words(undefined, stable)).toEqual(["added, stable since 2024-01-01"]);
  expect(words(draft, undefined)).toEqual(["removed"]);
});

test("a date that was set is an event of the life cycle", () => {
  expect(words(draft, stable)).toEqual(["stable, in force from 2024-01-01"]);
  const deprecated = state("sam-0100-v1-names", { stabilizedAt: "2024-01-01", deprecatedAt: "2025-01-01" });
  expect(words(stable, deprecated)).toEqual(["deprecated with effect from 2025-01-01"]);
  expect(words(deprecated, stable)).toEqual(["an announced date was taken back"]);
});

test("several changes at once are told with the gravest first", () => {
  const changed = state("sam-0100-v1-names", { stabilizedAt: "2024-01-01", title: "Good names" });
  expect(words(draft, changed, false)).toEqual([
    "stable, in force from 2024-01-01; title changed, before: Names; text changed",
  ]);
});

test("a change of white space is told apart from a change of words and of the header", () => {
  const other = state("sam-0100-v1-names", {}, "other bytes");
  expect(words(draft, other)).toEqual(["form changed, same words"]);
  expect(words(draft, other, false)).toEqual(["text changed"]);
  expect(words(draft, state("sam-0100-v1-names", { replacedBy: ["x"] }))).toEqual(["header changed"]);
});

test("the same bytes under another name have moved", () => {
  const before = { ...draft, sha256: "same" };
  const after = { ...state("sam-0400-v1-names"), sha256: "same" };
  const changes = changesOf([
    { before, after: undefined, hasSameWords: false },
    { before: undefined, after, hasSameWords: false },
  ]);
  expect(changes.map(changeInWords)).toEqual(["moved here from sam-0100-v1-names"]);
});

test("equal states have no changes, and every changed file is told once", () => {
  const ids = fc.constantFrom("a", "b", "c", "d");
  const one = fc.record({ id: ids, sha256: fc.constantFrom("1", "2"), title: fc.constantFrom("x", "y") });
  const tree = fc.uniqueArray(one, { selector: ({ id }) => id });
  fc.assert(
    fc.property(tree, tree, (left, right) => {
      const states = (list: typeof left) =>
        new Map(list.map(({ id, sha256, title }) => [id, { ...state(id, { title }), sha256: id + sha256 }]));
      const [before, after] = [states(left), states(right)];
      const pairs = [...new Set([...before.keys(), ...after.keys()])].map((id): DocumentPair => ({
        before: before.get(id),
        after: after.get(id),
        hasSameWords: true,
      }));
      const changed = pairs.filter((pair) => pair.before?.sha256 !== pair.after?.sha256);
      expect(changesOf(pairs).map(({ document }) => document.documentId)).toEqual(
        changed.map((pair) => (pair.after ?? pair.before)?.summary.documentId ?? "").sort(),
      );
    }),
  );
});
