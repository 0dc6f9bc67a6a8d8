import type { StepBudget } from "#core/base/text/glob.ts";

import type { Instruction } from "./compile-pattern.ts";
import type { Assertion, CharacterSet } from "./pattern-tree.ts";

/** A program and how texts are read for it. */
export interface Machine {
  readonly program: readonly Instruction[];
  readonly slotCount: number;
  /** `^` and `$` stand at line ends too. */
  readonly isMultiline: boolean;
  /** Characters are code points, not UTF-16 code units. */
  readonly isUnicode: boolean;
  /** What `\b` separates from the rest. */
  readonly wordSet: CharacterSet;
  /** Characters with which a match may begin; undefined where it may begin with none. */
  readonly firstSets: readonly CharacterSet[] | undefined;
}

/** The offsets of a match and of its groups, from `slots[2n]` to before `slots[2n + 1]`; -1 for groups that took no part. */
export type Slots = Int32Array;

/**
 * The first match at or after an offset, as a backtracking engine prefers it. All ways to go through the program are followed
 * at once (Pike's algorithm), so that each character is met at most once by each step of the program. Undefined where
 * there is none, or where the budget is used up, which its `left` below zero says.
 */
export function runPattern(machine: Machine, text: string, from: number, budget: StepBudget): Slots | undefined {
  const run = new Run(machine, text, budget);
  return run.findFrom(from);
}

class Run {
  private readonly machine: Machine;
  private readonly text: string;
  private readonly budget: StepBudget;
  /** At which round of `add` a step was reached last. */
  private readonly reachedIn: Float64Array;
  private round = 0;

  constructor(machine: Machine, text: string, budget: StepBudget) {
    this.machine = machine;
    this.text = text;
    this.budget = budget;
    this.reachedIn = new Float64Array(machine.program.length);
  }

  findFrom(from: number): Slots | undefined {
    const { text, budget, machine } = this;
    let threads: Thread[] = [];
    let best: Slots | undefined;
    for (let at = from; ;) {
      if (threads.length === 0) {
        if (best !== undefined) return best;
        at = this.nextStart(at);
      }
      if (at > text.length || budget.left < 0) return budget.left < 0 ? undefined : best;
      this.round += 1;
      const here: Thread[] = [];
      for (const thread of threads) this.add(here, thread, at);
      // A later start is worse than every thread that began before.
      if (best === undefined) this.add(here, { step: 0, slots: startingAt(at, machine.slotCount) }, at);
      const length = this.lengthAt(at);
      const character = text.slice(at, at + length);
      threads = [];
      for (const thread of here) {
        const instruction = machine.program[thread.step];
        budget.left -= 1;
        if (instruction?.kind === "match") {
          best = thread.slots.slice();
          best[1] = at;
          break; // what follows is worse
        }
        if (instruction?.kind === "character" && length > 0 && instruction.set(character)) {
          threads.push({ step: thread.step + 1, slots: thread.slots });
        }
      }
      at += Math.max(1, length);
    }
  }

  /** Follows what takes no character; keeps the steps that take one, or end the match, in the order of preference. */
  private add(here: Thread[], thread: Thread, at: number): void {
    const { program } = this.machine;
    const open: Thread[] = [thread];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { step, slots } = next;
      if (this.reachedIn[step] === this.round) continue;
      this.reachedIn[step] = this.round;
      this.budget.left -= 1;
      const instruction = program[step] ?? MATCH;
      switch (instruction.kind) {
        case "split":
          open.push({ step: instruction.second, slots }, { step: instruction.first, slots });
          break;
        case "jump":
          open.push({ step: instruction.next, slots });
          break;
        case "save":
          open.push({ step: step + 1, slots: withSlots(slots, instruction.slot, instruction.slot + 1, at) });
          break;
        case "forget":
          open.push({ step: step + 1, slots: withSlots(slots, instruction.from, instruction.to, -1) });
          break;
        case "assertion":
          if (this.holds(instruction.assertion, at)) open.push({ step: step + 1, slots });
          break;
        case "character":
        case "match":
          here.push(next);
      }
    }
  }

  private nextStart(from: number): number {
    const { firstSets } = this.machine;
    if (firstSets === undefined) return from;
    let at = from;
    while (at < this.text.length) {
      const length = this.lengthAt(at);
      const character = this.text.slice(at, at + length);
      this.budget.left -= firstSets.length;
      if (firstSets.some((set) => set(character))) return at;
      at += length;
    }
    return this.text.length + 1;
  }

  private lengthAt(at: number): number {
    if (at >= this.text.length) return 0;
    return this.machine.isUnicode && (this.text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }

  private holds(assertion: Assertion, at: number): boolean {
    const { text } = this;
    const { isMultiline } = this.machine;
    switch (assertion) {
      case "start":
        return at === 0 || (isMultiline && isLineEnd(text[at - 1]));
      case "end":
        return at === text.length || (isMultiline && isLineEnd(text[at]));
      case "boundary":
        return this.isWord(at - 1) !== this.isWord(at);
      case "no-boundary":
        return this.isWord(at - 1) === this.isWord(at);
    }
  }

  private isWord(at: number): boolean {
    return at >= 0 && at < this.text.length && this.machine.wordSet(this.text[at] ?? "");
  }
}

const MATCH: Instruction = { kind: "match" };

interface Thread {
  readonly step: number;
  readonly slots: Slots;
}

function startingAt(at: number, slotCount: number): Slots {
  const slots = new Int32Array(slotCount).fill(-1);
  slots[0] = at;
  return slots;
}

function withSlots(slots: Slots, from: number, to: number, value: number): Slots {
  const copy = slots.slice();
  copy.fill(value, from, to);
  return copy;
}

function isLineEnd(character: string | undefined): boolean {
  return character === "\n" || character === "\r" || character === "\u2028" || character === "\u2029";
}
