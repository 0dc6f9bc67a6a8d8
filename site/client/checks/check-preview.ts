import type { CheckOutcome } from "./check-messages.ts";
import { element } from "../element.ts";
import { parsePage } from "../trusted.ts";

/** Attributes that name ids. */
const REFERENCES = ["aria-describedby", "aria-labelledby", "headers", "for"];

/** The document as its page would show it. The HTML is the renderer's, sanitized like everything that is published. */
export function previewNodes({ summary, html }: NonNullable<CheckOutcome["preview"]>): readonly Node[] {
  const facts = [summary.type, summary.status, summary.track].filter((fact) => fact !== undefined && fact !== "");
  const body = parsePage(html).body;
  for (const found of body.querySelectorAll<HTMLElement>("[id]")) found.id = ownId(found.id);
  for (const name of REFERENCES) {
    for (const found of body.querySelectorAll(`[${name}]`)) {
      found.setAttribute(name, (found.getAttribute(name) ?? "").split(/\s+/).map(ownId).join(" "));
    }
  }
  for (const link of body.querySelectorAll("a")) {
    const address = link.getAttribute("href") ?? "";
    if (address.startsWith("#")) link.setAttribute("href", `#${ownId(address.slice(1))}`);
    // Following a link must not lose the text.
    else link.target = "_blank";
  }
  return [element("p", "eyebrow", facts.join(" · ")), element("p", "preview-title", summary.title), ...body.childNodes];
}

/** Headings of the document are not parts of this page. */
function ownId(id: string): string {
  return `preview-${id}`;
}
