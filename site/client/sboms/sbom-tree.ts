/** Dependencies of an SBOM: opens the next level of the tree in place. Without this the links lead to pages of their own. */
import { element } from "../element.ts";
import { parsePage } from "../trusted.ts";

for (const tree of document.querySelectorAll<HTMLElement>(".dependency-tree")) offerOpening(tree);

/** Puts a button before every entry that needs something. */
function offerOpening(tree: HTMLElement): void {
  for (const item of tree.querySelectorAll<HTMLLIElement>(":scope > li")) {
    const link = item.querySelector<HTMLAnchorElement>(":scope > .tree-more");
    if (link === null) continue;
    const name = item.firstElementChild?.textContent ?? "";
    const button = element("button", "tree-button");
    button.type = "button";
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-label", `What ${name} needs`);
    button.addEventListener("click", () => void toggle(button, item, link.href));
    item.prepend(button);
  }
}

async function toggle(button: HTMLButtonElement, item: HTMLElement, address: string): Promise<void> {
  const isOpen = button.getAttribute("aria-expanded") === "true";
  const branch = item.querySelector<HTMLElement>(":scope > .tree-branch");
  button.setAttribute("aria-expanded", String(!isOpen));
  if (branch !== null) {
    branch.hidden = isOpen;
    return;
  }
  const made = element("div", "tree-branch", "Loading …");
  item.append(made);
  made.replaceChildren(...(await load(address)));
}

/** The list on the page of the entry, with the way to the rest where that page has several. */
async function load(address: string): Promise<(Node | string)[]> {
  const response = await fetch(address).catch(() => undefined);
  if (response?.ok !== true) return ["Not loaded; the link leads to a page of its own."];
  const page = parsePage(await response.text());
  const list = page.querySelector<HTMLElement>("#tree-list");
  if (list === null) return ["Nothing."];
  list.removeAttribute("id");
  offerOpening(list);
  const next = page.querySelector<HTMLAnchorElement>("#tree ~ .pager .pager-next, .pager-next");
  if (next === null) return [list];
  const more = element("a", "", "more");
  more.href = next.getAttribute("href") ?? address;
  return [list, element("p", "list-summary", more)];
}
