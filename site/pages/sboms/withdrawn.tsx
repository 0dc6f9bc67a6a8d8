import type { SiteConfig } from "#core/standards/publishing/site-config.ts";
import type { SbomEvent } from "#core/sboms/records/sbom-event.ts";

import { renderPage } from "../../page.tsx";
import { InstantText } from "../../parts/date-text.tsx";
import { Notice } from "../../parts/notice.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";

/** What is left of an SBOM that its owner took back. */
export interface WithdrawnSbomPage {
  readonly site: SiteConfig;
  readonly id: string;
  readonly withdrawal: SbomEvent;
}

/** The page for those who follow an old link. */
export function withdrawnSbomPage({ site, id, withdrawal }: WithdrawnSbomPage): string {
  const { at, account, reason, title } = withdrawal;
  const name = title === null || title === "" ? `SBOM ${id}` : title;
  return renderPage({
    site,
    path: `/sboms/${id}`,
    title: `${name} (withdrawn)`,
    section: "sboms",
    noindex: true,
    breadcrumb: [{ href: "/sboms", text: "SBOMs" }, { text: name }],
    header: <PageHeader eyebrow="Bill of materials" title={name} />,
    children: (
      <Notice tone="warning" label="Withdrawn">
        <p>
          <code>{account}</code> withdrew this SBOM on <InstantText instant={at} timeZone={site.timeZone} />: {reason}
        </p>
        <p>
          Its bytes are no longer here. <a href="/sboms">Other SBOMs</a>
        </p>
      </Notice>
    ),
  });
}
