import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";

/** Puts every table into a region that scrolls sideways and takes the keyboard focus, so that a phone can read it. */
export function wrapTables(tree: Root): void {
  let count = 0;
  visit(tree, "element", (element: Element, index, parent) => {
    if (element.tagName !== "table" || parent === undefined || index === undefined) return undefined;
    count += 1;
    parent.children[index] = {
      type: "element",
      tagName: "div",
      properties: { className: ["table-scroll"], role: "region", ariaLabel: `Table ${count}`, tabIndex: 0 },
      children: [element],
    };
    // Go on behind the wrapper, not into it again.
    return index + 1;
  });
}
