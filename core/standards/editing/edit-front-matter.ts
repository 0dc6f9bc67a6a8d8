import { readFrontMatter } from "../documents/front-matter.ts";

/** The order in which fields stand in the header; a new field is put behind those before it. */
const FIELD_ORDER = [
  "title",
  "type",
  "status",
  "track",
  "supplements",
  "replaces",
  "replaced_by",
  "stabilized_at",
  "deprecated_at",
  "rejected_at",
  "description",
];

/**
 * Sets a field of the front matter, leaving everything else (comments too) as it is. A list is written one item per line.
 * A text without front matter comes back unchanged.
 */
export function setField(text: string, name: string, value: string | readonly string[]): string {
  const { block, content, fields } = readFrontMatter(text);
  if (block === undefined) return text;
  const ending = text.slice(0, block.end).includes("\r\n") ? "\r\n" : "\n";
  const written = typeof value === "string" ? ` ${value}` : value.map((item) => `${ending}  - ${item}`).join("");
  const field = fields.get(name);
  if (field !== undefined) {
    const colon = text.indexOf(":", field.keySpan.end);
    return text.slice(0, colon + 1) + written + text.slice(field.valueSpan.end);
  }
  const before = new Set(FIELD_ORDER.slice(0, FIELD_ORDER.indexOf(name)));
  const predecessor = [...fields.values()].filter((candidate) => before.has(candidate.name)).at(-1);
  const at = predecessor === undefined ? content.start : lineAfter(text, predecessor.valueSpan.end, content.end);
  return `${text.slice(0, at)}${name}:${written}${ending}${text.slice(at)}`;
}

/** Start of the line behind an offset, at most `limit`; a block scalar ends with its own line ending. */
function lineAfter(text: string, offset: number, limit: number): number {
  if (text[offset - 1] === "\n") return offset;
  const end = text.indexOf("\n", offset);
  return end < 0 ? limit : Math.min(end + 1, limit);
}
