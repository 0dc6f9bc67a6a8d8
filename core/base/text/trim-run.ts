/**
 * A text without the run of one character at its end: `withoutTrailing("a//", "/")` is `a`. A pattern like `/\/+$/` is tried
 * again from each character of every run, which is quadratic; this looks at the end only.
 */
export function withoutTrailing(text: string, character: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === character) end -= 1;
  return text.slice(0, end);
}
