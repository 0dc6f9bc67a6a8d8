/** The key words of RFC 2119 and RFC 8174 as SCS-0001 uses them: capitalized, with FORBIDDEN as another MUST NOT. */

/** What a sentence demands: `MUST` binds, `SHOULD` may be left for a good reason, `MAY` is free. */
export type RequirementLevel = "MUST" | "SHOULD" | "MAY";

/** A key word and what it means. */
export interface KeyWord {
  readonly word: string;
  readonly level: RequirementLevel;
  /** The definition in one line. */
  readonly meaning: string;
}

const MEANINGS = {
  demand: "an absolute requirement",
  ban: "an absolute prohibition",
  advice: "there may be good reasons to do otherwise, but they must be understood and weighed",
  warning: "there may be good reasons to do it all the same, but they must be understood and weighed",
  choice: "truly optional",
} as const;

/** Every key word; longer ones before those that they begin with. */
export const KEY_WORDS: readonly KeyWord[] = [
  { word: "MUST NOT", level: "MUST", meaning: MEANINGS.ban },
  { word: "MUST", level: "MUST", meaning: MEANINGS.demand },
  { word: "SHALL NOT", level: "MUST", meaning: MEANINGS.ban },
  { word: "SHALL", level: "MUST", meaning: MEANINGS.demand },
  { word: "REQUIRED", level: "MUST", meaning: MEANINGS.demand },
  { word: "FORBIDDEN", level: "MUST", meaning: MEANINGS.ban },
  { word: "SHOULD NOT", level: "SHOULD", meaning: MEANINGS.warning },
  { word: "SHOULD", level: "SHOULD", meaning: MEANINGS.advice },
  { word: "NOT RECOMMENDED", level: "SHOULD", meaning: MEANINGS.warning },
  { word: "RECOMMENDED", level: "SHOULD", meaning: MEANINGS.advice },
  // Not in RFC 2119, but written all the same; counting it as REQUIRED would turn it into its opposite.
  { word: "NOT REQUIRED", level: "MAY", meaning: MEANINGS.choice },
  { word: "MAY", level: "MAY", meaning: MEANINGS.choice },
  { word: "OPTIONAL", level: "MAY", meaning: MEANINGS.choice },
];

/** Where a key word stands in a text: offsets in UTF-16 code units, `end` exclusive. */
export interface FoundKeyWord extends KeyWord {
  readonly start: number;
  readonly end: number;
}

const BY_WORD = new Map(KEY_WORDS.map((keyWord) => [keyWord.word, keyWord]));
// A hyphen or underscore on either side makes it part of a name: `MAY-2024`, `MUST_EXIST`.
const PATTERN = new RegExp(
  `(?<![\\w-])(?:${KEY_WORDS.map(({ word }) => word.replace(" ", "\\s+")).join("|")})(?![\\w-])`,
  "g",
);
// A word in quotation marks is talked about, not used.
const QUOTED = /["“„»'‘][A-Z ]+["”“«'’]/g;

/** The key words that a text uses, in order; those that it only quotes are left out. */
export function findKeyWords(text: string): FoundKeyWord[] {
  const unquoted = text.replaceAll(QUOTED, (quote) => " ".repeat(quote.length));
  return [...unquoted.matchAll(PATTERN)].flatMap((match) => {
    const keyWord = BY_WORD.get(match[0].replace(/\s+/, " "));
    return keyWord === undefined ? [] : [{ ...keyWord, start: match.index, end: match.index + match[0].length }];
  });
}

const RANK: Record<RequirementLevel, number> = { MAY: 0, SHOULD: 1, MUST: 2 };

/** Negative where `a` demands less than `b`. */
export function compareLevels(a: RequirementLevel, b: RequirementLevel): number {
  return RANK[a] - RANK[b];
}

/** Whether a text refers to the definition of the key words. */
export function refersToDefinition(text: string): boolean {
  return /\b(?:RFC[ -]?(?:2119|8174)|BCP[ -]?14)\b/i.test(text);
}
