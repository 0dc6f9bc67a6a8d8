/** Finds what a document demands, whether it capitalizes its key words (BCP 14) or, as older documents do, does not. */
import { table, type Table } from "#core/base/table.ts";
import type { ParsedDocument } from "#core/standards/documents/read-document.ts";
import { collectNodes } from "#core/standards/documents/markdown-nodes.ts";
import { comparableHeading, outlineOf } from "#core/standards/documents/outline.ts";
import { findRequirements, type BlockSentences } from "#core/standards/requirements/find-requirements.ts";
import { findKeyWords, KEY_WORDS, type KeyWord } from "#core/standards/requirements/key-words.ts";
import type { Sentence } from "#core/standards/requirements/split-sentences.ts";
import type { NormativeSentence } from "#core/standards/requirements/normative-sentence.ts";

/** A normative sentence with what stands around it. */
export interface FoundDemand extends NormativeSentence {
  /** Whether it uses a capitalized key word. */
  readonly isCapitalized: boolean;
  readonly block: BlockSentences["block"];
  /** What it is made of. */
  readonly nodes: Sentence["nodes"];
  /** Where it stands in the text of the block, code and markup apart. */
  readonly span: { readonly start: number; readonly end: number };
  /** Whether it is the last sentence of its block. */
  readonly isLast: boolean;
  /** Sentences of the block that demand nothing and follow it. */
  readonly beside: readonly string[];
  /** Whether one of them ends the block. */
  readonly endsBeside: boolean;
}

/** Words that demand without being key words of BCP 14. */
const OTHER_WORDS: Table<string> = table({ MANDATORY: "REQUIRED", PROHIBITED: "FORBIDDEN" });
const BY_WORD = new Map(KEY_WORDS.map((keyWord) => [keyWord.word, keyWord]));
const WORDS = [...BY_WORD.keys(), ...Object.keys(OTHER_WORDS)].map((word) => word.replace(" ", "\\s+"));
const isVerb = (word: string): boolean => /^(?:MUST|SHALL|SHOULD|MAY)/.test(word);
// Adjectives demand where something is said to be so ("is mandatory", "Optional: …"), not before a noun ("the required image").
const ANY_CASE = new RegExp(
  `(?<![\\w-])(?:${WORDS.filter(isVerb).join("|")}|(?<=(?:^|[:(]|\\b(?:is|are|be|been|being|considered|becomes?|remains?|made|also|strictly))\\s*)(?:${WORDS.filter((word) => !isVerb(word)).join("|")}))(?![\\w-])`,
  "gi",
);

/** Sections that explain; a lower-case `must` in them is part of the explanation. */
const EXPLAINING = new Set([
  "abstract",
  "introduction",
  "motivation",
  "context",
  "terminology",
  "glossary",
  "design considerations",
  "options considered",
  "open questions",
  "related documents",
  "previous standard versions",
]);

/** The demands of a document in the order of its text; lower-case ones only outside sections that explain. */
export function findDemands(document: ParsedDocument): FoundDemand[] {
  const root = document.markdown();
  const explains = linesThatExplain(document);
  return toDemands(findRequirements(root, findAnyCase)).filter(
    ({ isCapitalized, line }) => isCapitalized || !explains(line),
  );
}

function toDemands(blocks: readonly BlockSentences[]): FoundDemand[] {
  return blocks.flatMap(({ block, sentences }) =>
    sentences.flatMap(({ sentence, found }, index): FoundDemand[] => {
      if (found === undefined) return [];
      const isCapitalized = found.keyWords.every((word) => word !== word.toLowerCase());
      const end = sentences.findIndex((other, at) => at > index && other.found !== undefined);
      // What stands before the first demand of a block belongs to it.
      const isFirst = sentences.slice(0, index).every((other) => other.found === undefined);
      const rest = sentences.slice(index + 1, end < 0 ? undefined : end);
      const beside = [...(isFirst ? sentences.slice(0, index) : []), ...rest].map((other) => other.sentence.text);
      const start = sentences.slice(0, index).reduce((sum, other) => sum + other.sentence.said.length, 0);
      const span = { start, end: start + sentence.said.length };
      const isLast = index === sentences.length - 1;
      const endsBeside = end < 0 && rest.length > 0;
      return [{ ...found, isCapitalized, block, nodes: sentence.nodes, span, isLast, beside, endsBeside }];
    }),
  );
}

/** The demands inside of quotations, which are demands of others. */
export function findQuotedDemands(document: ParsedDocument): FoundDemand[] {
  const quotes = collectNodes(document.markdown()).ofType("blockquote");
  return quotes.flatMap(({ children }) => toDemands(findRequirements({ type: "root", children }, findKeyWords)));
}

/** Capitalized key words decide where a sentence has some; else those of any case, named in lower case. */
export function findAnyCase(text: string): readonly KeyWord[] {
  const capitalized = findKeyWords(text);
  if (capitalized.length > 0) return capitalized;
  return [...text.matchAll(ANY_CASE)].flatMap((match) => {
    const word = match[0].replace(/\s+/, " ").toUpperCase();
    const keyWord = BY_WORD.get(OTHER_WORDS[word] ?? word);
    return keyWord === undefined ? [] : [{ ...keyWord, word: keyWord.word.toLowerCase() }];
  });
}

/** Tells whether a line stands below a heading of rank 1 or 2 that announces no demands. */
function linesThatExplain(document: ParsedDocument): (line: number) => boolean {
  const sections = outlineOf(collectNodes(document.markdown()), document.text.length)
    .filter(({ depth, text }) => depth <= 2 && EXPLAINING.has(comparableHeading(text)))
    .map(({ span, body }) => ({
      first: document.lines.positionAt(span.start).line,
      end: document.lines.positionAt(body.end).line,
      reachesEnd: body.end === document.text.length,
    }));
  return (line) => sections.some(({ first, end, reachesEnd }) => line >= first && (reachesEnd || line < end));
}
