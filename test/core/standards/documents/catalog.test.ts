import { expect, test } from "vitest";

import { groupByNumber, groupIdOf, relationsOf } from "#core/standards/documents/catalog.ts";
import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";

function document(documentId: string, facts: Partial<DocumentSummary> = {}): DocumentSummary {
  const [, number, series, version] = /^scs-(\d{4}|xxxx)-([vw])(\d+)/.exec(documentId) ?? [];
  return {
    documentId,
    number,
    series: series as "v" | "w" | undefined,
    version: version === undefined ? undefined : Number(version),
    title: documentId,
    type: "Standard",
    track: "IaaS",
    replaces: [],
    replacedBy: [],
    supplements: [],
    ...facts,
  };
}

const v2 = document("scs-0100-v2-flavor-naming", { replacedBy: ["scs-0100-v3-flavor-naming.md"] });
const v3 = document("scs-0100-v3-flavor-naming", {
  title: "Flavor naming",
  replaces: ["scs-0100-v2-flavor-naming.md"],
});
const v10 = document("scs-0100-v10-flavor-naming");
const w1 = document("scs-0100-w1-notes", { supplements: ["scs-0100-v3-flavor-naming.md"] });
const other = document("scs-0001-v1-standards", { track: "Global" });
const odd = document("Some-Draft", { track: undefined });

test("versions stand in the order of their numbers, supplements apart, groups by number", () => {
  const groups = groupByNumber([v10, w1, v3, other, odd, v2]);
  expect(groups.map((group) => group.id)).toEqual(["scs-0001", "scs-0100", "Some-Draft"]);
  expect(groups[1]?.versions.map((one) => one.version)).toEqual([2, 3, 10]);
  expect(groups[1]?.supplements).toEqual([w1]);
});

test("a document without a readable name is a group of its own", () => {
  expect(groupIdOf(odd)).toBe("Some-Draft");
  expect(groupIdOf(document("scs-xxxx-v1-proposal"))).toBe("scs-xxxx-v1-proposal");
});

test("relations hold when only one side says so, and only with documents that exist", () => {
  const all = [v2, v3, w1, other];
  expect(relationsOf(v3, all)).toEqual({ predecessors: [v2], successors: [], supplements: [w1], supplemented: [] });
  expect(relationsOf(v2, all).successors).toEqual([v3]);
  expect(relationsOf(w1, all).supplemented).toEqual([v3]);
  expect(relationsOf(document("scs-0002-v1-a", { replacedBy: ["scs-9999-v1-gone.md"] }), all).successors).toEqual([]);
});
