import type { SiteConfig } from "#core/standards/publishing/site-config.ts";

import { renderPage } from "../../page.tsx";

/** A status page that is not shown any more: its certificate ended more than twelve months ago (SCS-0004, regulation 4). */
export function goneStatusPage(props: { site: SiteConfig; subject: string; scopeName: string }): string {
  const { site, subject, scopeName } = props;
  return renderPage({
    site,
    path: `/certification/${subject}/${scopeName}`,
    title: "This status page has ended",
    section: "certification",
    noindex: true,
    breadcrumb: [{ href: "/certification", text: "Certification" }, { text: subject }],
    children: [
      <p>
        The certificate of <code>{subject}</code> ended more than twelve months ago, and no new test results came since.
        Its results are not shown any more; the page comes back with a new report or a new certificate.
      </p>,
      <p>
        <a href="/certificates">When it was certified</a> · <a href="/certification">Clouds that are tested today</a>
      </p>,
    ],
  });
}
