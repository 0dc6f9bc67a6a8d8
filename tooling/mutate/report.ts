import { partOf } from "./named-set.ts";
import type { Mutant, Verdict } from "./mutant.ts";

/** How many mutants of a place were noticed. */
export interface Score {
  readonly place: string;
  readonly noticed: number;
  readonly total: number;
}

/** The scores of each folder, in alphabetical order. */
export function scoreFolders(verdicts: readonly Verdict[]): readonly Score[] {
  return scoresBy(verdicts, ({ file }) => file.split("/").slice(0, -1).join("/"));
}

/** The scores of each part of the named set. */
export function scoreParts(verdicts: readonly Verdict[]): readonly Score[] {
  return scoresBy(verdicts, ({ file }) => partOf(file) ?? "other files");
}

/** The share of noticed mutants in percent; 100 when there are none. */
export function percent({ noticed, total }: Pick<Score, "noticed" | "total">): number {
  return total === 0 ? 100 : (100 * noticed) / total;
}

/** The score of all verdicts together. */
export function scoreAll(verdicts: readonly Verdict[]): Score {
  return { place: "all", noticed: verdicts.filter(isNoticed).length, total: verdicts.length };
}

/** A test failed, or never came to an end. */
export function isNoticed({ outcome }: Verdict): boolean {
  return outcome === "killed" || outcome === "hung";
}

/** A table of scores in text. */
export function formatScores(scores: readonly Score[]): string {
  const width = Math.max(0, ...scores.map(({ place }) => place.length));
  return scores
    .map(
      (score) =>
        `${score.place.padEnd(width)}  ${percent(score).toFixed(1).padStart(5)} %  ${score.noticed} of ${score.total}`,
    )
    .join("\n");
}

/** A survivor in three lines: where, what it was, what it is now. */
export function formatSurvivor({ mutant, outcome }: Verdict): string {
  const { file, line, column, operator, original, replacement } = mutant;
  const what = outcome === "unreached" ? "No test reaches" : "Survived:";
  const [before, after] = [oneLine(original), oneLine(replacement)];
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const from = same > LONGEST / 2 ? same - 40 : 0;
  return `\n${what} ${file}:${line}:${column} (${operator})\n  - ${cut(before, from)}\n  + ${cut(after, from)}\n`;
}

/** Longest text of a mutant that is shown, in characters. */
const LONGEST = 200;

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

function cut(text: string, from: number): string {
  const rest = from === 0 ? text : `…${text.slice(from)}`;
  return rest.length > LONGEST ? `${rest.slice(0, LONGEST - 1)}…` : rest;
}

function scoresBy(verdicts: readonly Verdict[], placeOf: (mutant: Mutant) => string): readonly Score[] {
  const groups = [...Map.groupBy(verdicts, ({ mutant }) => placeOf(mutant))];
  return groups
    .map(([place, group]) => ({ place, noticed: group.filter(isNoticed).length, total: group.length }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1));
}
