import type { Configuration } from "markdownlint";

import { parseJsonc } from "./parse-jsonc.ts";

/** A text that should not occur, as `markdownlint-rule-search-replace` describes it. */
export interface SearchRule {
  readonly name: string;
  readonly message: string;
  readonly pattern: RegExp;
  /** What to write instead, with `$1`; undefined where nothing can be said in general. */
  readonly replace: string | undefined;
  readonly skipCode: boolean;
}

/** How Markdown is written in a tree: markdownlint's configuration and texts to search for. */
export interface MarkdownStyle {
  readonly lint: Configuration;
  readonly searches: readonly SearchRule[];
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
};

function search(name: string, message: string, pattern: RegExp, replace: string | undefined): SearchRule {
  return { name, message: `expected ${message}`, pattern, replace, skipCode: true };
}

/**
 * Reads a `.markdownlint-cli2.jsonc` or `.markdownlint.jsonc`; undefined where it is not JSON with comments. Custom
 * rules other than `search-replace` are code and stay with markdownlint-cli2.
 */
export function readMarkdownStyle(text: string): MarkdownStyle | undefined {
  const value = parseJsonc(text);
  if (typeof value !== "object" || value === null) return undefined;
  const root = value as Record<string, unknown>;
  const config = (
    typeof root["config"] === "object" && root["config"] !== null ? root["config"] : root
  ) as Configuration;
  const { "search-replace": searchReplace, ...lint } = config;
  const rules = (searchReplace as { rules?: unknown } | undefined)?.rules;
  const searches = Array.isArray(rules) ? rules.map(readSearch).filter((rule) => rule !== undefined) : [];
  return { lint, searches };
}

function readSearch(value: unknown): SearchRule | undefined {
  const rule = (value ?? {}) as Record<string, unknown>;
  const text = (key: string): string | undefined => (typeof rule[key] === "string" ? rule[key] : undefined);
  const pattern = compile(text("search"), text("searchPattern"));
  if (pattern === undefined) return undefined;
  return {
    name: text("name") ?? "search",
    message: text("message") ?? "not wanted here",
    pattern,
    replace: text("replace"),
    skipCode: rule["skipCode"] === true || rule["searchScope"] === "text",
  };
}

function compile(plain: string | undefined, pattern: string | undefined): RegExp | undefined {
  if (plain !== undefined) return new RegExp(plain.replace(/[-/\\^$*+?.()|[\]{}]/g, "\\$&"), "g");
  const match = /^\/(.+)\/([a-z]*)$/s.exec(pattern ?? "");
  if (match === null) return undefined;
  try {
    return new RegExp(match[1] ?? "", [...new Set(`g${match[2] ?? ""}`)].join(""));
  } catch {
    return undefined; // not a regular expression of JavaScript
  }
}
