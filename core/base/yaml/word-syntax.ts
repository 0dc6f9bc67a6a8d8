import type { TextEdit } from "../finding.ts";
import { table, type Table } from "../table.ts";

/** What is wrong with a YAML text, in plain words, and what would repair it. */
export interface WordedSyntaxFault {
  readonly message: string;
  readonly fix?: { readonly description: string; readonly edits: readonly TextEdit[] };
}

/** A line `field: value` whose value is written on the same line. */
const FIELD_LINE = /^([ \t]*(?:- )?)([A-Za-z_][\w-]*):[ \t]+(\S.*)$/;

/**
 * Says a fault of YAML in plain words; the parser's own never reach people. `code` is the parser's, `at` the offset in `text`. A value that
 * YAML reads as something else is put in quotes by the fix.
 */
export function wordYamlSyntax(code: string, text: string, at: number): WordedSyntaxFault {
  const start = Math.max(text.lastIndexOf("\n", Math.max(0, at - 1)), text.lastIndexOf("\r", Math.max(0, at - 1))) + 1;
  const rest = text.slice(start);
  const line = rest.slice(0, /[\r\n]|$/.exec(rest)?.index ?? rest.length);
  const [, before = "", name = "", written = ""] = FIELD_LINE.exec(line) ?? [];
  const value = written.trimEnd();
  const reason = value === "" ? undefined : reasonToQuote(value);
  if (reason !== undefined && QUOTABLE.has(code)) {
    const from = start + before.length + name.length + 1 + line.slice(before.length + name.length + 1).search(/\S/);
    const edits = [{ start: from, end: from + value.length, text: JSON.stringify(value) }];
    return {
      message: `The value of \`${name}\` ${reason}; put it in quotes: \`${name}: ${JSON.stringify(value)}\`.`,
      fix: { description: `Put the value of \`${name}\` in quotes`, edits },
    };
  }
  return { message: WORDS[code] ?? "This line is not YAML; expected `field: value`, one field per line." };
}

/** Faults that come of a value that should have been in quotes. */
const QUOTABLE = new Set([
  "BLOCK_AS_IMPLICIT_KEY",
  "BAD_SCALAR_START",
  "UNEXPECTED_TOKEN",
  "BAD_ALIAS",
  "TAG_RESOLVE_FAILED",
  "MISSING_CHAR",
  "BAD_DQ_ESCAPE",
  "MULTILINE_IMPLICIT_KEY",
  "BAD_INDENT",
]);

function reasonToQuote(value: string): string | undefined {
  if (/^"[^"]*$|^'[^']*$/.test(value)) return undefined; // the closing quote is missing: nobody knows where it belongs
  if (/^["'][^]*["']$/.test(value) && !/: /.test(value))
    return value.startsWith('"') && value.includes("\\") ? "has a backslash that YAML does not know" : undefined;
  if (/:(?:\s|$)/.test(value)) return "has a colon, which begins another field";
  if (/^[@`%]/.test(value))
    return `begins with \`${value.charAt(0) === "`" ? "backtick" : value.charAt(0)}\`, which YAML keeps for itself`;
  if (/^[&*!]/.test(value)) return `begins with \`${value.charAt(0)}\`, which means something else in YAML`;
  if (/^[[{]/.test(value)) return `begins with \`${value.charAt(0)}\`, which opens a list or mapping`;
  if (/^["']/.test(value)) return "goes on behind the closing quote";
  return undefined;
}

const WORDS: Table<string> = table({
  BLOCK_AS_IMPLICIT_KEY: "Two fields stand in one line; write each in a line of its own, or put the value in quotes.",
  MULTILINE_IMPLICIT_KEY:
    "This line has no `:`; expected `field: value`, or an indented line that goes on with the value above.",
  MISSING_CHAR: "A closing quote, bracket or comma is missing.",
  BAD_INDENT:
    "This line is indented otherwise than those around it; expected the same indentation for fields of one level.",
  TAB_AS_INDENT: "The line is indented by a tab; expected spaces.",
  DUPLICATE_KEY: "This field stands here twice; keep one.",
  UNEXPECTED_TOKEN: "Something stands behind the value; expected one value per field.",
  BAD_ALIAS: "`*` refers to a value that is marked nowhere; put the text in quotes.",
  BAD_DQ_ESCAPE: "The text in double quotes has a `\\` that YAML does not know; write `\\\\`, or use single quotes.",
  TAG_RESOLVE_FAILED: "`!` begins a type that is not known here; put the text in quotes.",
  MULTIPLE_DOCS: "A second document begins here; expected one.",
  BLOCK_IN_FLOW: "A list or mapping in brackets has to end before the next field begins.",
  KEY_OVER_1024_CHARS: "This line has no `:` near its beginning; expected `field: value`.",
});
