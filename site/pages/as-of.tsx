import { changeInWords, type DocumentChange } from "#core/standards/history/document-change.ts";
import type { SiteConfig } from "#core/standards/publishing/site-config.ts";

import { renderPage } from "../page.tsx";
import { DateText } from "../parts/date-text.tsx";
import { EmptyState } from "../parts/empty-state.tsx";
import { PageHeader } from "../parts/frame/page-header.tsx";
import { documentHref } from "../standards-index.ts";

/** A day on which the published state changed. */
export interface ChangedDay {
  /** ISO calendar date in the zone of the site. */
  readonly date: string;
  readonly changes: readonly DocumentChange[];
}

/** The days of the past that can be looked at. */
export interface AsOfPage {
  readonly site: SiteConfig;
  /** ISO calendar date in the zone of the site. */
  readonly today: string;
  /** Newest first; the last one is the first state that is known, unless there are `more`. */
  readonly days: readonly ChangedDay[];
  /** Older days are not listed. */
  readonly hasMore: boolean;
}

/** Changes named per day; a first import has hundreds. */
const NAMED_CHANGES = 12;

/** Asks for a day, and lists the days on which something changed. */
export function asOfPage({ site, today, days, hasMore }: AsOfPage): string {
  return renderPage({
    site,
    path: "/as-of",
    title: "Past days",
    description: `What the standards of the ${site.community} community said on a day of the past.`,
    section: "standards",
    alternates: [{ type: "application/atom+xml", href: "/feed.xml", title: "Changes of all documents" }],
    breadcrumb: [{ href: "/standards", text: "Standards" }, { text: "Past days" }],
    header: (
      <PageHeader
        title="Past days"
        lead="What the standards said, and what was in force, on a day of the past. Such a page never changes again, so it can be cited."
      />
    ),
    children: [
      <DayForm today={today} first={hasMore ? undefined : days.at(-1)?.date} />,
      <Days days={days} today={today} />,
    ],
  });
}

function DayForm({ today, first }: { today: string; first: string | undefined }) {
  return (
    <form class="search-box" action="/as-of" method="get">
      <label>
        <span class="search-label">Day</span>
        <input type="date" name="date" required min={first} max={today} value={today} />
      </label>
      <button type="submit">Show</button>
    </form>
  );
}

function Days({ days, today }: { days: readonly ChangedDay[]; today: string }) {
  if (days.length === 0) {
    return (
      <EmptyState title="Nothing is published yet">
        <p>
          <code>stele publish DIRECTORY --to URL</code> publishes a state, <code>stele import-history</code> those of
          the past.
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      <h2>Days with changes</h2>
      {days.map(({ date, changes }) => (
        <section aria-labelledby={`day-${date}`}>
          <h3 id={`day-${date}`}>
            <a href={date === today ? "/standards" : `/as-of/${date}/standards`}>
              <DateText date={date} />
            </a>
          </h3>
          <Changes date={date} changes={changes} isToday={date === today} />
        </section>
      ))}
    </>
  );
}

function Changes({ date, changes, isToday }: ChangedDay & { isToday: boolean }) {
  const base = isToday ? "" : `/as-of/${date}`;
  const more = changes.length - NAMED_CHANGES;
  return (
    <ul>
      {changes.slice(0, NAMED_CHANGES).map((change) => (
        <li>
          {change.kinds.includes("removed") ? (
            change.document.title
          ) : (
            <a href={`${base}${documentHref(change.document.documentId)}`}>{change.document.title}</a>
          )}{" "}
          <small>({change.document.documentId})</small>: {changeInWords(change)}
        </li>
      ))}
      {more > 0 ? <li>{more === 1 ? "1 more document" : `${more} more documents`}</li> : null}
    </ul>
  );
}
