import type { MemoryBounds } from "#core/base/memory/bounded-memory.ts";

/** How long a change made through another isolate may stay unseen. */
const FRESH_FOR_MS = 2_000;

/**
 * All that an isolate keeps between requests, so that it fits into 128 MB beside the code, a slow check of a password and the
 * requests at work. `docs/operations.md` has the same table for operators, and a test compares both.
 */
export const MEMORY_BOUNDS = {
  /** Which state is the current one. */
  pointer: { maxEntries: 1, maxBytes: 1_000, freshForMs: FRESH_FOR_MS },
  /** Facts of the files of published states. */
  snapshots: { maxEntries: 6, maxBytes: 8_000_000 },
  /** Numbered sentences of published states. */
  requirements: { maxEntries: 6, maxBytes: 2_000_000 },
  /** Rendered texts. */
  fragments: { maxEntries: 1_000, maxBytes: 3_000_000 },
  /** Pages as they are sent. */
  pages: { maxEntries: 1_000, maxBytes: 7_000_000 },
  /** Pictures for link previews, some ten kilobytes each. */
  previews: { maxEntries: 100, maxBytes: 1_000_000 },
  /** Scopes as they are evaluated. */
  scopes: { maxEntries: 100, maxBytes: 2_000_000 },
  /** Dependencies of SBOMs. */
  graphs: { maxEntries: 8, maxBytes: 6_000_000 },
  /** How one cloud stands in one scope. */
  badgeStandings: { maxEntries: 1_000, maxBytes: 1_000_000, freshForMs: FRESH_FOR_MS },
  /** Badges as they are sent. */
  badges: { maxEntries: 1_000, maxBytes: 2_000_000, freshForMs: FRESH_FOR_MS },
  /** The clouds of the home page. */
  homeClouds: { maxEntries: 2, maxBytes: 100_000 },
  /** Lists of clouds as they are sent, for one state of their facts. */
  cloudPages: { maxEntries: 200, maxBytes: 2_000_000 },
  /** That the database answers. */
  health: { maxEntries: 1, maxBytes: 1_000, freshForMs: FRESH_FOR_MS },
  /** Hashes of tokens and passwords, of all accounts at once. */
  credentials: { maxEntries: 1, maxBytes: 2_000_000, freshForMs: FRESH_FOR_MS },
  /** Logins that needed a slow check: three such memories, by name, by network, altogether. */
  attempts: { maxEntries: 5_000, maxBytes: 500_000 },
} as const satisfies Record<string, MemoryBounds>;
