/** Judges many small changes of which it is known what they ask for, and counts how often the gate is right. */
import { createDocumentMemory } from "#core/standards/checking/document-memory.ts";
import { judgeChange } from "#core/standards/changes/judge-change.ts";
import type { Verdict } from "#core/standards/changes/verdict.ts";

import { createDraw } from "./draw.ts";
import { MUTATORS, type Expectation, type Mutation } from "./mutations.ts";

/** What the gate said: it refused, it asked a person, or it let pass; `silent` is passing without a word. */
export type Answer = "refused" | "asked" | "asks for less" | "asks the same";

/** Answers by kind of mutation. */
export interface KindCount {
  readonly kind: string;
  readonly expected: Expectation;
  readonly answers: Readonly<Record<Answer, number>>;
}

/** The outcome of all mutations. */
export interface Measured {
  readonly kinds: readonly KindCount[];
  /** Mutations that ask for more, or may, and about which nothing was said. */
  readonly silent: readonly Mutation[];
}

/** A document that mutations start from. */
export interface Original {
  readonly path: string;
  readonly text: string;
}

/** Draws mutations of the documents until there are as many as wanted, and judges each. */
export function measureVerdicts(originals: readonly Original[], count: number, seed: number): Measured {
  const draw = createDraw(seed);
  const memory = createDocumentMemory();
  const kinds = new Map<string, { expected: Expectation; answers: Record<Answer, number> }>();
  const silent: Mutation[] = [];
  for (let made = 0, tries = 0; made < count && tries < count * 20; tries += 1) {
    const original = draw.oneOf(originals);
    const mutation = original === undefined ? undefined : draw.oneOf(MUTATORS)?.(original.text, draw);
    if (original === undefined || mutation === undefined) continue;
    made += 1;
    const side = (text: string) => [{ path: original.path, bytes: new TextEncoder().encode(text) }];
    const answer = answerOf(judgeChange(side(mutation.before), side(mutation.after), { memory }));
    const known = kinds.get(mutation.kind) ?? { expected: mutation.expected, answers: noAnswers() };
    known.answers[answer] += 1;
    kinds.set(mutation.kind, known);
    const mayBeMore = mutation.expected === "more" || mutation.expected === "asks";
    if (mayBeMore && (answer === "asks for less" || answer === "asks the same")) silent.push(mutation);
  }
  const sorted = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1));
  return { kinds: sorted.map(([kind, known]) => ({ kind, ...known })), silent };
}

function noAnswers(): Record<Answer, number> {
  return { refused: 0, asked: 0, "asks for less": 0, "asks the same": 0 };
}

function answerOf({ reasons, requirements }: Verdict): Answer {
  if (reasons.some(({ severity }) => severity === "error")) return "refused";
  if (reasons.some(({ severity }) => severity === "warning")) return "asked";
  return requirements.some(({ effect }) => effect === "relaxes") ? "asks for less" : "asks the same";
}
