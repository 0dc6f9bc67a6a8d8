/** A start tag of HTML as our templates and our renderer write it: values of attributes stand in quotation marks. */
const START_TAG = /<[a-z][a-z0-9-]*(?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*\s*\/?>/gi;

/** Links that lead out of the state on purpose: to the current page (RFC 6596, RFC 5829), and to feeds, which only go on. */
const LEADS_OUT = /\srel="[^"]*\b(?:canonical|latest-version)\b[^"]*"|\stype="application\/atom\+xml"/;

/**
 * Moves the links of a page to the same pages below `base`, for example `/as-of/2024-03-01`: whoever reads an old state
 * stays in it. Only addresses below `roots` are moved, the others have no old state.
 */
export function rebaseLinks(html: string, base: string, roots: readonly string[]): string {
  const escaped = roots.map((root) => root.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const address = new RegExp(`(\\s(?:href|action)=")((?:${escaped.join("|")})(?=["/?#.]))`, "g");
  return html.replace(START_TAG, (tag) =>
    LEADS_OUT.test(tag) ? tag : tag.replace(address, (_, attribute: string, path: string) => attribute + base + path),
  );
}
