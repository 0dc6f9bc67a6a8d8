import type { SiteConfig } from "#core/standards/publishing/site-config.ts";

import { renderPage } from "../page.tsx";
import { PageHeader } from "../parts/frame/page-header.tsx";

/** A request that could not be answered, for people; machines get the same as `application/problem+json`. */
export interface ProblemPage {
  readonly site: SiteConfig;
  readonly path: string;
  /** HTTP status code. */
  readonly status: number;
  /** What happened, as a sentence without full stop. */
  readonly title: string;
  /** Why, and what to do next. Nothing about the inside of the server. */
  readonly detail: string;
}

/** Says what went wrong and what to do next. */
export function problemPage({ site, path, status, title, detail }: ProblemPage): string {
  return renderPage({
    site,
    path,
    title,
    section: "none",
    noindex: true,
    header: <PageHeader eyebrow={String(status)} title={title} lead={detail} />,
    children: (
      <p>
        <a href="/">Go to the start page</a>
      </p>
    ),
  });
}
