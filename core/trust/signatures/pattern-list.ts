/**
 * Whether a text matches a comma-separated list of patterns with `*` and `?`, as OpenSSH matches them (ssh_config(5),
 * PATTERNS): a pattern with `!` that matches refuses, whatever the others say. Linear for each `*`, never backtracking twice.
 */
export function matchesPatternList(text: string, list: string): boolean {
  const patterns = list.split(",");
  const matches = (pattern: string) => matchesPattern(text, pattern);
  if (patterns.some((pattern) => pattern.startsWith("!") && matches(pattern.slice(1)))) return false;
  return patterns.some((pattern) => !pattern.startsWith("!") && matches(pattern));
}

function matchesPattern(text: string, pattern: string): boolean {
  let [at, from] = [0, 0];
  let [star, resume] = [-1, 0];
  while (at < text.length) {
    if (pattern[from] === "*") {
      [star, resume] = [from, at];
      from += 1;
    } else if (from < pattern.length && (pattern[from] === "?" || pattern[from] === text[at])) {
      at += 1;
      from += 1;
    } else if (star >= 0) {
      resume += 1;
      [at, from] = [resume, star + 1];
    } else return false;
  }
  while (pattern[from] === "*") from += 1;
  return from === pattern.length;
}
