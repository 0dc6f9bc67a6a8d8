import type { Child } from "hono/jsx";

/** `warning` where the reader might otherwise be misled, `info` for all else. */
export type NoticeTone = "info" | "warning" | "bad" | "good";

const LABEL: Record<NoticeTone, string> = { info: "Note", warning: "Caution", bad: "Important", good: "Confirmed" };

/** A block that must not be overlooked. Its tone is said in a word (`label`), shown by an icon and by color. */
export function Notice(props: { tone: NoticeTone; label?: string; children?: Child }) {
  const label = props.label ?? LABEL[props.tone];
  return (
    <div class={`notice notice-${props.tone}`} role="note" aria-label={label}>
      <p class="notice-label">{label}</p>
      <div class="notice-text">{props.children}</div>
    </div>
  );
}
