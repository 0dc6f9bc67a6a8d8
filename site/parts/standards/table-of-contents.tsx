/** A heading of the page: `depth` 2 for `h2`. */
export interface TocEntry {
  readonly depth: number;
  readonly id: string;
  readonly text: string;
}

const MAX_DEPTH = 4;

/** "On this page": headings of depth 2 to 4; folded under the title where there is no right column. */
export function TableOfContents({ entries }: { entries: readonly TocEntry[] }) {
  const shown = entries.filter(({ depth }) => depth <= MAX_DEPTH);
  if (shown.length < 2) return null;
  return (
    <details class="toc fold">
      <summary>On this page</summary>
      <nav aria-label="On this page">
        <ul>
          {shown.map(({ depth, id, text }) => (
            <li class={`toc-${depth}`}>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}
