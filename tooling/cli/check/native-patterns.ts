import { searchWith, type PatternEngine } from "#core/standards/checking/search-pattern.ts";

/**
 * The patterns of a tree as the language's own engine matches them, look-around and all. For the author's machine only: some
 * patterns take it longer than anybody waits, and here that is whoever wrote them.
 */
export const NATIVE_PATTERNS: PatternEngine = {
  read(source, flags) {
    try {
      return searchWith(new RegExp(source, [...new Set(`g${flags}`)].join("")));
    } catch {
      return "it is no regular expression of JavaScript";
    }
  },
  mayLintWithPatterns: true,
};
