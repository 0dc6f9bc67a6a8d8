// Sentences made of comparators, negations, key words and contexts; what they mean is found by trying all worlds.
import { describe, expect, test } from "vitest";

import { judgeSentence } from "#core/standards/changes/bounds/judge-sentence.ts";

interface Comparator {
  readonly write: (amount: string, noun: string) => string;
  readonly holds: (count: number, limit: number) => boolean;
}

const atLeast = (count: number, limit: number): boolean => count >= limit;
const atMost = (count: number, limit: number): boolean => count <= limit;
const moreThan = (count: number, limit: number): boolean => count > limit;
const lessThan = (count: number, limit: number): boolean => count < limit;
const before =
  (words: string) =>
  (amount: string, noun: string): string =>
    `${words} ${amount} ${noun}`;
const behind =
  (words: string) =>
  (amount: string, noun: string): string =>
    `${amount} ${noun} ${words}`;

const COMPARATORS: readonly Comparator[] = [
  ...["at least", "no less than", "not less than", "no fewer than", "not fewer than", "a minimum of", "≥", ">="].map(
    (words) => ({
      write: before(words),
      holds: atLeast,
    }),
  ),
  ...["at most", "no more than", "not more than", "a maximum of", "≤", "<="].map((words) => ({
    write: before(words),
    holds: atMost,
  })),
  ...["more than", "over", ">"].map((words) => ({ write: before(words), holds: moreThan })),
  ...["fewer than", "less than", "under", "<"].map((words) => ({ write: before(words), holds: lessThan })),
  { write: behind("or more"), holds: atLeast },
  { write: behind("or fewer"), holds: atMost },
  { write: (amount, noun) => `${amount} or more ${noun}`, holds: atLeast },
];

/** A world: how many there are, and whether what the sentence wants is done. */
interface World {
  readonly count: number;
  readonly isDone: boolean;
}

interface Context {
  readonly name: string;
  readonly write: (bound: string) => string;
  readonly allows: (world: World, holds: boolean) => boolean;
}

const CONTEXTS: readonly Context[] = [
  { name: "MUST", write: (bound) => `A pool MUST have ${bound}.`, allows: (_world, holds) => holds },
  { name: "SHALL", write: (bound) => `Each pool SHALL run ${bound}, day and night.`, allows: (_world, holds) => holds },
  { name: "SHOULD", write: (bound) => `A pool SHOULD have ${bound}.`, allows: (_world, holds) => holds },
  { name: "MUST NOT", write: (bound) => `A pool MUST NOT have ${bound}.`, allows: (_world, holds) => !holds },
  {
    name: "SHALL NOT",
    write: (bound) => `The provider SHALL NOT drain ${bound} at once.`,
    allows: (_world, holds) => !holds,
  },
  { name: "MAY", write: (bound) => `The provider MAY stop ${bound}.`, allows: (_world, holds) => holds },
  {
    name: "subject",
    write: (bound) => `${bound[0]?.toUpperCase() ?? ""}${bound.slice(1)} MUST be up.`,
    allows: (_world, holds) => holds,
  },
  {
    name: "if",
    write: (bound) => `If a pool has ${bound}, an alarm MUST be raised.`,
    allows: ({ isDone }, holds) => !holds || isDone,
  },
  {
    name: "when",
    write: (bound) => `An alarm MUST be raised when there are ${bound} in a pool.`,
    allows: ({ isDone }, holds) => !holds || isDone,
  },
  {
    name: "unless",
    write: (bound) => `An alarm MUST be raised unless a pool has ${bound}.`,
    allows: ({ isDone }, holds) => holds || isDone,
  },
  {
    name: "must not unless",
    write: (bound) => `A pool MUST NOT be closed unless it has ${bound}.`,
    allows: ({ isDone }, holds) => holds || !isDone,
  },
  {
    name: "without",
    write: (bound) => `A pool MUST NOT be run without ${bound}.`,
    allows: ({ isDone }, holds) => !isDone || holds,
  },
  {
    name: "scope",
    write: (bound) => `Pools with ${bound} MUST have a label.`,
    allows: ({ isDone }, holds) => !holds || isDone,
  },
];
const COUNTS = Array.from({ length: 14 }, (_, count) => count);
const WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight"];

/** The reference: which worlds conform, one by one. */
function compareWorlds(context: Context, from: Comparator, was: number, to: Comparator, is: number): string {
  let [lost, won] = [false, false];
  for (const count of COUNTS) {
    for (const isDone of [false, true]) {
      const world = { count, isDone };
      const [old, fresh] = [context.allows(world, from.holds(count, was)), context.allows(world, to.holds(count, is))];
      if (old && !fresh) lost = true;
      if (!old && fresh) won = true;
    }
  }
  return lost ? "tightens" : won ? "relaxes" : "none";
}

describe.each(CONTEXTS)("bounds in the context $name", (context) => {
  const judge = (from: Comparator, was: string, to: Comparator, is: string) =>
    judgeSentence(context.write(from.write(was, "nodes")), context.write(to.write(is, "nodes")));

  test("a number that changes behind its comparator is judged as all worlds say", () => {
    let open = 0;
    let all = 0;
    for (const comparator of COMPARATORS) {
      for (const [was, is] of [
        [3, 5],
        [5, 3],
        [2, 3],
        [6, 2],
        [4, 4],
      ] as const) {
        const { effect } = judge(comparator, String(was), comparator, WORDS[is] ?? "");
        const sentence = context.write(comparator.write(`${was} → ${is}`, "nodes"));
        all += 1;
        if (effect === "unclear") open += 1;
        else expect([sentence, effect]).toEqual([sentence, compareWorlds(context, comparator, was, comparator, is)]);
      }
    }
    expect(open / all, "share that is left to people").toBeLessThanOrEqual(0.1);
  });

  test("a comparator that changes as well is never let pass", () => {
    for (const from of COMPARATORS) {
      for (const to of COMPARATORS) {
        for (const [was, is] of [
          [3, 3],
          [3, 4],
          [5, 3],
        ] as const) {
          const { effect } = judge(from, String(was), to, String(is));
          if (effect === "unclear") continue;
          const sentence = context.write(`${from.write(String(was), "nodes")} → ${to.write(String(is), "nodes")}`);
          expect([sentence, effect]).toEqual([sentence, compareWorlds(context, from, was, to, is)]);
        }
      }
    }
  });
});
