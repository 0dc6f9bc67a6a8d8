import type { Configuration } from "markdownlint";

import { withoutLintPatterns, type StyleRefusal } from "./lint-patterns.ts";
import { parseJsonc } from "./parse-jsonc.ts";
import { LINEAR_PATTERNS, searchFor, searchWith, type PatternEngine, type Search } from "./search-pattern.ts";

/** A text that should not occur, as `markdownlint-rule-search-replace` describes it. */
export interface SearchRule {
  readonly name: string;
  readonly message: string;
  readonly search: Search;
  /** What to write instead, with `$1`; undefined where nothing can be said in general. */
  readonly replace: string | undefined;
  readonly skipCode: boolean;
}

/** How Markdown is written in a tree: markdownlint's configuration and texts to search for. */
export interface MarkdownStyle {
  readonly lint: Configuration;
  readonly searches: readonly SearchRule[];
  readonly refusals: readonly StyleRefusal[];
}

/** File names of a tree's own style, the first that exists counts. */
export const STYLE_FILES = [
  ".markdownlint-cli2.jsonc",
  "markdownlint-cli2.jsonc",
  ".markdownlint.jsonc",
  ".markdownlint.json",
] as const;

/** Rules of markdownlint that rules of our own cover: ranks, first-level headings, code languages, images. */
const COVERED = { MD001: false, MD025: false, MD040: false, MD041: false, MD045: false };

/** The style of a tree without own one: markdownlint's rules without line length, and the typography of the SCS. */
export const DEFAULT_STYLE: MarkdownStyle = {
  lint: { default: true, MD013: false, MD024: false, ...COVERED },
  searches: [
    search("curly-double-quotes", "straight double quotes", /[“”]/g, '"'),
    search("curly-single-quotes", "straight single quotes", /[‘’]/g, "'"),
    search("m-dash", "an em dash between spaces", / -- /g, " — "),
    search("relative-link-path", "no link to a folder above", /\]\(\.\./g, undefined),
    search("double-spaces", "single spaces", /([^\s>|]) {2}([^\s|])/g, "$1 $2"),
    // Looks back, or a long run of spaces within a line is tried from each of them: quadratic.
    { ...search("trailing-spaces", "no spaces at the end of a line", /(?<! ) {2,}$/gm, ""), skipCode: false },
  ],
  refusals: [],
};

function search(name: string, message: string, pattern: RegExp, replace: string | undefined): SearchRule {
  return { name, message: `expected ${message}`, search: searchWith(pattern), replace, skipCode: true };
}

/**
 * Reads a `.markdownlint-cli2.jsonc` or `.markdownlint.jsonc`; undefined where it is not JSON with comments. Custom
 * rules other than `search-replace` are code and stay with markdownlint-cli2. `engine` says how the patterns of the file are
 * matched; what it does not match is refused and left out.
 */
export function readMarkdownStyle(text: string, engine: PatternEngine = LINEAR_PATTERNS): MarkdownStyle | undefined {
  const value = parseJsonc(text);
  if (typeof value !== "object" || value === null) return undefined;
  const root = value as Record<string, unknown>;
  const config = (
    typeof root["config"] === "object" && root["config"] !== null ? root["config"] : root
  ) as Configuration;
  const { "search-replace": searchReplace, ...lint } = config;
  const rules = (searchReplace as { rules?: unknown } | undefined)?.rules;
  const read = Array.isArray(rules) ? rules.slice(0, MAX_SEARCHES).map((rule) => readSearch(rule, engine)) : [];
  const searches = read.flatMap((rule) => (rule !== undefined && "search" in rule ? [rule] : []));
  const refusals = read.flatMap((rule) => (rule !== undefined && "text" in rule ? [rule] : []));
  if (engine.mayLintWithPatterns) return { lint, searches, refusals };
  const safe = withoutLintPatterns(lint);
  return { lint: safe.lint, searches, refusals: [...refusals, ...safe.refusals] };
}

/** Searches that one style file may ask for; each reads all documents. */
const MAX_SEARCHES = 50;

function readSearch(value: unknown, engine: PatternEngine): SearchRule | StyleRefusal | undefined {
  const rule = (value ?? {}) as Record<string, unknown>;
  const text = (key: string): string | undefined => (typeof rule[key] === "string" ? rule[key] : undefined);
  const name = text("name") ?? "search";
  const plain = text("search");
  const pattern = text("searchPattern") ?? "";
  const [, source, flags] = /^\/(.+)\/([a-z]*)$/s.exec(pattern) ?? [];
  if (plain === undefined && source === undefined) return undefined;
  const search = plain === undefined ? engine.read(source ?? "", flags ?? "") : searchFor(plain);
  if (typeof search === "string") return { text: pattern, message: `The search \`${name}\` was not made: ${search}.` };
  return {
    name,
    message: text("message") ?? "not wanted here",
    search,
    replace: text("replace"),
    skipCode: rule["skipCode"] === true || rule["searchScope"] === "text",
  };
}
