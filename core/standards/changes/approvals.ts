import type { Change, DocumentChange } from "./change.ts";
import type { Approval } from "./verdict.ts";

/** Whose approval a change needs, by track in alphabetical order; a document that changes its track needs both. */
export function listApprovals(documents: readonly DocumentChange[], tracks: Change["tracks"]): Approval[] {
  const byTrack = new Map<string, Set<string>>();
  for (const { before, after } of documents) {
    for (const side of [before, after]) {
      const track = side?.summary.track;
      if (side === undefined || track === undefined) continue;
      const names = byTrack.get(track) ?? new Set();
      byTrack.set(track, names.add((after ?? side).document.fileName));
    }
  }
  return [...byTrack]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([track, names]) => ({
      track,
      documents: [...names].sort(),
      by: tracks.find(({ id }) => id === track)?.approval ?? `the team of the track ${track}`,
    }));
}
