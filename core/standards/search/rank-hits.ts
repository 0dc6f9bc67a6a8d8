import type { LifecyclePhase } from "#core/standards/documents/lifecycle.ts";

import type { SearchEntry } from "./search-entry.ts";

/** An entry that the index found. */
export interface SearchHit {
  readonly kind: SearchEntry["kind"];
  readonly ref: string;
  /** BM25 as FTS5 gives it: negative, smaller is better. */
  readonly bm25: number;
  /** All that is asked for stands in its id and title. */
  readonly isTitled: boolean;
  /** For documents, where they stand today. */
  readonly phase?: LifecyclePhase | "supplement" | undefined;
}

/** Columns of the index in their order, and how much a match there weighs: ref, title, headings, body. */
export const COLUMN_WEIGHTS = { ref: 12, title: 10, headings: 4, body: 1 } as const;

/** What binds today is looked for more often than what once did. */
const PHASE_WEIGHT: Record<NonNullable<SearchHit["phase"]>, number> = {
  effective: 1.5,
  draft: 1.2,
  supplement: 1,
  unstated: 1,
  deprecated: 0.7,
  rejected: 0.5,
};

/** A word that occurs often in a text says less than one in its title; BM25 alone hardly sees the difference. */
const TITLED_WEIGHT = 3;

const KIND_WEIGHT: Record<SearchHit["kind"], number> = {
  document: 1,
  guide: 0.9,
  testcase: 0.8,
  release: 0.6,
  news: 0.6,
};

/**
 * Hits in the order for readers: first what the query names (id, then number), then by the weight of the match and of
 * the document. The same hits always come in the same order.
 */
export function rankHits<Hit extends SearchHit>(hits: readonly Hit[], query: string): Hit[] {
  const named = query.trim().toLowerCase().replace(/\.md$/, "");
  const scored = hits.map((hit) => ({ hit, tier: tierOf(hit, named), score: scoreOf(hit) }));
  scored.sort(
    (a, b) => a.tier - b.tier || b.score - a.score || (a.hit.ref < b.hit.ref ? -1 : a.hit.ref > b.hit.ref ? 1 : 0),
  );
  return scored.map(({ hit }) => hit);
}

/** 0: the query is its id; 1: its id begins with it (`scs-0100-v3`); 2: its number (`0100`, `scs-0100`); 3: any other match. */
function tierOf({ kind, ref }: SearchHit, named: string): number {
  const id = ref.toLowerCase();
  if (named === "") return 3;
  if (id === named) return 0;
  if (kind !== "document") return 3;
  if (/^[a-z][a-z0-9]*-\d{4}-[vw]\d+$/.test(named) && id.startsWith(`${named}-`)) return 1;
  if (/^\d{4}$/.test(named) && /^[a-z][a-z0-9]*-(\d{4})-/.exec(id)?.[1] === named) return 2;
  return /^[a-z][a-z0-9]*-\d{4}$/.test(named) && id.startsWith(`${named}-`) ? 2 : 3;
}

function scoreOf({ kind, bm25, isTitled, phase }: SearchHit): number {
  return -bm25 * (isTitled ? TITLED_WEIGHT : 1) * KIND_WEIGHT[kind] * (phase === undefined ? 1 : PHASE_WEIGHT[phase]);
}
