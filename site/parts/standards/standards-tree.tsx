import { guideGroupTitle, guideHref, type Guide } from "#core/standards/publishing/guide.ts";

import type { StatedSite } from "../../page-state.ts";
import type { NumberEntry, StandardsIndex, TrackEntry } from "../../standards-index.ts";
import { PhaseMark } from "./phase-mark.tsx";

/**
 * The left column: every number with its title and status, by track. The track of the current document is open, and
 * under its number stand all versions. Guides follow. On narrow screens the whole tree is a drawer.
 */
export function StandardsTree(props: {
  site: StatedSite;
  index: StandardsIndex;
  currentId?: string;
  currentTrack?: string;
  currentGuide?: string;
  isOverview?: boolean;
}) {
  const groups = Map.groupBy(props.site.guides ?? [], ({ guideId }) => guideGroupTitle(guideId));
  return (
    <details class="tree fold">
      <summary>All standards</summary>
      <nav aria-label="Standards">
        <a href="/standards" aria-current={props.isOverview === true ? "page" : undefined}>
          Overview
        </a>
        {props.index.map((entry) => (
          <TrackBranch entry={entry} currentId={props.currentId} currentTrack={props.currentTrack} />
        ))}
        {[...groups].map(([title, guides]) => (
          <GuideBranch title={title} guides={guides} currentGuide={props.currentGuide} />
        ))}
      </nav>
    </details>
  );
}

function TrackBranch(props: { entry: TrackEntry; currentId: string | undefined; currentTrack: string | undefined }) {
  const { track, numbers } = props.entry;
  const isOpen = track.id === props.currentTrack || numbers.some((number) => holds(number, props.currentId));
  return (
    <details class="tree-track" open={isOpen}>
      <summary>
        {track.id} <span class="count">{numbers.length}</span>
      </summary>
      <ul>
        {numbers.map((number) => (
          <NumberBranch number={number} currentId={props.currentId} />
        ))}
      </ul>
    </details>
  );
}

function GuideBranch(props: { title: string; guides: readonly Guide[]; currentGuide: string | undefined }) {
  const { title, guides, currentGuide } = props;
  return (
    <details class="tree-track" open={guides.some(({ guideId }) => guideId === currentGuide)}>
      <summary>
        {title} <span class="count">{guides.length}</span>
      </summary>
      <ul>
        {guides.map((guide) => (
          <li>
            <a href={guideHref(guide)} aria-current={guide.guideId === currentGuide ? "page" : undefined}>
              {guide.title}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function NumberBranch({ number, currentId }: { number: NumberEntry; currentId: string | undefined }) {
  const { current } = number;
  return (
    <li>
      <a href={current.href} aria-current={current.document.documentId === currentId ? "page" : undefined}>
        <span class="tree-number">{current.document.number ?? "–"}</span> {number.title}
      </a>
      <PhaseMark phase={current.phase} bare />
      {holds(number, currentId) ? <Versions number={number} currentId={currentId} /> : null}
    </li>
  );
}

function Versions({ number, currentId }: { number: NumberEntry; currentId: string | undefined }) {
  const entries = [...number.versions, ...number.supplements];
  if (entries.length < 2) return null;
  return (
    <ul>
      {entries.map(({ href, label, document, phase }) => (
        <li>
          <a href={href} aria-current={document.documentId === currentId ? "page" : undefined}>
            {label}
            {phase === "supplement" ? ": notes" : ""}
          </a>
          {phase === "supplement" ? null : <PhaseMark phase={phase} bare />}
        </li>
      ))}
    </ul>
  );
}

function holds(number: NumberEntry, documentId: string | undefined): boolean {
  return [...number.versions, ...number.supplements].some(({ document }) => document.documentId === documentId);
}
