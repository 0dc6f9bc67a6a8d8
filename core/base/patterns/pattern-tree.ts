/** A regular expression as a tree, as far as it can be matched by reading a text once. */
export type PatternNode =
  | { readonly kind: "character"; readonly set: CharacterSet }
  | { readonly kind: "assertion"; readonly assertion: Assertion }
  | { readonly kind: "sequence"; readonly parts: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly options: readonly PatternNode[] }
  | { readonly kind: "capture"; readonly number: number; readonly body: PatternNode }
  | RepeatNode;

/** A repetition; `max` may be infinite. What it captured in its last round is forgotten in the next one. */
export interface RepeatNode {
  readonly kind: "repeat";
  readonly body: PatternNode;
  readonly min: number;
  readonly max: number;
  readonly isLazy: boolean;
  /** The capturing groups inside: from the first number to before the second. */
  readonly captures: readonly [from: number, to: number];
}

/** A place that takes no character. */
export type Assertion = "start" | "end" | "boundary" | "no-boundary";

/** Whether a character belongs to a set; asked with one character only. */
export type CharacterSet = (character: string) => boolean;

/** Whether something may match without taking a character. */
export function mayBeEmpty(node: PatternNode): boolean {
  switch (node.kind) {
    case "character":
      return false;
    case "assertion":
      return true;
    case "sequence":
      return node.parts.every(mayBeEmpty);
    case "choice":
      return node.options.some(mayBeEmpty);
    case "capture":
      return mayBeEmpty(node.body);
    case "repeat":
      return node.min === 0 || mayBeEmpty(node.body);
  }
}
