/** Changes of one place of a document of which it is known beforehand what they ask for: by their making, not by the gate. */
import type { Draw } from "./draw.ts";

/** What a change means: `asks` where only a person can tell, so that any word about it is right. */
export type Expectation = "more" | "less" | "same" | "asks";

/** A document before and after one small change. */
export interface Mutation {
  readonly kind: string;
  readonly expected: Expectation;
  readonly before: string;
  readonly after: string;
}

/** Makes a mutation of a text; undefined where the text has no place for it. */
export type Mutator = (text: string, draw: Draw) => Mutation | undefined;

/** A sentence that one line holds, with one key word and nothing that makes its direction uncertain. */
const PLAIN =
  /(?<=^|\. )([A-Z][^.|\n`]{10,160}? (?:MUST|must) (?:be|have|provide|offer|use|support|contain) [^.|\n`:;]{5,120})\.(?=\s|$)/gm;
const UNSURE =
  /\b(?:not|no|never|only|if|when|where|unless|except|without|that|which|who|or|until|before|after|should|may|SHOULD|MAY)\b/;

function plainSentences(text: string): { readonly at: number; readonly sentence: string }[] {
  return [...body(text).matchAll(PLAIN)].flatMap((match) => {
    const sentence = match[1] ?? "";
    const isPlain = !UNSURE.test(sentence) && sentence.split(/\b(?:MUST|must)\b/).length === 2;
    return isPlain ? [{ at: match.index + text.length - body(text).length, sentence }] : [];
  });
}

function body(text: string): string {
  const end = text.indexOf("\n---", 3);
  return text.slice(end < 0 ? 0 : end + 4);
}

function replaceAt(text: string, at: number, old: string, fresh: string): string {
  return text.slice(0, at) + fresh + text.slice(at + old.length);
}

/** Changes one of all places that a pattern finds in running text below the front matter. */
function place(
  pattern: RegExp,
  kind: string,
  expected: Expectation,
  change: (found: string, draw: Draw) => string,
): Mutator {
  return (text, draw) => {
    const start = text.length - body(text).length;
    const places = [...body(text).matchAll(pattern)].filter((match) => isProse(text, start + match.index));
    const found = draw.oneOf(places);
    if (found === undefined) return undefined;
    const after = replaceAt(text, start + found.index, found[0], change(found[0], draw));
    return after === text ? undefined : { kind, expected, before: text, after };
  };
}

/** Neither code, nor a heading, nor a quotation, nor a sentence about the key words themselves. */
function isProse(text: string, at: number): boolean {
  const start = text.lastIndexOf("\n", at) + 1;
  const line = text.slice(start, text.indexOf("\n", at) < 0 ? undefined : text.indexOf("\n", at));
  const fences = text.slice(0, at).split(/^(?:```|~~~)/m).length - 1;
  const ticks = line.slice(0, at - start).split("`").length - 1;
  const isQuoted = /["“]$/.test(text.slice(Math.max(0, at - 1), at));
  return fences % 2 === 0 && ticks % 2 === 0 && !isQuoted && !/^\s*(?:#|>|<!--)|RFC ?2119|BCP ?14/i.test(line);
}

const COMPARATORS: readonly { readonly words: string; readonly isUpper: boolean }[] = [
  { words: "within", isUpper: true },
  { words: "within at most", isUpper: true },
  { words: "in no more than", isUpper: true },
  { words: "in not more than", isUpper: true },
  { words: "in less than", isUpper: true },
  { words: "for at least", isUpper: false },
  { words: "for no less than", isUpper: false },
  { words: "for not less than", isUpper: false },
  { words: "for a minimum of", isUpper: false },
  { words: "for more than", isUpper: false },
  { words: "every", isUpper: true },
  { words: "at least every", isUpper: true },
];

/** Gives a real demand a bound, and moves it. */
function bound(expected: "more" | "less"): Mutator {
  return (text, draw) => {
    const found = draw.oneOf(plainSentences(text));
    const comparator = draw.oneOf(COMPARATORS);
    if (found === undefined || comparator === undefined) return undefined;
    const unit = draw.oneOf(["hours", "days", "weeks"]) ?? "days";
    const [small, large] = [2 + draw.below(20), 24 + draw.below(50)];
    const isLess = expected === "less";
    const [from, to] = comparator.isUpper === isLess ? [small, large] : [large, small];
    const write = (count: number): string =>
      replaceAt(text, found.at, found.sentence, `${found.sentence} ${comparator.words} ${count} ${unit}`);
    return { kind: `bound ${isLess ? "relaxed" : "tightened"}`, expected, before: write(from), after: write(to) };
  };
}

/** Gives a real demand a ban of a bound, and moves it. */
function ban(expected: "more" | "less"): Mutator {
  return (text, draw) => {
    const subject = draw.oneOf(["It", "This time", "A session", "The outage of a node"]) ?? "It";
    const [words, isUpper] = draw.oneOf([
      ["MUST NOT last longer than", true],
      ["MUST NOT take more than", true],
      ["MUST NOT exceed", true],
      ["MUST NOT be shorter than", false],
      ["MUST NOT be less than", false],
      ["MUST NOT fall below", false],
    ] as const) ?? ["MUST NOT exceed", true];
    const [small, large] = [2 + draw.below(20), 24 + draw.below(50)];
    const [from, to] = isUpper === (expected === "less") ? [small, large] : [large, small];
    const heading = draw.oneOf([...body(text).matchAll(/^##+ .*(?:Regulation|Standard|Requirement|Decision).*$/gm)]);
    if (heading === undefined) return undefined;
    const at = text.length - body(text).length + heading.index + heading[0].length;
    const write = (count: number): string => replaceAt(text, at, "", `\n\n${subject} ${words} ${count} minutes.\n`);
    return {
      kind: `ban of a bound ${expected === "less" ? "relaxed" : "tightened"}`,
      expected,
      before: write(from),
      after: write(to),
    };
  };
}

/** Gives the tree a demand with a table, and changes the table. */
function row(expected: "more" | "less"): Mutator {
  return (text, draw) => {
    const heading = draw.oneOf([...body(text).matchAll(/^##+ .*(?:Regulation|Standard|Requirement|Decision).*$/gm)]);
    if (heading === undefined) return undefined;
    const at = text.length - body(text).length + heading.index + heading[0].length;
    const rows = Array.from(
      { length: 2 + draw.below(6) },
      (_, index) => `| size-${index} | ${1 + draw.below(64)} | ${1 + draw.below(512)} GiB |`,
    );
    const lead =
      draw.oneOf([
        "Every cloud MUST offer these sizes:",
        "A provider MUST have all sizes of this table.",
        "The following sizes MUST exist:",
      ]) ?? "";
    const write = (lines: readonly string[]): string =>
      replaceAt(text, at, "", `\n\n${lead}\n\n| Name | Cores | Memory |\n| --- | --- | --- |\n${lines.join("\n")}\n`);
    const gone = draw.below(rows.length);
    const fewer = rows.filter((_line, index) => index !== gone);
    const [from, to] = expected === "more" ? [fewer, rows] : [rows, fewer];
    return {
      kind: `table row ${expected === "more" ? "added" : "removed"}`,
      expected,
      before: write(from),
      after: write(to),
    };
  };
}

/** All ways to change a document. */
export const MUTATORS: readonly Mutator[] = [
  place(/\bSHOULD\b(?! NOT)/g, "key word raised", "more", () => "MUST"),
  place(/\bMAY\b/g, "key word raised", "more", () => "MUST"),
  place(/\bRECOMMENDED\b/g, "key word raised", "more", () => "REQUIRED"),
  place(/\bMUST\b(?! NOT)/g, "key word turned", "more", () => "MUST NOT"),
  place(/\bMUST NOT\b/g, "key word turned", "more", () => "MUST"),
  place(/\bMUST\b(?! NOT)/g, "key word lowered", "less", () => "SHOULD"),
  place(
    /(?<=(?:MUST|must|SHOULD|REQUIRED)[^.\n|`]{0,80} )\d{1,4}(?= [a-zA-Z])/g,
    "number of a demand",
    "asks",
    (found, draw) => String(Number(found) + 1 + draw.below(9)),
  ),
  place(/(?<=\| *)\d{1,4}(?= *\|)/g, "table cell", "asks", (found, draw) => String(Number(found) + 1 + draw.below(9))),
  place(
    /(?<=(?:MUST|SHOULD|REQUIRED)[^\n]{0,120}\]\()https?:[^)\s]+/g,
    "link of a demand",
    "asks",
    (found) => `${found}-2`,
  ),
  bound("more"),
  bound("less"),
  ban("more"),
  ban("less"),
  row("more"),
  row("less"),
  place(/\n\n(?=[A-Z])/g, "demand added", "more", () => "\n\nEvery provider MUST keep a second copy.\n\n"),
];
