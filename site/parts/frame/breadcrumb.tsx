/** One step of the way from the home page; the last one is the page itself and needs no address. */
export interface Crumb {
  readonly href?: string | undefined;
  readonly text: string;
}

/** The way from the home page to this page. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav class="breadcrumb" aria-label="Breadcrumb">
      <ol>
        {crumbs.map(({ href, text }, index) => (
          <li>
            {href === undefined ? (
              <span aria-current={index === crumbs.length - 1 ? "page" : undefined}>{text}</span>
            ) : (
              <a href={href}>{text}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
