import { FORBIDDEN_IN_XML } from "#core/base/xml/escape-xml.ts";

/** Longest label or message on a badge, in characters; longer ones end in an ellipsis. */
export const MAX_BADGE_CHARACTERS = 100;

/** What would turn the direction of the text around it (bidirectional controls, Unicode Annex 9). */
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text from outside, fit for a badge: one line, no character that XML or a neighbor could stumble over, cut to length. */
export function cleanBadgeText(text: string): string {
  // The first cut bounds the work, the second one respects pairs of surrogates.
  const head = text
    .slice(0, MAX_BADGE_CHARACTERS * 4)
    .replace(BIDI_CONTROLS, "")
    .replace(/[\t\r\n]+/g, " ");
  const characters = Array.from(head.replace(FORBIDDEN_IN_XML, "\ufffd").trim());
  if (characters.length <= MAX_BADGE_CHARACTERS) return characters.join("");
  return `${characters.slice(0, MAX_BADGE_CHARACTERS - 1).join("")}…`;
}
