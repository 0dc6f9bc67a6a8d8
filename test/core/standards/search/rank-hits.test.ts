import { expect, test } from "vitest";

import { rankHits, type SearchHit } from "#core/standards/search/rank-hits.ts";

function hit(ref: string, facts: Partial<SearchHit> = {}): SearchHit {
  return { kind: "document", ref, bm25: -1, isTitled: false, phase: "effective", ...facts };
}

function order(query: string, ...hits: readonly SearchHit[]): string[] {
  return rankHits(hits, query).map(({ ref }) => ref);
}

test("the document whose number is asked for comes before one that only names the number often", () => {
  expect(order("0100", hit("scs-0110-v1-ssd", { bm25: -9 }), hit("scs-0100-v1-flavors", { bm25: -0.1 }))).toEqual([
    "scs-0100-v1-flavors",
    "scs-0110-v1-ssd",
  ]);
});

test("a full id comes first, then its number with a prefix, in any case of letters", () => {
  const hits = [hit("scs-0100-v3-flavors"), hit("scs-0100-v2-flavors"), hit("scs-0999-v1-x", { bm25: -50 })];
  expect(order("SCS-0100-V2-FLAVORS", ...hits)[0]).toBe("scs-0100-v2-flavors");
  expect(order("scs-0100", ...hits).at(-1)).toBe("scs-0999-v1-x");
  expect(order("scs-0100-v3", ...hits)[0]).toBe("scs-0100-v3-flavors");
});

test("among equal matches, what is in force comes before drafts, and drafts before what is over", () => {
  const phases = ["deprecated", "draft", "effective", "rejected", "supplement"] as const;
  expect(order("flavor", ...phases.map((phase) => hit(phase, { phase })))).toEqual([
    "effective",
    "draft",
    "supplement",
    "deprecated",
    "rejected",
  ]);
});

test("a title that holds all words comes before a text that repeats them", () => {
  const hits = [hit("often", { bm25: -2 }), hit("titled", { isTitled: true })];
  expect(order("flavor nam", ...hits)).toEqual(["titled", "often"]);
});

test("a testcase that is named exactly comes before documents that mention it", () => {
  const hits = [hit("scs-0104-v1-images", { bm25: -20 }), hit("scs-0104-image-ubuntu", { kind: "testcase" })];
  expect(order("scs-0104-image-ubuntu", ...hits)[0]).toBe("scs-0104-image-ubuntu");
});

test("equal hits come in the order of their ids, whatever order they were found in", () => {
  expect(order("x", hit("b"), hit("a"), hit("c"))).toEqual(["a", "b", "c"]);
});
