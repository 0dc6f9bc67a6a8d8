import { stateAny, stateText } from "../../view/statement.ts";

/** What is recommended may be left out. */
export function presentOrAbsent(texts: readonly (string | undefined)[]): "present" | "absent" {
  return stateAny(texts.map(stateText)) === "present" ? "present" : "absent";
}
