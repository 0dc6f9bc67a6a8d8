import { failure, success, type Result } from "#core/base/result.ts";

import type { Assertion, CharacterSet, PatternNode, RepeatNode } from "./pattern-tree.ts";

/** One step of a program; `next` and the like are indexes of steps. */
export type Instruction =
  | { readonly kind: "character"; readonly set: CharacterSet }
  | { readonly kind: "assertion"; readonly assertion: Assertion }
  /** Goes on at both places; what `first` leads to is preferred. */
  | { readonly kind: "split"; first: number; second: number }
  | { readonly kind: "jump"; next: number }
  | { readonly kind: "save"; readonly slot: number }
  /** Forgets what stands in the slots from `from` to before `to`. */
  | { readonly kind: "forget"; readonly from: number; readonly to: number }
  | { readonly kind: "match" };

/** Most steps of a program: each character of a text may meet all of them. */
const MAX_INSTRUCTIONS = 1_000;

/** Turns a tree into a program. Fails, in words, where it is too long: `a{1000}` is written out. */
export function compilePattern(root: PatternNode): Result<readonly Instruction[], string> {
  const program: Instruction[] = [];
  emit(root, program);
  if (program.length >= MAX_INSTRUCTIONS) {
    return failure(
      `it has more than ${MAX_INSTRUCTIONS.toLocaleString("en")} steps when its repetitions are written out`,
    );
  }
  program.push({ kind: "match" });
  return success(program);
}

function emit(node: PatternNode, program: Instruction[]): void {
  if (program.length > MAX_INSTRUCTIONS) return;
  switch (node.kind) {
    case "character":
    case "assertion":
      program.push(node);
      return;
    case "sequence":
      for (const part of node.parts) emit(part, program);
      return;
    case "choice":
      emitChoice(node.options, program);
      return;
    case "capture":
      program.push({ kind: "save", slot: node.number * 2 });
      emit(node.body, program);
      program.push({ kind: "save", slot: node.number * 2 + 1 });
      return;
    case "repeat":
      emitRepeat(node, program);
  }
}

function emitChoice(options: readonly PatternNode[], program: Instruction[]): void {
  const jumps: { next: number }[] = [];
  for (const [index, option] of options.entries()) {
    if (index === options.length - 1) {
      emit(option, program);
      break;
    }
    const split = { kind: "split" as const, first: program.length + 1, second: 0 };
    program.push(split);
    emit(option, program);
    const jump = { kind: "jump" as const, next: 0 };
    program.push(jump);
    jumps.push(jump);
    split.second = program.length;
  }
  for (const jump of jumps) jump.next = program.length;
}

function emitRepeat(node: RepeatNode, program: Instruction[]): void {
  const emitRound = (): void => {
    const [from, to] = node.captures;
    if (to > from) program.push({ kind: "forget", from: from * 2, to: to * 2 });
    emit(node.body, program);
  };
  for (let round = 0; round < node.min && program.length <= MAX_INSTRUCTIONS; round += 1) emitRound();
  const ways: ((end: number) => void)[] = [];
  const split = (): void => {
    const way = { kind: "split" as const, first: program.length + 1, second: 0 };
    program.push(way);
    ways.push((end) => {
      if (node.isLazy) [way.first, way.second] = [end, way.first];
      else way.second = end;
    });
  };
  if (node.max === Infinity) {
    const start = program.length;
    split();
    emitRound();
    program.push({ kind: "jump", next: start });
  } else {
    for (let round = node.min; round < node.max && program.length <= MAX_INSTRUCTIONS; round += 1) {
      split();
      emitRound();
    }
  }
  for (const way of ways) way(program.length);
}
