import type { Paragraph, PhrasingContent, Root, RootContent, Text } from "mdast";
import { SKIP, visit } from "unist-util-visit";

/**
 * Makes real definition lists out of the habit that the document template teaches: a term on a line of its own, its
 * meaning on the next lines, indented. Markdown itself would run both together into one paragraph.
 */
export function transformDefinitionLists(root: Root, source: string): void {
  visit(root, "paragraph", (paragraph: Paragraph, index, parent) => {
    if (parent === undefined || index === undefined || NO_TERMS.has(parent.type)) return undefined;
    const definition = splitDefinition(paragraph, source);
    if (definition === undefined) return undefined;
    const previous = parent.children[index - 1];
    const pair = definitionPair(definition, paragraph.position);
    if (previous !== undefined && isDefinitionList(previous)) {
      previous.children.push(...pair);
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    parent.children[index] = {
      type: "blockquote",
      children: pair,
      data: { hName: "dl" },
    };
    return [SKIP, index + 1];
  });
}

/** Where lines are indented because of what is around them, and say nothing about terms. */
const NO_TERMS: ReadonlySet<string> = new Set(["listItem", "footnoteDefinition"]);

interface Definition {
  readonly term: PhrasingContent[];
  readonly meaning: PhrasingContent[];
}

const MAX_TERM_CHARACTERS = 100;

/** A paragraph whose first line is a short text without closing punctuation and whose further lines were all indented. */
function splitDefinition(paragraph: Paragraph, source: string): Definition | undefined {
  const { position } = paragraph;
  if (position === undefined || position.start.line === position.end.line) return undefined;
  const breakAt = paragraph.children.findIndex((child) => child.type === "text" && child.value.includes("\n"));
  const child = paragraph.children[breakAt];
  if (child?.type !== "text") return undefined;
  const newline = child.value.indexOf("\n");
  const before = child.value.slice(0, newline);
  const isTerm = child.position?.start.line === position.start.line && !/[.:;,!?]$/.test(before.trimEnd());
  if (!isTerm || !continuesIndented(paragraph, source)) return undefined;
  const term = [...paragraph.children.slice(0, breakAt), ...textUnlessEmpty(before)];
  const length = term.reduce((sum, node) => sum + ("value" in node ? node.value.length : 20), 0);
  if (length === 0 || length > MAX_TERM_CHARACTERS) return undefined;
  return {
    term,
    meaning: [...textUnlessEmpty(child.value.slice(newline + 1)), ...paragraph.children.slice(breakAt + 1)],
  };
}

/** The parser strips indentation, so this looks at the source: all lines after the first begin with two blanks. */
function continuesIndented({ position }: Paragraph, source: string): boolean {
  const lines = source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0).split("\n");
  return lines.slice(1).every((line) => line.startsWith("  "));
}

function textUnlessEmpty(value: string): Text[] {
  return value === "" ? [] : [{ type: "text", value }];
}

/** Both keep the place of the paragraph that they are made of. */
function definitionPair({ term, meaning }: Definition, position: Paragraph["position"]): Paragraph[] {
  const place = position === undefined ? {} : { position };
  return [
    { type: "paragraph", children: term, data: { hName: "dt" }, ...place },
    { type: "paragraph", children: meaning, data: { hName: "dd" }, ...place },
  ];
}

function isDefinitionList(node: RootContent): node is Extract<RootContent, { type: "blockquote" }> {
  return node.type === "blockquote" && node.data?.hName === "dl";
}
