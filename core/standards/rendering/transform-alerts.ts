import type { Blockquote, Paragraph, Root, RootContent } from "mdast";
import { visit } from "unist-util-visit";

/** The five kinds of alerts that code hosts know, and the admonition that each is shown as. */
const ALERTS = { NOTE: "note", TIP: "tip", IMPORTANT: "info", WARNING: "warning", CAUTION: "caution" } as const;

/** The line that makes a quotation an alert; it stands alone. */
const MARK = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/i;

/** Makes `> [!NOTE]` quotations into the same notes as `:::note`, with a title in words. */
export function transformAlerts(root: Root): void {
  visit(root, "blockquote", (quote: Blockquote) => {
    const [first, ...others] = quote.children;
    const [text, ...rest] = first?.type === "paragraph" ? first.children : [];
    if (first?.type !== "paragraph" || text?.type !== "text" || quote.data?.hName !== undefined) return;
    const [mark, word = ""] = MARK.exec(text.value) ?? [];
    // Behind the mark in its line nothing may follow, or it is a text that begins with brackets.
    if (mark === undefined || (mark.length === text.value.length && rest.length > 0 && rest[0]?.type !== "break"))
      return;
    const name = word.toUpperCase() as keyof typeof ALERTS;
    const remaining = [
      ...(mark.length === text.value.length ? [] : [{ ...text, value: text.value.slice(mark.length) }]),
      ...rest.slice(rest[0]?.type === "break" && mark.length === text.value.length ? 1 : 0),
    ];
    const title: Paragraph = {
      type: "paragraph",
      children: [{ type: "text", value: name.charAt(0) + name.slice(1).toLowerCase() }],
      data: { hProperties: { className: ["admonition-title"] } },
    };
    const body: RootContent[] = remaining.length === 0 ? others : [{ ...first, children: remaining }, ...others];
    quote.children = [title, ...body] as Blockquote["children"];
    quote.data = {
      ...quote.data,
      hName: "div",
      hProperties: { className: ["admonition", `admonition-${ALERTS[name]}`], role: "note" },
    };
  });
}
