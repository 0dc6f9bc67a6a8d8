import type { Child } from "hono/jsx";

/** One fact: its name and its value; a fact without value is left out. */
export interface Fact {
  readonly term: string;
  readonly value: Child | undefined;
}

/** The facts of a document, a cloud or a file, side by side where there is room. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const known = facts.filter(({ value }) => value !== undefined && value !== null);
  if (known.length === 0) return null;
  return (
    <dl class="facts">
      {known.map(({ term, value }) => (
        <div>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
