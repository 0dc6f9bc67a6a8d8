import { failure, success, type Result } from "#core/base/result.ts";

import { createCharacterSet } from "./character-set.ts";
import { mayBeEmpty, type PatternNode } from "./pattern-tree.ts";

/** A pattern that was read. */
export interface ReadPattern {
  readonly root: PatternNode;
  /** Capturing groups, and the numbers of those that have names. */
  readonly captureCount: number;
  readonly names: ReadonlyMap<string, number>;
}

/** Deepest nesting of groups: they are read by recursion. */
const MAX_DEPTH = 50;
/** Most capturing groups: what they hold is copied with each start of a match. */
const MAX_CAPTURES = 20;

/**
 * Reads a regular expression of JavaScript that the language itself accepts. Answers in words what a text cannot be searched
 * for in one pass: look-around, back-references, and repetitions of what may be empty.
 */
export function readPattern(source: string, flags: string): Result<ReadPattern, string> {
  const reader = new PatternReader(source, flags);
  const root = reader.readChoice(0);
  if (reader.refusal !== undefined) return failure(reader.refusal);
  return success({ root, captureCount: reader.captureCount, names: reader.names });
}

const EMPTY: PatternNode = { kind: "sequence", parts: [] };
/** A repetition as the language writes it; a brace that begins none stands for itself. */
const QUANTIFIER = /([*+?]|\{(\d+)(?:(,)(\d*))?\})(\??)/y;
const GROUP_NAME = /\?<([^>]*)>/y;
/** Escapes of one character that are longer than two. */
const LONG_ESCAPE = /\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|u\{[^}]*\}|[pP]\{[^}]*\}|c[A-Za-z])/y;

/** Goes through the source once. After a refusal it reads on, and nothing that it answers is used. */
class PatternReader {
  refusal: string | undefined;
  captureCount = 0;
  readonly names = new Map<string, number>();
  private at = 0;
  private readonly source: string;
  private readonly flags: string;

  constructor(source: string, flags: string) {
    this.source = source;
    this.flags = flags;
  }

  readChoice(depth: number): PatternNode {
    if (depth > MAX_DEPTH) return this.refuse(`its groups are nested more than ${MAX_DEPTH} deep`);
    const options = [this.readSequence(depth)];
    while (this.source[this.at] === "|") {
      this.at += 1;
      options.push(this.readSequence(depth));
    }
    return options.length === 1 ? (options[0] ?? EMPTY) : { kind: "choice", options };
  }

  private readSequence(depth: number): PatternNode {
    const parts: PatternNode[] = [];
    while (this.at < this.source.length && this.source[this.at] !== "|" && this.source[this.at] !== ")") {
      const firstCapture = this.captureCount + 1;
      parts.push(this.readRepetition(this.readPart(depth), firstCapture));
    }
    return { kind: "sequence", parts };
  }

  private readPart(depth: number): PatternNode {
    switch (this.source[this.at] ?? "") {
      case "^":
        this.at += 1;
        return { kind: "assertion", assertion: "start" };
      case "$":
        this.at += 1;
        return { kind: "assertion", assertion: "end" };
      case "(":
        return this.readGroup(depth);
      case "\\":
        return this.readEscape();
      case "[":
        return this.characterOf(this.readClass());
      default: {
        const isPair = this.flags.includes("u") && (this.source.codePointAt(this.at) ?? 0) > 0xffff;
        return this.characterOf(this.take(isPair ? 2 : 1));
      }
    }
  }

  private readGroup(depth: number): PatternNode {
    this.at += 1;
    const name = this.match(GROUP_NAME)?.[1];
    let number: number | undefined;
    if (name !== undefined || this.source[this.at] !== "?") {
      number = this.captureCount += 1;
      if (number > MAX_CAPTURES) return this.refuse(`it has more than ${MAX_CAPTURES} groups`);
      if (name !== undefined) {
        if (this.names.has(name)) return this.refuse("it names two groups alike");
        this.names.set(name, number);
      }
    } else if (this.source.startsWith("?:", this.at)) this.at += 2;
    else
      return this.refuse(
        /^\?<?[=!]/.test(this.source.slice(this.at, this.at + 3)) ? "it looks around" : "it changes flags within",
      );
    const body = this.readChoice(depth + 1);
    this.at += 1; // the bracket that closes the group
    return number === undefined ? body : { kind: "capture", number, body };
  }

  private readEscape(): PatternNode {
    const next = this.source[this.at + 1] ?? "";
    if (next === "b" || next === "B") {
      this.at += 2;
      return { kind: "assertion", assertion: next === "b" ? "boundary" : "no-boundary" };
    }
    if (/[1-9k]/.test(next) || /^\\0\d/.test(this.source.slice(this.at, this.at + 3))) {
      return this.refuse("it refers back to a group");
    }
    const long = this.match(LONG_ESCAPE)?.[0];
    // Without the flag `u`, `\u{2}` and `\p{2}` are a letter and a repetition.
    if (long?.includes("{") === true && !this.flags.includes("u")) return this.refuse("it needs the flag `u`");
    if (long !== undefined) return this.characterOf(this.joinPair(long));
    return this.characterOf(this.take((this.source.codePointAt(this.at + 1) ?? 0) > 0xffff ? 3 : 2));
  }

  /** With the flag `u`, two escapes of surrogates in a row are one character. */
  private joinPair(escape: string): string {
    if (!this.flags.includes("u") || !/^\\u[dD][89abAB]/.test(escape)) return escape;
    if (!/^\\u[dD][c-fC-F][\dA-Fa-f]{2}/.test(this.source.slice(this.at, this.at + 6))) return escape;
    return escape + this.take(6);
  }

  private readClass(): string {
    const start = this.at;
    for (this.at += 1; this.at < this.source.length && this.source[this.at] !== "]"; this.at += 1) {
      if (this.source[this.at] === "\\") this.at += 1;
    }
    this.at += 1;
    return this.source.slice(start, this.at);
  }

  private readRepetition(body: PatternNode, firstCapture: number): PatternNode {
    const quantifier = this.match(QUANTIFIER);
    if (quantifier === undefined) return body;
    const [, sign, least, comma, most, lazy] = quantifier;
    const min = least === undefined ? (sign === "+" ? 1 : 0) : Number(least);
    const max =
      least === undefined
        ? sign === "?"
          ? 1
          : Infinity
        : comma === undefined
          ? min
          : most === ""
            ? Infinity
            : Number(most);
    if (mayBeEmpty(body)) return this.refuse("it repeats something that may be empty");
    return { kind: "repeat", body, min, max, isLazy: lazy === "?", captures: [firstCapture, this.captureCount + 1] };
  }

  private characterOf(source: string): PatternNode {
    return { kind: "character", set: createCharacterSet(source, this.flags) };
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.source) ?? undefined;
    if (match !== undefined) this.at = pattern.lastIndex;
    return match;
  }

  private take(length: number): string {
    this.at += length;
    return this.source.slice(this.at - length, this.at);
  }

  private refuse(reason: string): PatternNode {
    this.refusal ??= reason;
    this.at = this.source.length;
    return EMPTY;
  }
}
