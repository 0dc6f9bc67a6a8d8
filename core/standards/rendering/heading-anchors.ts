import type { Element, Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "unist-util-visit";

const HEADING = /^h[1-6]$/;

/** Appends a link to itself to every named heading, so that a section can be cited without looking at the source. */
export function addHeadingAnchors(tree: Root): void {
  visit(tree, "element", (element: Element) => {
    const { id } = element.properties;
    if (!HEADING.test(element.tagName) || typeof id !== "string" || id === "footnote-label") return;
    element.children.push({
      type: "element",
      tagName: "a",
      properties: {
        className: ["heading-anchor"],
        href: `#${id}`,
        ariaLabel: `Link to section “${toString(element)}”`,
      },
      children: [{ type: "text", value: "#" }],
    });
  });
}
