/** Compares two versions of a JSON Schema by the keywords that say how much it asks for. */
import { strictest, type Judged } from "../bounds/judge-sentence.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const MAX_LENGTH = 20_000;
const MAX_STEPS = 5_000;
const MAX_DEPTH = 40;

/** What became of a schema; undefined where one of both texts is no JSON object. */
export function compareSchemas(before: string, after: string): Judged | undefined {
  const [from, to] = [parse(before), parse(after)];
  if (!isObject(from) || !isObject(to)) return undefined;
  const judged: Judged[] = [];
  const pending: { readonly key: string; readonly from: Json; readonly to: Json }[] = [{ key: "", from, to }];
  for (let step = pending.pop(), steps = 0; step !== undefined; step = pending.pop(), steps += 1) {
    if (steps === MAX_STEPS) return { effect: "unclear", evidence: "the schema is too large to be compared" };
    if (JSON.stringify(step.from) === JSON.stringify(step.to)) continue;
    const known = judgeKeyword(step.key, step.from, step.to);
    if (known !== undefined) judged.push(known);
    else if (isObject(step.from) && isObject(step.to)) {
      for (const key of new Set([...Object.keys(step.from), ...Object.keys(step.to)])) {
        const [earlier, later] = [step.from[key], step.to[key]];
        if (earlier !== undefined && later !== undefined) pending.push({ key, from: earlier, to: later });
        else judged.push(judgeMember(key, earlier, later));
      }
    } else judged.push({ effect: "unclear", evidence: `\`${step.key}\` changed` });
  }
  return strictest(judged) ?? { effect: "none", evidence: "the same schema, written in another way" };
}

function judgeKeyword(key: string, from: Json, to: Json): Judged | undefined {
  if (typeof from === "number" && typeof to === "number") {
    const isMinimum = /^(?:min[A-Z]|minimum$|exclusiveMinimum$)/.test(key);
    const isMaximum = /^(?:max[A-Z]|maximum$|exclusiveMaximum$)/.test(key);
    if (!isMinimum && !isMaximum) return undefined;
    return { effect: to > from === isMinimum ? "tightens" : "relaxes", evidence: `\`${key}\` ${from} became ${to}` };
  }
  const isList = key === "required" || key === "enum";
  if (!isList || !isArray(from) || !isArray(to)) return undefined;
  const added = to.filter((one) => !from.includes(one));
  const removed = from.filter((one) => !to.includes(one));
  const evidence = `\`${key}\`: ${[...added.map((one) => `new ${text(one)}`), ...removed.map((one) => `${text(one)} is gone`)].join(", ")}`;
  const more = key === "required" ? added : removed;
  if (more.length > 0) return { effect: "tightens", evidence };
  return { effect: added.length + removed.length > 0 ? "relaxes" : "none", evidence };
}

/** A keyword that came or went: one that only describes changes nothing. */
function judgeMember(key: string, from: Json | undefined, to: Json | undefined): Judged {
  const evidence = from === undefined ? `\`${key}\` is new` : `\`${key}\` is gone`;
  if (/^(?:title|description|\$comment|examples)$/.test(key)) return { effect: "none", evidence };
  const isBound = /^(?:required|min[A-Z]|max[A-Z]|minimum$|maximum$|pattern$)/.test(key);
  if (!isBound) return { effect: "unclear", evidence };
  return { effect: to === undefined ? "relaxes" : "tightens", evidence };
}

function parse(source: string): Json | undefined {
  if (source.length > MAX_LENGTH || !source.trimStart().startsWith("{") || depthOf(source) > MAX_DEPTH)
    return undefined;
  try {
    return JSON.parse(source) as Json;
  } catch {
    return undefined;
  }
}

/** How deep brackets nest, those in strings among them. */
function depthOf(source: string): number {
  let [depth, deepest] = [0, 0];
  for (const char of source) {
    if (char === "{" || char === "[") depth += 1;
    if (char === "}" || char === "]") depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function text(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
