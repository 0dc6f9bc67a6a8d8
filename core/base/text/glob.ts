/** A pattern of paths, ready to be compared. */
export type Glob = readonly GlobPart[];

/** A character, anything within a folder (`*`), or anything (`**`). */
type GlobPart = string | typeof WITHIN_FOLDER | typeof ANYTHING;

const WITHIN_FOLDER = Symbol("*");
const ANYTHING = Symbol("**");

/** Steps that comparisons may still take together; see `matchesGlob`. */
export interface StepBudget {
  left: number;
}

/** Reads a pattern: `*` stands for anything but a slash, `**` for anything in one line, all else for itself. */
export function parseGlob(text: string): Glob {
  const parts: GlobPart[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== "*") parts.push(text[at] ?? "");
    else if (text[at + 1] !== "*") parts.push(WITHIN_FOLDER);
    else {
      parts.push(ANYTHING);
      at += 1;
    }
  }
  return parts;
}

/**
 * Whether a pattern describes a path; it may begin at any folder and ends at the path's end. All ways to read the pattern are
 * followed at once, so that a comparison takes at most as many steps as the pattern has parts times the path has
 * characters, and never goes back. Undefined where the budget does not allow that many.
 */
export function matchesGlob(glob: Glob, path: string, budget: StepBudget = { left: Infinity }): boolean | undefined {
  budget.left -= (glob.length + 1) * (path.length + 1);
  if (budget.left < 0) return undefined;
  // For each part whether the path up to here can be what stands before it.
  let reached = new Uint8Array(glob.length + 1);
  let next = new Uint8Array(glob.length + 1);
  reached[0] = 1;
  followEmpty(glob, reached);
  for (let at = 0; at < path.length; at += 1) {
    const character = path[at] ?? "";
    next.fill(0);
    for (let part = 0; part < glob.length; part += 1) {
      if (reached[part] === 0) continue;
      const wanted = glob[part];
      if (wanted === WITHIN_FOLDER ? character !== "/" : wanted === ANYTHING && !LINE_ENDS.has(character))
        next[part] = 1;
      else if (wanted === character) next[part + 1] = 1;
    }
    if (character === "/") next[0] = 1;
    followEmpty(glob, next);
    [reached, next] = [next, reached];
  }
  return reached[glob.length] === 1;
}

const LINE_ENDS: ReadonlySet<string> = new Set(["\n", "\r", "\u2028", "\u2029"]);

/** Stars may stand for nothing. */
function followEmpty(glob: Glob, reached: Uint8Array): void {
  for (let part = 0; part < glob.length; part += 1) {
    if (reached[part] === 1 && typeof glob[part] === "symbol") reached[part + 1] = 1;
  }
}
