import { failure, success, type Result } from "#core/base/result.ts";
import type { StepBudget } from "#core/base/text/glob.ts";

import { createCharacterSet } from "./character-set.ts";
import { compilePattern, type Instruction } from "./compile-pattern.ts";
import type { CharacterSet } from "./pattern-tree.ts";
import { readPattern } from "./read-pattern.ts";
import { runPattern, type Machine, type Slots } from "./run-pattern.ts";

/** A match as the language's own engine would answer it. */
export interface PatternMatch {
  readonly index: number;
  readonly text: string;
}

/** A regular expression of somebody else, matched in one pass over a text. */
export interface LinearPattern {
  /** All matches in order, none inside another; ends early where the budget is used up, which `left` below zero says. */
  findAll(text: string, budget: StepBudget): Iterable<PatternMatch>;
  /** A text in which the first match is replaced, with `$1`, `$&` and `$<name>` as in `String.replace`. */
  replaceFirst(text: string, replacement: string, budget: StepBudget): string;
}

/** Longest pattern that is read, in UTF-16 code units; those of style files have some thirty. */
const MAX_LENGTH = 1_000;
/** The flags that mean something here; `g` is as good as given, and `d` changes no match. */
const FLAGS = /^[dgimsu]*$/;

/**
 * Prepares a regular expression for matching without backtracking. Answers in words why not: because the language refuses it,
 * or because it says what cannot be matched in one pass (`readPattern`).
 */
export function createLinearPattern(source: string, flags: string): Result<LinearPattern, string> {
  const why = fault(source, flags);
  if (why !== undefined) return failure(why);
  const read = readPattern(source, flags);
  if (!read.ok) return read;
  const compiled = compilePattern(read.value.root);
  if (!compiled.ok) return compiled;
  const program = compiled.value;
  const machine: Machine = {
    program,
    slotCount: (read.value.captureCount + 1) * 2,
    isMultiline: flags.includes("m"),
    isUnicode: flags.includes("u"),
    wordSet: createCharacterSet("\\w", flags),
    firstSets: firstSetsOf(program),
  };
  return success({
    *findAll(text, budget) {
      for (let at = 0; at <= text.length;) {
        const slots = runPattern(machine, text, at, budget);
        if (slots === undefined) return;
        const [start = 0, end = 0] = slots;
        yield { index: start, text: text.slice(start, end) };
        at = end > start ? end : end + stepLength(text, end, machine.isUnicode);
      }
    },
    replaceFirst(text, replacement, budget) {
      const exec = (): RegExpExecArray | null => {
        const slots = runPattern(machine, text, 0, budget);
        return slots === undefined ? null : toExecArray(slots, text, read.value.names);
      };
      // By the language's own rules for `$`: they ask whatever has `exec` for the match.
      const asPattern = { exec, flags: "" } as unknown as RegExp;
      const replace = RegExp.prototype[Symbol.replace] as (this: RegExp, text: string, replacement: string) => string;
      return replace.call(asPattern, text, replacement);
    },
  });
}

function fault(source: string, flags: string): string | undefined {
  if (source.length > MAX_LENGTH) return `it is longer than ${MAX_LENGTH.toLocaleString("en")} characters`;
  if (!FLAGS.test(flags)) return "it has a flag other than d, g, i, m, s and u";
  try {
    // Made, not used: whether it is one is for the language to say.
    RegExp(source, flags);
    return undefined;
  } catch {
    return "it is no regular expression of JavaScript";
  }
}

function stepLength(text: string, at: number, isUnicode: boolean): number {
  return isUnicode && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function toExecArray(slots: Slots, text: string, names: ReadonlyMap<string, number>): RegExpExecArray {
  const groupAt = (number: number): string | undefined => {
    const [start = -1, end = -1] = slots.subarray(number * 2, number * 2 + 2);
    return start < 0 || end < 0 ? undefined : text.slice(start, end);
  };
  const groups = Array.from({ length: slots.length / 2 }, (_, number) => groupAt(number));
  const named = [...names].map(([name, number]) => [name, groupAt(number)] as const);
  const match = Object.assign(groups as [string, ...string[]], { index: slots[0] ?? 0, input: text });
  if (names.size === 0) return match;
  return Object.assign(match, { groups: Object.fromEntries(named) as Record<string, string> });
}

/** The sets of the first characters of all matches; undefined where a match may be empty. */
function firstSetsOf(program: readonly Instruction[]): readonly CharacterSet[] | undefined {
  const sets: CharacterSet[] = [];
  const reached = new Set<number>();
  const open = [0];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (reached.has(step)) continue;
    reached.add(step);
    const instruction = program[step];
    if (instruction === undefined || instruction.kind === "match") return undefined;
    if (instruction.kind === "character") sets.push(instruction.set);
    else if (instruction.kind === "split") open.push(instruction.first, instruction.second);
    else open.push(instruction.kind === "jump" ? instruction.next : step + 1);
  }
  return sets;
}
