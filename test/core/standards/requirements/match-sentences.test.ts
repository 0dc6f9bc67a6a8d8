import { expect, test } from "vitest";

import { matchSentences } from "#core/standards/requirements/match-sentences.ts";

const of = (...texts: readonly string[]) => texts.map((text) => ({ text }));
const within = (section: string, text: string) => ({ section, text });

test("six of ten words in common make two sentences versions of each other, five do not", () => {
  expect(matchSentences(of("a b c d e f g h i j"), of("a b c d e f v w x y"))).toEqual([0]);
  expect(matchSentences(of("a b c d e f g h i j"), of("a b c d e u v w x y"))).toEqual([undefined]);
});

test("words count as often as they stand there, and capitals do not count", () => {
  expect(matchSentences(of("Go Go Go Go Go"), of("go a b c d"))).toEqual([undefined]);
  expect(matchSentences(of("go go go x y"), of("GO GO GO a b"))).toEqual([0]);
});

test("the most similar pair is made first", () => {
  expect(matchSentences(of("a b c d e f g", "a b c d e x y"), of("a b c d e f z"))).toEqual([0]);
  expect(matchSentences(of("a b c d e x y", "a b c d e f g"), of("a b c d e f z"))).toEqual([1]);
});

test("among equals the same section counts, then the nearest place", () => {
  const lost = [within("one", "a b c d e f"), within("two", "a b c d e g")];
  expect(matchSentences(lost, [within("two", "a b c d e x")])).toEqual([1]);
  expect(matchSentences(lost, [within("one", "a b c d e x")])).toEqual([0]);
  expect(matchSentences(of("q r s", "a b c d e f", "a b c d e g"), of("t u v", "w", "a b c d e x"))).toEqual([
    undefined,
    undefined,
    2,
  ]);
});

test("equal sentences are the same within their section, then anywhere, repeated ones in order", () => {
  const before = [within("one", "same"), within("two", "same"), within("three", "same")];
  const after = [within("two", "same"), within("four", "same"), within("one", "same"), within("five", "same")];
  expect(matchSentences(before, after)).toEqual([1, 2, 0, undefined]);
});

test("every sentence has one counterpart at most, and nothing matches where there is nothing", () => {
  expect(matchSentences(of("a b c d"), of("a b c x", "a b c y"))).toEqual([0, undefined]);
  expect(matchSentences([], of("a"))).toEqual([undefined]);
  expect(matchSentences(of("a"), [])).toEqual([]);
  expect(matchSentences(of("!"), of("?"))).toEqual([undefined]);
});

/** Sentences that have nothing in common but with their own version. */
const numbered = (count: number, word: string) =>
  Array.from({ length: count }, (_, index) => ({ text: `w${index} x${index} y${index} ${word}` }));

test("two hundred sentences are compared with two hundred wherever they stand, of more only neighbors are", () => {
  const reversed = (count: number) => numbered(count, "new").toReversed();
  expect(matchSentences(numbered(200, "old"), reversed(200))[0]).toBe(199);
  const many = matchSentences(numbered(201, "old"), reversed(201));
  expect(many[0]).toBeUndefined();
  expect(many[100]).toBe(100);
});

test("among many sentences those within twenty places find each other", () => {
  const before = numbered(300, "old");
  const moved = (by: number) =>
    [...before.slice(by), ...before.slice(0, by)].map(({ text }) => text.replace("old", "new"));
  const found = (by: number) => matchSentences(before, of(...moved(by)))[150];
  expect([found(0), found(19), found(20)]).toEqual([150, 169, undefined]);
});

test("of a sentence three hundred words are read", () => {
  const words = (count: number, word: string) => Array.from({ length: count }, () => word).join(" ");
  expect(
    matchSentences(of(`${words(300, "a")} ${words(600, "b")}`), of(`${words(300, "a")} ${words(600, "c")}`)),
  ).toEqual([0]);
});
