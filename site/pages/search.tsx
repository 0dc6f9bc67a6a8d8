import type { LifecyclePhase } from "#core/standards/documents/lifecycle.ts";
import type { SiteConfig } from "#core/standards/publishing/site-config.ts";
import type { MarkedPiece } from "#core/standards/search/marked-text.ts";
import type { SearchEntry } from "#core/standards/search/search-entry.ts";

import { ASSETS } from "../compiled/asset-names.js";
import { renderPage } from "../page.tsx";
import { PageHeader } from "../parts/frame/page-header.tsx";
import { Pager } from "../parts/pager.tsx";
import { PhaseMark } from "../parts/standards/phase-mark.tsx";
import type { Phase, StandardsIndex } from "../standards-index.ts";

/** What a search may be narrowed to, in the words of the addresses. */
export const SEARCH_TYPES = [
  "Standard",
  "Procedural",
  "Decision Record",
  "Supplement",
  "testcase",
  "release",
  "guide",
  "news",
] as const;
export const SEARCH_STATUSES = ["effective", "draft", "deprecated", "rejected"] as const satisfies LifecyclePhase[];

/** The chosen filters. */
export interface SearchFilters {
  readonly track?: string;
  readonly type?: (typeof SEARCH_TYPES)[number];
  readonly status?: (typeof SEARCH_STATUSES)[number];
}

/** One thing that was found. */
export interface SearchResult {
  readonly kind: SearchEntry["kind"];
  /** `scs-0100-v3-flavor-naming`, `scs-0104-image-ubuntu`. */
  readonly ref: string;
  readonly href: string;
  readonly title: readonly MarkedPiece[];
  /** The part of the text that matches best. */
  readonly snippet: readonly MarkedPiece[];
  readonly track: string | undefined;
  readonly type: string | undefined;
  readonly phase: Phase | undefined;
}

/** What a search gave. */
export interface SearchOutcome {
  readonly results: readonly SearchResult[];
  /** On all pages together. */
  readonly total: number;
  readonly pageCount: number;
  /** Nothing has all the words; these results have some of them. */
  readonly isLoose: boolean;
}

/** The search with its results. */
export interface SearchPage {
  readonly site: SiteConfig;
  readonly index: StandardsIndex;
  /** As typed. */
  readonly text: string;
  readonly filters: SearchFilters;
  /** From 1. */
  readonly page: number;
  readonly outcome: SearchOutcome;
}

const KIND_WORD: Record<SearchResult["kind"], string> = {
  document: "Document",
  testcase: "Testcase",
  release: "Release",
  guide: "Guide",
  news: "News",
};

const TYPE_WORD: Partial<Record<(typeof SEARCH_TYPES)[number], string>> = {
  testcase: "Testcase",
  release: "Release",
  guide: "Guide",
  news: "News",
};

/** A form, and what was found. The script only fetches this same page while the reader types. */
export function searchPage(page: SearchPage): string {
  const { site, text, outcome } = page;
  return renderPage({
    site,
    path: "/search",
    title: text === "" ? "Search" : `Search: ${text}`,
    description: `Search the standards, testcases and releases of the ${site.community} community.`,
    section: "search",
    noindex: true,
    styles: [ASSETS["search.css"]],
    scripts: [ASSETS["search.js"]],
    alternates:
      text === ""
        ? []
        : [{ type: "application/json", href: searchHref(page, 1, "/search.json"), title: "Results as JSON" }],
    header: <PageHeader title="Search" lead="Words, a number such as 0100, or the id of a testcase." />,
    children: [
      <SearchForm page={page} />,
      <div id="results" aria-live="polite">
        {text.trim() === "" ? null : <Results page={page} outcome={outcome} />}
      </div>,
    ],
  });
}

function SearchForm({ page: { index, text, filters } }: { page: SearchPage }) {
  return (
    <form class="search-box search-form" role="search" action="/search" method="get">
      <label>
        <span class="search-label">Search for</span>
        <input type="search" name="q" value={text} maxlength={200} autocomplete="off" spellcheck={false} />
      </label>
      <button type="submit">Search</button>
      <div class="search-filters">
        <Choice
          name="track"
          label="Track"
          chosen={filters.track}
          options={index.map(({ track }) => ({ value: track.id, text: track.id }))}
        />
        <Choice
          name="type"
          label="Type"
          chosen={filters.type}
          options={SEARCH_TYPES.map((value) => ({ value, text: TYPE_WORD[value] ?? value }))}
        />
        <Choice
          name="status"
          label="Status"
          chosen={filters.status}
          options={SEARCH_STATUSES.map((value) => ({ value, text: `${value[0]?.toUpperCase()}${value.slice(1)}` }))}
        />
      </div>
    </form>
  );
}

function Choice(props: {
  name: string;
  label: string;
  chosen: string | undefined;
  options: readonly { readonly value: string; readonly text: string }[];
}) {
  return (
    <label>
      <span class="search-label">{props.label}</span>
      <select name={props.name}>
        <option value="">Any</option>
        {props.options.map(({ value, text }) => (
          <option value={value} selected={value === props.chosen}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Results({ page, outcome }: { page: SearchPage; outcome: SearchOutcome }) {
  if (outcome.total === 0) return <NothingFound page={page} />;
  return (
    <>
      <p class="search-count">
        {outcome.total === 1 ? "1 result" : `${outcome.total} results`}
        {outcome.isLoose ? ". Nothing has all of these words; these have some of them." : ""}
      </p>
      <ol class="search-results">
        {outcome.results.map((result) => (
          <ResultItem result={result} />
        ))}
      </ol>
      <Pager
        label="Pages of results"
        previous={page.page > 1 ? { href: searchHref(page, page.page - 1), text: "Better matches" } : undefined}
        next={
          page.page < outcome.pageCount ? { href: searchHref(page, page.page + 1), text: "More results" } : undefined
        }
      />
    </>
  );
}

function ResultItem({ result }: { result: SearchResult }) {
  const { kind, ref, href, title, snippet, track, type, phase } = result;
  const facts = [type ?? KIND_WORD[kind], track].filter((fact) => fact !== undefined);
  return (
    <li>
      <p class="search-title">
        <a href={href}>
          <Marked pieces={title} />
        </a>{" "}
        {phase === undefined || phase === "supplement" ? null : <PhaseMark phase={phase} />}
      </p>
      <p class="search-facts">
        {kind === "testcase" ? null : (
          <>
            <code>{ref}</code> ·{" "}
          </>
        )}
        {facts.join(" · ")}
      </p>
      <p class="search-snippet">
        <Marked pieces={snippet} />
      </p>
    </li>
  );
}

function Marked({ pieces }: { pieces: readonly MarkedPiece[] }) {
  return <>{pieces.map(({ text, isMatch }) => (isMatch ? <mark>{text}</mark> : text))}</>;
}

function NothingFound({ page: { text, filters } }: { page: SearchPage }) {
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <p class="search-count">
      Nothing was found for “{text}”
      {isFiltered ? (
        <>
          {" "}
          with these filters. <a href={`/search?q=${encodeURIComponent(text)}`}>Search without them.</a>
        </>
      ) : (
        <>
          . All documents are listed on the <a href="/standards">overview of standards</a>.
        </>
      )}
    </p>
  );
}

function searchHref({ text, filters }: SearchPage, page: number, path = "/search"): string {
  const fields = Object.entries({ q: text, ...filters, ...(page === 1 ? {} : { page: String(page) }) });
  return `${path}?${fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`;
}
