import type { ScopeEvaluation } from "#core/certification/evaluate.ts";

/** Every face that a badge can have; each has its own words, so color is never the only carrier. */
export type FaceKind =
  | "passing"
  | "undecided"
  | "retiring"
  | "retired"
  | "failing"
  | "incomplete"
  | "expired"
  | "no-results"
  | "unknown-subject"
  | "unknown-scope";

/** How good the news is; decides the color. */
export type Tone = "good" | "caution" | "bad" | "neutral";

/** Sign before the words. */
export type Icon = "check" | "hourglass" | "cross" | "dots" | "question";

/** What a badge says. */
export interface BadgeFace {
  readonly kind: FaceKind;
  readonly tone: Tone;
  readonly icon: Icon;
  /** What it is about: the scope. */
  readonly label: string;
  /** How it stands. */
  readonly message: string;
}

const LOOKS: Readonly<Record<FaceKind, { readonly tone: Tone; readonly icon: Icon }>> = {
  passing: { tone: "good", icon: "check" },
  undecided: { tone: "good", icon: "check" },
  retiring: { tone: "caution", icon: "hourglass" },
  retired: { tone: "bad", icon: "cross" },
  failing: { tone: "bad", icon: "cross" },
  incomplete: { tone: "caution", icon: "dots" },
  expired: { tone: "caution", icon: "hourglass" },
  "no-results": { tone: "neutral", icon: "dots" },
  "unknown-subject": { tone: "neutral", icon: "question" },
  "unknown-scope": { tone: "neutral", icon: "question" },
};

/** What is known about the subject of a badge. */
export interface BadgeSubject {
  readonly scopeName: string;
  readonly evaluation: ScopeEvaluation;
  /** Whether the subject ever sent a result for the scope. */
  readonly hasReported: boolean;
  /** Whether the subject is made up for a demonstration. */
  readonly isDemo: boolean;
}

/** The face for a subject in a scope. */
export function faceOf({ scopeName, evaluation, hasReported, isDemo }: BadgeSubject): BadgeFace {
  const { kind, message } = judge(evaluation, hasReported);
  return { kind, ...LOOKS[kind], label: isDemo ? `demo · ${scopeName}` : scopeName, message };
}

/** The face for an address that names no known subject. */
export function unknownSubjectFace(scopeName: string): BadgeFace {
  return { kind: "unknown-subject", ...LOOKS["unknown-subject"], label: scopeName, message: "unknown cloud" };
}

/** The face for an address that names no known scope. */
export function unknownScopeFace(): BadgeFace {
  return { kind: "unknown-scope", ...LOOKS["unknown-scope"], label: "certification", message: "unknown scope" };
}

function judge(evaluation: ScopeEvaluation, hasReported: boolean): { kind: FaceKind; message: string } {
  const { versions, bestPassed, result, validity, results, buckets } = evaluation;
  if (!hasReported) return { kind: "no-results", message: "no results yet" };
  if (results.size === 0) return { kind: "expired", message: "results expired" };
  const best = versions.find(({ version }) => version.index === bestPassed);
  if (best === undefined) {
    if (result !== -1) return { kind: "no-results", message: "no version in force" };
    return { kind: "failing", message: `${count(buckets.failed.length, "test")} failing` };
  }
  const name = best.version.name;
  if (result === null)
    return { kind: "incomplete", message: `${count(missing(evaluation), "result")} missing for ${name}` };
  if (validity === "deprecated") return { kind: "retired", message: `only ${name}, retired` };
  if (validity === "warn") return { kind: "retiring", message: `${name} passing, retires soon` };
  if (result === 0) return { kind: "undecided", message: `${name} passing, ${aborted(evaluation)} undecided` };
  return { kind: "passing", message: `${name} passing` };
}

/** Missing results of the version that the badge names, not of all that is worth testing. */
function missing({ versions, bestPassed, results }: ScopeEvaluation): number {
  return demanded({ versions, bestPassed }).filter((id) => !results.has(id)).length;
}

function aborted({ versions, bestPassed, results }: ScopeEvaluation): number {
  return demanded({ versions, bestPassed }).filter((id) => results.get(id)?.value === 0).length;
}

function demanded({ versions, bestPassed }: Pick<ScopeEvaluation, "versions" | "bestPassed">): readonly string[] {
  return versions.find(({ version }) => version.index === bestPassed)?.targets.get("main")?.testcases ?? [];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
