import type { SiteConfig } from "#core/standards/publishing/site-config.ts";

import { renderPage } from "../page.tsx";
import { PageHeader } from "../parts/frame/page-header.tsx";

/** An address without a page. */
export interface NotFoundPage {
  readonly site: SiteConfig;
  /** The path that was asked for. */
  readonly path: string;
  /** Why there is none, where it is known. */
  readonly reason?: string | undefined;
  /** Pages whose address comes close to the one asked for. */
  readonly suggestions?: readonly { readonly href: string; readonly text: string }[];
}

/** Says that there is nothing at this address, and where to go on. */
export function notFoundPage({ site, path, reason, suggestions = [] }: NotFoundPage): string {
  return renderPage({
    site,
    path,
    title: "Page not found",
    section: "none",
    noindex: true,
    header: (
      <PageHeader
        eyebrow="404"
        title="There is no page at this address"
        lead={reason ?? "It may have been moved, or the address may have a typing error."}
      />
    ),
    children: (
      <div class="prose">
        <p>
          Asked for: <code>{path}</code>
        </p>
        {suggestions.length === 0 ? null : (
          <>
            <h2>Did you mean</h2>
            <ul>
              {suggestions.map(({ href, text }) => (
                <li>
                  <a href={href}>{text}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          All documents are listed on the <a href="/standards">overview of standards</a>.
        </p>
      </div>
    ),
  });
}
