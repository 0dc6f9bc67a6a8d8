import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";

/**
 * Names the rows of tables by their place (`table-2-row-5`), so that a single row can be linked to. Names that a heading
 * or a footnote has already stay theirs.
 */
export function nameRows(tree: Root): void {
  const taken = new Set<unknown>();
  visit(tree, "element", ({ properties }: Element) => void taken.add(properties.id));
  let table = 0;
  let row = 0;
  visit(tree, "element", (element: Element, _index, parent) => {
    if (element.tagName === "table") {
      table += 1;
      row = 0;
    }
    if (element.tagName !== "tr" || parent?.type !== "element" || parent.tagName !== "tbody") return;
    row += 1;
    const id = `table-${table}-row-${row}`;
    if (!taken.has(id)) element.properties.id = id;
  });
}
