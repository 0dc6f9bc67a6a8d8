/** Finds what a document demands, whether it capitalizes its key words (BCP 14) or, as older documents do, does not. */
import { table, type Table } from "#core/base/table.ts";
import type { ParsedDocument } from "#core/standards/documents/read-document.ts";
import { collectNodes } from "#core/standards/documents/markdown-nodes.ts";
import { comparableHeading, outlineOf } from "#core/standards/documents/outline.ts";
import { findRequirements, normativeSentences } from "#core/standards/requirements/find-requirements.ts";
import { findKeyWords, KEY_WORDS, type KeyWord } from "#core/standards/requirements/key-words.ts";
import type { NormativeSentence } from "#core/standards/requirements/normative-sentence.ts";

/** A normative sentence, and whether it uses a capitalized key word. */
export interface FoundDemand extends NormativeSentence {
  readonly isCapitalized: boolean;
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
  return normativeSentences(findRequirements(root, findAnyCase)).flatMap((sentence) => {
    const isCapitalized = sentence.keyWords.every((word) => word !== word.toLowerCase());
    return isCapitalized || !explains(sentence.line) ? [{ ...sentence, isCapitalized }] : [];
  });
}

/** Capitalized key words decide where a sentence has some; else those of any case, named in lower case. */
function findAnyCase(text: string): readonly KeyWord[] {
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
