import type { Statement } from "../profiles/profile.ts";

/** Words by which documents say that they do not know. */
const LONGEST_UNKNOWN = "noassertion".length;
const UNKNOWN = /^(?:noassertion|unknown|not known|n\/a)$/i;

/** How a text states a fact. */
export function stateText(text: string | undefined): Statement {
  const trimmed = text?.trim() ?? "";
  if (trimmed === "") return "missing";
  if (trimmed.length > LONGEST_UNKNOWN) return "present";
  return UNKNOWN.test(trimmed) ? "unknown" : "present";
}

/** The best of several statements of the same fact. */
export function stateAny(statements: readonly Statement[]): Statement {
  if (statements.includes("present")) return "present";
  return statements.includes("unknown") ? "unknown" : "missing";
}

/** Whether there is something. */
export function stateIf(isThere: boolean): Statement {
  return isThere ? "present" : "missing";
}
