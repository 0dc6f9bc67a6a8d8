import type { Definition, Image, ImageReference, Link, Parents, PhrasingContent, Root } from "mdast";
import { visit } from "unist-util-visit";

/** Maps the address in a link to the address on the site; the same string where there is nothing to map. */
export type LinkResolver = (url: string) => string;

const LEAVES_THE_SITE = /^(?:https?:)?\/\//i;

/** Resolves the targets of links and reference definitions, and marks those that leave the site. */
export function transformLinks(root: Root, resolveLink: LinkResolver): void {
  visit(root, (node) => {
    if (node.type !== "link" && node.type !== "definition") return;
    const link: Link | Definition = node;
    link.url = resolveLink(link.url);
    if (link.type === "link" && LEAVES_THE_SITE.test(link.url)) {
      link.data = { ...link.data, hProperties: { rel: ["external", "noopener"] } };
    }
  });
}

/**
 * Turns images into links to them: loading a picture from another server would tell that server who reads what, and the
 * site's policy forbids it anyway. The alternative text says what there is to see.
 */
export function transformImages(root: Root): void {
  const targets = new Map<string, string>();
  visit(root, "definition", (definition: Definition) => {
    targets.set(definition.identifier, definition.url);
  });
  visit(root, ["image", "imageReference"], (node, index, parent: Parents | undefined) => {
    if (parent === undefined || index === undefined) return undefined;
    const image = node as Image | ImageReference;
    const url = image.type === "image" ? image.url : (targets.get(image.identifier) ?? "");
    const text: PhrasingContent = { type: "text", value: `Image: ${image.alt || url}` };
    // A link inside a link is not HTML: there the text alone remains.
    parent.children[index] =
      parent.type === "link" || parent.type === "linkReference"
        ? text
        : { type: "link", url, children: [text], data: { hProperties: { rel: ["external", "noopener"] } } };
    return index + 1;
  });
}
