/** A start tag of HTML as our templates and our renderer write it: values of attributes stand in quotation marks. */
const START_TAG = /<[a-z][a-z0-9-]*(?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*\s*\/?>/gi;

/** Links that lead out of the state on purpose: to the current page (RFC 6596, RFC 5829), and to feeds, which only go on. */
const LEADING_OUT = /\b(?:canonical|latest-version)\b/;
const RELATION = /\srel="([^"]*)"/g;
/** Before the address of a link. */
const LINK_START = /\s(?:href|action)="/g;

/**
 * Moves the links of a page to the same pages below `base`, for example `/as-of/2024-03-01`: whoever reads an old state
 * stays in it. Only addresses below `roots` are moved, the others have no old state.
 */
export function rebaseLinks(html: string, base: string, roots: readonly string[]): string {
  return html.replace(START_TAG, (tag) =>
    leadsOut(tag)
      ? tag
      : tag.replace(LINK_START, (attribute, offset: number) =>
          isBelow(tag.slice(offset + attribute.length), roots) ? attribute + base : attribute,
        ),
  );
}

function leadsOut(tag: string): boolean {
  if (/\stype="application\/atom\+xml"/.test(tag)) return true;
  return [...tag.matchAll(RELATION)].some(([, names = ""]) => LEADING_OUT.test(names));
}

/** Whether an attribute, from the first character of its value, is one of the roots or leads below it. */
function isBelow(value: string, roots: readonly string[]): boolean {
  return roots.some((root) => value.startsWith(root) && /^["/?#.]/.test(value.slice(root.length, root.length + 1)));
}
