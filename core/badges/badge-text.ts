/** Longest label or message on a badge, in characters; longer ones end in an ellipsis. */
export const MAX_BADGE_CHARACTERS = 100;

// What XML 1.0 forbids even as a reference (control characters, halves of surrogate pairs, U+FFFE and U+FFFF), and what
// would turn the direction of the text around it (bidirectional controls, Unicode Annex 9).
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/gu;
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text from outside, fit for a badge: one line, no character that XML or a neighbor could stumble over, cut to length. */
export function cleanBadgeText(text: string): string {
  // The first cut bounds the work, the second one respects pairs of surrogates.
  const head = text
    .slice(0, MAX_BADGE_CHARACTERS * 4)
    .replace(BIDI_CONTROLS, "")
    .replace(/[\t\r\n]+/g, " ");
  const characters = Array.from(head.replace(FORBIDDEN, "\ufffd").trim());
  if (characters.length <= MAX_BADGE_CHARACTERS) return characters.join("");
  return `${characters.slice(0, MAX_BADGE_CHARACTERS - 1).join("")}…`;
}

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" } as const;

/** Escapes text for XML content and attribute values. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character as keyof typeof ENTITIES]);
}
