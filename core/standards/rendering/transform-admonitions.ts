import type { Paragraph, Root } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import { visit } from "unist-util-visit";

/** Makes `:::note` containers into notes with a title in words, so that color is never the only sign. */
export function transformAdmonitions(root: Root): void {
  visit(root, "containerDirective", (directive: ContainerDirective) => {
    const [first] = directive.children;
    const hasLabel = first?.type === "paragraph" && first.data?.directiveLabel === true;
    const title: Paragraph = hasLabel
      ? first
      : { type: "paragraph", children: [{ type: "text", value: capitalize(directive.name) }] };
    title.data = { ...title.data, hProperties: { className: ["admonition-title"] } };
    directive.children = hasLabel ? directive.children : [title, ...directive.children];
    directive.data = {
      ...directive.data,
      // Not an `aside`: each of those would be a landmark of its own.
      hName: "div",
      hProperties: { className: ["admonition", `admonition-${directive.name}`], role: "note" },
    };
  });
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
