import { raw } from "hono/html";

import type { SiteConfig } from "#core/standards/publishing/site-config.ts";

import { renderPage } from "../../page.tsx";

/** A view of the compliance monitor in the frame of the site. `html` comes out of the sanitizer. */
export function monitorViewPage(props: {
  readonly site: SiteConfig;
  readonly path: string;
  readonly title: string;
  readonly html: string;
  readonly isDemo: boolean;
}): string {
  const { site, path, title, html, isDemo } = props;
  return renderPage({
    site,
    path,
    title,
    section: "certification",
    noindex: true,
    demo: isDemo,
    breadcrumb: [{ href: "/certification", text: "Certification" }, { text: title }],
    children: <div class="prose">{raw(html)}</div>,
  });
}
