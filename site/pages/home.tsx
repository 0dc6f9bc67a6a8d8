import { CLOUD_COLUMN_KEYS, type CloudColumnKey, type DescribedCloud } from "#core/compliance/monitor/cloud-columns.ts";
import { guideGroupTitle, guideHref } from "#core/standards/publishing/guide.ts";
import { newsHref, type News } from "#core/standards/publishing/news.ts";

import { renderPage } from "../page.tsx";
import type { StatedSite } from "../page-state.ts";
import { DateText } from "../parts/date-text.tsx";
import { DemoMark } from "../parts/frame/demo-mark.tsx";
import { PhaseMark } from "../parts/standards/phase-mark.tsx";
import { Slab } from "../parts/frame/slab.tsx";
import { StatusMark, type Status } from "../parts/standards/status-mark.tsx";
import type { Phase, StandardsIndex, VersionEntry } from "../standards-index.ts";
import type { ReleaseEntry } from "./releases/releases.tsx";

/** How a cloud stands in a scope, as the home page names it. */
export interface StandingEntry {
  readonly cloud: DescribedCloud;
  readonly href: string;
  /** The scope and its version: `SCS-compatible IaaS v5`. */
  readonly scope: string;
  readonly status: Status;
  /** The verdict in words: `passes`, `2 tests missing`. */
  readonly verdict: string;
  readonly isDemo: boolean;
}

/** What the home page tells. */
export interface HomePage {
  readonly site: StatedSite;
  readonly index: StandardsIndex;
  /** The calendar day that decides what is in force: `2026-11-20`. */
  readonly today: string;
  readonly clouds: readonly StandingEntry[];
  /** Newest first. */
  readonly releases: readonly ReleaseEntry[];
  /** Newest first. */
  readonly news?: readonly News[];
}

const LIST_LENGTH = 6;

/** The start page: what is in force, what changed last, which clouds are tested, what was released. */
export function homePage(page: HomePage): string {
  const { site } = page;
  return renderPage({
    site,
    path: "/",
    title: site.title,
    description: site.description,
    section: "home",
    alternates: [{ type: "application/atom+xml", href: "/feed.xml", title: "Changes of all documents" }],
    demo: page.clouds.some(({ isDemo }) => isDemo),
    header: <Opening page={page} />,
    children: (
      <>
        <div class="home-columns">
          <Tracks index={page.index} />
          <Changes index={page.index} today={page.today} />
        </div>
        <div class="home-columns">
          <Clouds clouds={page.clouds} />
          <Releases releases={page.releases} />
        </div>
        <div class="home-columns">
          <LatestNews news={page.news ?? []} />
          <Guides site={site} />
        </div>
      </>
    ),
  });
}

function Opening({ page: { site, index, today } }: { page: HomePage }) {
  const count = (phase: Phase) => allVersions(index).filter((entry) => entry.phase === phase).length;
  return (
    <header class="opening">
      <Slab />
      <div>
        <h1>{site.title}</h1>
        <p class="lead">{site.description}</p>
        <p class="tally">
          On <DateText date={today} />: <strong>{count("effective")}</strong> documents in force,{" "}
          <strong>{count("draft")}</strong> in draft, <strong>{count("deprecated")}</strong> deprecated.
        </p>
      </div>
    </header>
  );
}

function Tracks({ index }: Pick<HomePage, "index">) {
  return (
    <section aria-labelledby="tracks">
      <h2 id="tracks">Standards by track</h2>
      <ul class="track-list">
        {index.map(({ track, href, numbers }) => (
          <li>
            <a href={href}>{track.id}</a>
            <span class="count">{numbers.length === 1 ? "1 document" : `${numbers.length} documents`}</span>
            {track.description === "" ? null : <p>{track.description}</p>}
          </li>
        ))}
      </ul>
      <p class="more">
        <a href="/standards">All standards</a>
      </p>
    </section>
  );
}

/** The dated changes of all documents up to today, newest first. */
function Changes({ index, today }: Pick<HomePage, "index" | "today">) {
  const changes = allVersions(index)
    .flatMap(({ document, href, label }) => [
      { date: document.stabilizedAt, phase: "effective" as const, href, label, title: document.title },
      { date: document.deprecatedAt, phase: "deprecated" as const, href, label, title: document.title },
    ])
    .flatMap((change) => (change.date === undefined || change.date > today ? [] : [{ ...change, date: change.date }]))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .slice(0, LIST_LENGTH);
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">Latest changes</h2>
      <ol class="news-list">
        {changes.map(({ date, phase, href, label, title }) => (
          <li>
            <DateText date={date} />
            <span>
              <a href={href}>
                {title} {label}
              </a>{" "}
              <PhaseMark phase={phase} />
            </span>
          </li>
        ))}
      </ol>
      <p class="more">
        <a href="/decisions">All decisions</a>
      </p>
    </section>
  );
}

/** What the home page tells of a cloud, of the columns that there are; the rest is a click away. */
const TOLD: Readonly<Record<CloudColumnKey, boolean>> = { name: true, description: false, operator: false };
const TOLD_KEYS = CLOUD_COLUMN_KEYS.filter((key) => TOLD[key]);

function Clouds({ clouds }: Pick<HomePage, "clouds">) {
  return (
    <section aria-labelledby="clouds">
      <h2 id="clouds">Tested clouds</h2>
      {clouds.length === 0 ? <p>No cloud has sent a report yet.</p> : null}
      <ul class="cloud-list">
        {clouds.map(({ cloud, href, scope, status, verdict, isDemo }) => (
          <li>
            <span>
              <a href={href}>{TOLD_KEYS.map((key) => cloud[key]).join(", ")}</a> {isDemo ? <DemoMark /> : null}
              <small>{scope}</small>
            </span>
            <StatusMark status={status} word={verdict} />
          </li>
        ))}
      </ul>
      <p class="more">
        <a href="/certification">All clouds and scopes</a>
      </p>
    </section>
  );
}

function Releases({ releases }: Pick<HomePage, "releases">) {
  const [latest] = releases;
  return (
    <section aria-labelledby="releases">
      <h2 id="releases">Releases</h2>
      {latest === undefined ? <p>No release is published yet.</p> : null}
      <ol class="news-list">
        {releases.slice(0, LIST_LENGTH).map(({ href, title, releasedAt, description }) => (
          <li>
            {releasedAt === undefined ? <span /> : <DateText date={releasedAt} />}
            <span>
              <a href={href}>{title}</a>
              {description === undefined ? null : <small>{description}</small>}
            </span>
          </li>
        ))}
      </ol>
      <p class="more">
        <a href="/sboms">Bills of materials</a>
      </p>
    </section>
  );
}

function LatestNews({ news }: { news: readonly News[] }) {
  if (news.length === 0) return null;
  return (
    <section aria-labelledby="news">
      <h2 id="news">News</h2>
      <ol class="news-list">
        {news.slice(0, LIST_LENGTH).map((item) => (
          <li>
            {item.date === undefined ? <span /> : <DateText date={item.date} />}
            <a href={newsHref(item)}>{item.title}</a>
          </li>
        ))}
      </ol>
      <p class="more">
        <a href="/news">All news</a>
      </p>
    </section>
  );
}

function Guides({ site }: Pick<HomePage, "site">) {
  const guides = site.guides ?? [];
  if (guides.length === 0) return null;
  return (
    <section aria-labelledby="guides">
      <h2 id="guides">How it works</h2>
      <ul class="news-list">
        {guides.map((guide) => (
          <li>
            <span>{guideGroupTitle(guide.guideId)}</span>
            <span>
              <a href={guideHref(guide)}>{guide.title}</a>
              {guide.description === undefined ? null : <small>{guide.description}</small>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function allVersions(index: StandardsIndex): readonly VersionEntry[] {
  return index.flatMap(({ numbers }) => numbers.flatMap(({ versions }) => versions));
}
