/** What tests want to know of a page. Regular expressions are enough for pages that we write ourselves. */

/** Ranks of all headings in document order. */
export function headingRanks(html: string): number[] {
  return [...html.matchAll(/<h([1-6])[\s>]/g)].map((match) => Number(match[1]));
}

/** Places where a rank is left out on the way down, as `2 → 4`. */
export function headingSkips(html: string): string[] {
  const ranks = headingRanks(html);
  return ranks.flatMap((rank, index) => {
    const before = ranks[index - 1] ?? 0;
    return rank > before + 1 ? [`${before} → ${rank}`] : [];
  });
}

/** All that the Content-Security-Policy would refuse: inline styles, handlers and scripts, and foreign resources. */
export function policyViolations(html: string): string[] {
  const tags = html.match(/<[a-z][^>]*>/g) ?? [];
  const inlineScripts = html.match(/<script[^>]*>[^<]+/g) ?? [];
  return [...tags.filter((tag) => tag.startsWith("<style") || attributesOf(tag).some(isRefused)), ...inlineScripts];
}

function attributesOf(tag: string): { name: string; value: string }[] {
  return [...tag.matchAll(/\s([\w-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => ({ name, value }));
}

function isRefused({ name, value }: { name: string; value: string }): boolean {
  if (name === "style" || name.startsWith("on")) return true;
  if (name === "src") return !/^\/(?!\/)/.test(value);
  return name === "href" && /^\s*(?:javascript|data|vbscript):/i.test(value);
}

/** Ids that occur more than once. */
export function repeatedIds(html: string): string[] {
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1] ?? "");
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

/** The text of a fragment as a reader hears it, white space collapsed. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .replace(/ (?=[.,:;](?: |$))/g, "")
    .trim();
}
