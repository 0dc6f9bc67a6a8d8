import { findLoopBodies } from "./make-mutants.ts";
import type { Mutant } from "./mutant.ts";

/** Declared at the end, so that no line moves; function declarations can be called from anywhere in the file. */
const SWITCH = [
  "",
  "function __isMutant(id) { const state = globalThis.__steleMutation; if (state === undefined) return false;",
  "state.reached?.add(id); return state.active === id }",
  "function __turn() { const state = globalThis.__steleMutation;",
  'if (state !== undefined && ++state.turns > state.mostTurns) throw new Error("A mutant does not come to an end.") }',
].join(" ");

interface Span {
  readonly start: number;
  readonly end: number;
  /** None: the body of a loop, whose turns are counted. */
  readonly mutants: readonly Mutant[];
}

/**
 * The source of a file with all its mutants compiled in: `globalThis.__steleMutation.active` says which one is on. So the
 * file is transformed and loaded once, and not once per mutant.
 */
export function switchMutants(file: string, source: string, mutants: readonly Mutant[]): string {
  const bySpan = Map.groupBy(mutants, ({ start, end }) => `${start}-${end}`);
  const expressions: Span[] = [...bySpan.values()].map((group) => {
    return { start: group[0]?.start ?? 0, end: group[0]?.end ?? 0, mutants: group };
  });
  const loops: Span[] = findLoopBodies(file, source).map((body) => ({ ...body, mutants: [] }));
  const spans = [...expressions, ...loops].toSorted((a, b) => a.start - b.start || b.end - a.end);
  return write(source, spans, 0, source.length) + SWITCH;
}

/** The text from `start` to `end` with the spans inside it written as switches; takes these spans off the list. */
function write(source: string, spans: Span[], start: number, end: number): string {
  let text = "";
  let at = start;
  for (let next = spans[0]; next !== undefined && next.end <= end; next = spans[0]) {
    spans.shift();
    text += source.slice(at, next.start);
    text += wrap(next, write(source, spans, next.start, next.end));
    at = next.end;
  }
  return text + source.slice(at, end);
}

function wrap({ mutants }: Span, inner: string): string {
  if (mutants.length === 0) return inner.startsWith("{") ? `{__turn();${inner.slice(1)}` : `{__turn();${inner}}`;
  const cases = mutants.map(({ id, replacement }) => `__isMutant(${id})?(${replacement}):`);
  return `(${cases.join("")}(${inner}))`;
}
