/** Compares two versions of code that a demand announces: a schema, expressions, or text that must be so. */
import { effectOf } from "../bounds/direction.ts";
import { strictest, type Judged } from "../bounds/judge-sentence.ts";
import { readItems } from "../bounds/read-items.ts";
import { compareRelations } from "../bounds/relations.ts";
import type { Announcement } from "./announcement.ts";
import { compareSchemas } from "./compare-schemas.ts";

/** What became of code; undefined where nothing did. */
export function compareCode(before: string, after: string, announced: Announcement): Judged | undefined {
  const [from, to] = [linesOf(before), linesOf(after)];
  if (from.join("\n") === to.join("\n")) return undefined;
  const schema = compareSchemas(before, after);
  if (schema !== undefined) return isPositive(announced) ? schema : { ...schema, effect: "unclear" };
  const lost = from.filter((line) => !to.includes(line));
  const fresh = to.filter((line) => !from.includes(line));
  const judged: Judged[] = [];
  for (const line of fresh) {
    const partner = lost.find((other) => nameOf(other) !== "" && nameOf(other) === nameOf(line));
    if (partner !== undefined) {
      lost.splice(lost.indexOf(partner), 1);
      judged.push(judgeExpression(partner, line, announced));
    } else
      judged.push({
        effect: announced.added === "relaxes" ? "unclear" : announced.added,
        evidence: `new code: \`${line.trim()}\``,
      });
  }
  for (const line of lost) {
    judged.push({
      effect: isExpression(line) ? announced.removed : "unclear",
      evidence: `code is gone: \`${line.trim()}\``,
    });
  }
  return strictest(judged) ?? { effect: "unclear", evidence: "the lines of the code stand in another order" };
}

function isPositive({ place, added }: Announcement): boolean {
  return place.zone === "predicate" && place.clause?.modal.isNegative === false && added === "tightens";
}

function linesOf(code: string): string[] {
  return code
    .split(/\r\n|\n|\r/)
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== "");
}

const EXPRESSION = /^\s*([\p{L}_][\p{L}\p{N}_.-]*)\s*(?:<=|>=|==|!=|<|>|=|:)/u;

function isExpression(line: string): boolean {
  return EXPRESSION.test(line);
}

function nameOf(line: string): string {
  return EXPRESSION.exec(line)?.[1] ?? "";
}

/** `restarts_per_day <= 2`: a name, a comparator and an amount. */
function judgeExpression(before: string, after: string, announced: Announcement): Judged {
  const evidence = `\`${before.trim()}\` became \`${after.trim()}\``;
  const [from, to] = [boundOf(before), boundOf(after)];
  if (from === undefined || to === undefined)
    return { effect: isPositive(announced) ? "tightens" : "unclear", evidence };
  return { effect: effectOf(compareRelations(from, to), isPositive(announced) ? "allowing" : "unknown"), evidence };
}

function boundOf(line: string): ReturnType<typeof relationOf> {
  return relationOf(line.replace(EXPRESSION, (whole, name: string) => whole.replace(name, "")).replace(/^\s*:/, ""));
}

function relationOf(text: string) {
  const items = readItems(text.trim());
  const [only] = items ?? [];
  return items?.length === 1 && only?.kind === "bound" ? only.relation : undefined;
}
