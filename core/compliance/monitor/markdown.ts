import { table, type Table } from "#core/base/table.ts";

/** Text from outside for Markdown that other sites render: no markup, no table syntax, no line breaks. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ")
    .replace(/[\\`*_{}[\]()#+!|<>&~]/g, (character) => ESCAPED[character] ?? `\\${character}`);
}

// In HTML contexts a backslash is no protection, so what opens a tag or an entity becomes an entity.
const ESCAPED: Table<string> = table({ "<": "&lt;", ">": "&gt;", "&": "&amp;" });

/** A link; the address must be one that we made or that a schema proved to be http(s). */
export function markdownLink(text: string, href: string): string {
  return `[${escapeMarkdown(text)}](${href.replace(/[\s()<>\\]/g, percentEncode)})`;
}

/** `encodeURIComponent` leaves parentheses as they are, which would end the address in Markdown. */
function percentEncode(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x80 ? `%${code.toString(16).toUpperCase().padStart(2, "0")}` : encodeURIComponent(character);
}

/** A table in GitHub's Markdown; cells are Markdown already. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line), ""].join("\n");
}
