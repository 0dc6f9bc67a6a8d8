import type { Configuration } from "markdownlint";

/** A part of a style that is left out, and why. */
export interface StyleRefusal {
  /** As the style file says it, without escapes. */
  readonly text: string;
  readonly message: string;
}

/**
 * Options of markdownlint's rules that it compiles to regular expressions or compares every word with, by their names, which no
 * other option has: whether a value is one that may keep it busy.
 */
const PATTERN_OPTIONS: ReadonlyMap<string, (value: unknown) => boolean> = new Map<string, (value: unknown) => boolean>(
  Object.entries({
    front_matter_title: (value: unknown) => value !== "",
    ignored_pattern: (value: unknown) => value !== "",
    /** Becomes a class of characters as it stands; `]` would end the class. */
    punctuation: (value: unknown) => typeof value !== "string" || /[\]\\[]/.test(value) || value.length > 100,
    /** An item that begins with `%` is a pattern. */
    headings: (value: unknown) =>
      !Array.isArray(value) || value.some((item) => typeof item !== "string" || item.startsWith("%")),
    names: (value) => !Array.isArray(value) || value.length > 0,
  }),
);

/** A configuration without the options that are patterns, and what was left out. Rules and tags may both have them. */
export function withoutLintPatterns(lint: Configuration): {
  readonly lint: Configuration;
  readonly refusals: readonly StyleRefusal[];
} {
  const refusals: StyleRefusal[] = [];
  const entries = Object.entries(lint).map(([rule, options]): [string, unknown] => {
    if (typeof options !== "object" || options === null) return [rule, options];
    const kept = Object.entries(options).filter(([option, value]) => {
      if (PATTERN_OPTIONS.get(option)?.(value) !== true) return true;
      const message = `The option \`${option}\` of \`${rule}\` was not used: markdownlint makes regular expressions of it; \`stele check\` on your machine uses it.`;
      refusals.push({ text: option, message });
      return false;
    });
    return [rule, Object.fromEntries(kept)];
  });
  return { lint: Object.fromEntries(entries) as Configuration, refusals };
}
