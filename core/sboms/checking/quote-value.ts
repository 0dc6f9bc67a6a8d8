import { escapeControls } from "#core/base/text/escape-controls.ts";

const MAX_LENGTH = 80;

/** A value of the document for a message: in backticks, on one line, short, harmless. */
export function quoteValue(value: unknown): string {
  if (value === "") return '`""`';
  const text = typeof value === "string" ? value : describe(value);
  const shown = escapeControls(text.slice(0, MAX_LENGTH)).replaceAll("`", "'");
  return `\`${shown}${text.length > MAX_LENGTH ? "…" : ""}\``;
}

/** Arrays and objects by their size: they may be as large as the document. */
function describe(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `[… ${value.length} elements]`;
  if (typeof value === "object" && value !== null) {
    const count = Object.keys(value).length;
    return count === 0 ? "{}" : `{… ${count} members}`;
  }
  return String(value);
}
