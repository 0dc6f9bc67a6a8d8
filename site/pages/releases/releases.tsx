import type { Release } from "#core/standards/publishing/release.ts";
import type { SiteConfig } from "#core/standards/publishing/site-config.ts";

import { renderPage } from "../../page.tsx";
import { DateText } from "../../parts/date-text.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";

/** One release of the software with its address. */
export interface ReleaseEntry extends Pick<Release, "title" | "version" | "releasedAt" | "components"> {
  readonly href: string;
  readonly description?: string | undefined;
}

/** All releases. */
export interface ReleasesPage {
  readonly site: SiteConfig;
  /** Newest first. */
  readonly releases: readonly ReleaseEntry[];
}

const COMPONENTS_IN_LIST = 6;

/** The list of releases with their dates and main components. */
export function releasesPage({ site, releases }: ReleasesPage): string {
  return renderPage({
    site,
    path: "/releases",
    title: "Releases",
    description: `Releases of the ${site.community}: notes, components and bills of materials.`,
    section: "releases",
    header: (
      <PageHeader
        title="Releases"
        lead="What each release brings, which versions it holds, and its bill of materials."
      />
    ),
    children:
      releases.length === 0 ? (
        <EmptyState title="No release yet">
          <p>Release notes are listed here as soon as they are published.</p>
        </EmptyState>
      ) : (
        <ol class="release-list" reversed>
          {releases.map((release) => (
            <ReleaseItem release={release} />
          ))}
        </ol>
      ),
  });
}

function ReleaseItem({ release }: { release: ReleaseEntry }) {
  const more = release.components.length - COMPONENTS_IN_LIST;
  return (
    <li>
      <p class="release-date">
        <strong>{release.version}</strong>
        {release.releasedAt === undefined ? null : <DateText date={release.releasedAt} />}
      </p>
      <div>
        <h2>
          <a href={release.href}>{release.title}</a>
        </h2>
        {release.description === undefined ? null : <p>{release.description}</p>}
        <p class="release-components">
          {release.components
            .slice(0, COMPONENTS_IN_LIST)
            .map(({ name, version }) => `${name} ${version}`)
            .join(" · ")}
          {more > 0 ? ` · ${more} more` : ""}
        </p>
      </div>
    </li>
  );
}
