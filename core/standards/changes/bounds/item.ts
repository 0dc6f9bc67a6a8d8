/** What a sentence is made of once its grammar is read: words, bounds and key words. */
import type { RequirementLevel } from "#core/standards/requirements/key-words.ts";

import type { Relation } from "./relations.ts";

/** A word, a piece of code or a mark that the grammar does not know. */
export interface Word {
  readonly kind: "word";
  readonly text: string;
  readonly lower: string;
  readonly sort: "plain" | "code" | "mark" | "version";
}

/** Which word sets a bound; some of them bind in another way than they look. */
export type Comparator = "none" | "adverb" | "adjective" | "up to" | "time" | "scope" | "tolerance";

/** A quantity with the way in which it binds. */
export interface Bound {
  readonly kind: "bound";
  /** As written, with its comparator. */
  readonly text: string;
  /** The quantity alone. */
  readonly amount: string;
  readonly relation: Relation;
  readonly comparator: Comparator;
}

/** A key word. */
export interface Modal {
  readonly kind: "modal";
  readonly text: string;
  readonly level: RequirementLevel;
  readonly isNegative: boolean;
  /** `REQUIRED`, `FORBIDDEN`, `OPTIONAL`: what is demanded stands before it. */
  readonly isAdjective: boolean;
  readonly isCapitalized: boolean;
  /** `MAY NOT` is read as a ban by some and as an allowance by others. */
  readonly isAmbiguous: boolean;
}

/** A part of a sentence. */
export type Item = Word | Bound | Modal;

/** What was read at one place, and where reading goes on. */
export interface Read<T> {
  readonly value: T;
  readonly next: number;
}
