/** What a badge says. Color is never the only carrier: every kind has its own icon, and words besides. */

/** Every face that a badge can have. */
export type FaceKind =
  | "certified"
  | "passing"
  | "undecided"
  | "retiring"
  | "retired"
  | "failing"
  | "incomplete"
  | "expired"
  | "suspended"
  | "revoked"
  | "recommended"
  | "no-results"
  | "unknown-subject"
  | "unknown-scope"
  | "refused"
  | "unavailable";

/** How good the news is; decides the color. `fair` is good news that nobody certified. */
export type Tone = "good" | "fair" | "caution" | "bad" | "neutral";

/** Sign before the words. */
export type Icon =
  | "rosette"
  | "check"
  | "waves"
  | "triangle"
  | "archive"
  | "cross"
  | "dots"
  | "hourglass"
  | "pause"
  | "barred"
  | "star"
  | "circle"
  | "question"
  | "plug";

/** What a seal says, line by line; the label is its first two lines. */
export interface SealLines {
  /** `Compatible` in "SCS-compatible IaaS": how much is promised. */
  readonly level: string;
  /** `IaaS` in "SCS-compatible IaaS": what it is promised of. Empty where the name has one word. */
  readonly layer: string;
  /** Version of the scope; empty where none is spoken of. */
  readonly version: string;
  /** How it stands, in a word or two. */
  readonly word: string;
  /** Until when, or what is wrong; may be empty. */
  readonly detail: string;
}

/** What a badge says. */
export interface BadgeFace {
  readonly kind: FaceKind;
  readonly tone: Tone;
  readonly icon: Icon;
  /** What it is about: the scope. */
  readonly label: string;
  /** How it stands. */
  readonly message: string;
  /** What the badge is about, where the label was chosen by whoever embeds it; screen readers hear both. */
  readonly subject?: string;
  /** The same for a seal; made of label and message where absent. */
  readonly seal?: SealLines;
}

/** How each kind looks. */
export const LOOKS: Readonly<Record<FaceKind, { readonly tone: Tone; readonly icon: Icon }>> = {
  certified: { tone: "good", icon: "rosette" },
  passing: { tone: "fair", icon: "check" },
  undecided: { tone: "fair", icon: "waves" },
  retiring: { tone: "caution", icon: "triangle" },
  retired: { tone: "bad", icon: "archive" },
  failing: { tone: "bad", icon: "cross" },
  incomplete: { tone: "caution", icon: "dots" },
  expired: { tone: "caution", icon: "hourglass" },
  suspended: { tone: "caution", icon: "pause" },
  revoked: { tone: "bad", icon: "barred" },
  recommended: { tone: "neutral", icon: "star" },
  "no-results": { tone: "neutral", icon: "circle" },
  "unknown-subject": { tone: "neutral", icon: "question" },
  "unknown-scope": { tone: "neutral", icon: "question" },
  refused: { tone: "neutral", icon: "question" },
  unavailable: { tone: "neutral", icon: "plug" },
};

/** Faces of addresses that name nothing, or ask for what cannot be drawn. */
const NOTHING_KNOWN: ReadonlySet<FaceKind> = new Set(["unknown-subject", "unknown-scope", "refused"]);

/** Whether a face says something about a cloud. */
export function saysSomething({ kind }: Pick<BadgeFace, "kind">): boolean {
  return !NOTHING_KNOWN.has(kind);
}

/** Level and layer of a scope by its name (SCS-0003): the last word names the layer. */
export function levelAndLayer(name: string): { readonly level: string; readonly layer: string } {
  const words = name.trim().split(/\s+/);
  const layer = words.length > 1 ? (words.pop() ?? "") : "";
  return { level: words.join(" "), layer };
}
