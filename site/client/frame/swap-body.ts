import { parsePage } from "../trusted.ts";

/** Links that filter or sort the page they are on. */
const LINKS = "th a[href*='sort='], .filter nav a";

/** Follows links that filter and sort without loading the whole page; `connect` is called on what came instead. */
export function swapBody(connect: () => void): void {
  let shown = location.pathname + location.search;
  const show = async (address: string): Promise<void> => {
    const answer = await fetch(address);
    const page = parsePage(await answer.text());
    const [before, after] = [document.querySelector(".page-body"), page.querySelector(".page-body")];
    if (!answer.ok || before === null || after === null) throw new Error("another page");
    // The keyboard stays on the link that was followed, whatever it offers now.
    const focused = [...before.querySelectorAll(LINKS)].indexOf(document.activeElement ?? before);
    before.replaceWith(document.adoptNode(after));
    document.querySelectorAll<HTMLElement>(LINKS)[focused]?.focus();
    shown = location.pathname + location.search;
    connect();
  };
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(LINKS) : null;
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (link === null || !isPlain || link.pathname !== location.pathname) return;
    event.preventDefault();
    const { href } = link;
    history.pushState(null, "", href);
    show(href).catch(() => location.assign(href));
  });
  addEventListener("popstate", () => {
    // A step to another place of the same page is not for us.
    if (location.pathname + location.search === shown) return;
    show(location.href).catch(() => location.reload());
  });
}
