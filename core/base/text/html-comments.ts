/** A stretch of a text: offsets in UTF-16 code units, `end` exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

const OPENING = "<!--";
const CLOSING = "-->";

/**
 * The HTML comments of a text in order, as `/<!--[^]*?-->/g` finds them. That pattern looks through the rest of the text
 * again for every opening that nothing closes; here the first such opening ends the search, as none after it is closed either.
 */
export function* htmlComments(text: string): Iterable<Stretch> {
  for (let start = text.indexOf(OPENING); start >= 0; start = text.indexOf(OPENING, start)) {
    const closing = text.indexOf(CLOSING, start + OPENING.length);
    if (closing < 0) return;
    const end = closing + CLOSING.length;
    yield { start, end };
    start = end;
  }
}

/** A text without its HTML comments. */
export function withoutComments(text: string): string {
  let rest = "";
  let end = 0;
  for (const comment of htmlComments(text)) {
    rest += text.slice(end, comment.start);
    end = comment.end;
  }
  return rest + text.slice(end);
}
