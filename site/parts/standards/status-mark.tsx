/** Everything that is marked with a status anywhere on the site. */
export type Status =
  | "draft"
  | "effective"
  | "deprecated"
  | "rejected"
  | "unstated"
  | "pass"
  | "warn"
  | "fail"
  | "missing"
  | "aborted"
  | "expired"
  | "revoked"
  | "unknown";

/** The five tones of the palette; never used for anything but a status. */
type Tone = "draft" | "good" | "warn" | "bad" | "unknown";

interface Appearance {
  readonly tone: Tone;
  /** Name of the icon in `site/styles/marks.css`. */
  readonly icon: "pencil" | "check" | "clock" | "cross" | "archive" | "question" | "dash" | "stop";
  readonly word: string;
}

/** How a status looks and what it is called. Icon and word say all that the color says. */
export const STATUS_APPEARANCE: Record<Status, Appearance> = {
  draft: { tone: "draft", icon: "pencil", word: "Draft" },
  effective: { tone: "good", icon: "check", word: "Effective" },
  deprecated: { tone: "bad", icon: "archive", word: "Deprecated" },
  rejected: { tone: "bad", icon: "cross", word: "Rejected" },
  unstated: { tone: "unknown", icon: "question", word: "No status" },
  pass: { tone: "good", icon: "check", word: "Pass" },
  warn: { tone: "warn", icon: "clock", word: "Warning" },
  fail: { tone: "bad", icon: "cross", word: "Fail" },
  missing: { tone: "unknown", icon: "dash", word: "Missing" },
  aborted: { tone: "warn", icon: "stop", word: "Aborted" },
  expired: { tone: "warn", icon: "clock", word: "Expired" },
  revoked: { tone: "bad", icon: "stop", word: "Revoked" },
  unknown: { tone: "unknown", icon: "question", word: "Unknown" },
};

/**
 * A status: icon, word and color. `bare` shows the icon alone (the word stays for screen readers and as tooltip), for
 * lists with a legend; `word` replaces the usual word.
 */
export function StatusMark(props: { status: Status; word?: string; bare?: boolean }) {
  const { tone, icon, word: usual } = STATUS_APPEARANCE[props.status];
  const word = props.word ?? usual;
  return (
    <span class={`mark mark-${tone} icon-${icon}`} title={props.bare === true ? word : undefined}>
      {props.bare === true ? <span class="hidden-text">{word}</span> : word}
    </span>
  );
}
