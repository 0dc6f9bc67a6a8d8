import type { Statement } from "../profiles/profile.ts";

/** Words by which documents say that they do not know. */
const UNKNOWN = /^(?:noassertion|unknown|not known|n\/a)$/i;
/** Words by which documents say that they know and do not tell. */
const WITHHELD = /^(?:withheld|redacted|confidential|undisclosed|not disclosed)$/i;
const LONGEST_WORD = "not disclosed".length;

/** How a text states a fact. */
export function stateText(text: string | undefined): Statement {
  const trimmed = text?.trim() ?? "";
  if (trimmed === "") return "missing";
  if (trimmed.length > LONGEST_WORD) return "present";
  if (UNKNOWN.test(trimmed)) return "unknown";
  return WITHHELD.test(trimmed) ? "withheld" : "present";
}

/** The best of several statements of the same fact. */
export function stateAny(statements: readonly Statement[]): Statement {
  if (statements.includes("present")) return "present";
  if (statements.includes("withheld")) return "withheld";
  return statements.includes("unknown") ? "unknown" : "missing";
}

/** Whether there is something. */
export function stateIf(isThere: boolean): Statement {
  return isThere ? "present" : "missing";
}
