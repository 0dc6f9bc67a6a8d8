import { failure, success, type Result } from "#core/base/result.ts";

import { findException, findLicense } from "./listed-ids.ts";

/** One license in an expression. */
export interface LicenseTerm {
  /** As the SPDX list spells it; as written for references and ids that are not on the list. */
  readonly id: string;
  readonly kind: "listed" | "reference" | "unknown";
  /** A `+` follows: this version or any later one. */
  readonly isOrLater: boolean;
  readonly isDeprecated: boolean;
  /** The exception or `AdditionRef-` after `WITH`. */
  readonly exception?: { readonly id: string; readonly kind: "listed" | "reference" | "unknown" };
  /** Offset of the id in the text (UTF-16 code units). */
  readonly offset: number;
}

/** A license expression that follows the grammar; its ids may still be unknown. */
export interface LicenseExpression {
  /** Every license in the order of the text. */
  readonly terms: readonly LicenseTerm[];
  /** With the list's spelling, upper-case operators and single blanks. */
  readonly canonical: string;
}

/** Where a text leaves the grammar. */
export interface LicenseFault {
  readonly offset: number;
  readonly message: string;
}

const LICENSE_REF = /^(?:DocumentRef-[a-z0-9.-]+:)?LicenseRef-[a-z0-9.-]+$/i;
const ADDITION_REF = /^(?:DocumentRef-[a-z0-9.-]+:)?AdditionRef-[a-z0-9.-]+$/i;
const ID = /^[a-z0-9.-]+$/i;
const OPERATORS = new Set(["AND", "OR", "WITH"]);

interface Token {
  readonly text: string;
  readonly offset: number;
}

/**
 * Parses an SPDX license expression (SPDX 3.0.1, annex B). No recursion: the grammar is flat but for its parentheses, which are
 * counted, so three thousand of them are as good as none. Operators may be in upper or lower case, as 3.0.1 allows.
 */
export function parseLicenseExpression(text: string): Result<LicenseExpression, LicenseFault> {
  return new ExpressionReader(tokenize(text), text.length).read();
}

/** Whether the text says that there is no license, or that nothing is said; SPDX allows it in place of an expression. */
export function isNoneOrNoAssertion(text: string): boolean {
  return text === "NONE" || text === "NOASSERTION";
}

function tokenize(text: string): readonly Token[] {
  return Array.from(text.matchAll(/[()]|[^\s()]+/g), (match) => ({ text: match[0], offset: match.index }));
}

/** Reads tokens left to right; each step answers with a fault or with nothing. */
class ExpressionReader {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  readonly #terms: LicenseTerm[] = [];
  readonly #canonical: string[] = [];
  #next = 0;
  #openParentheses = 0;

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens;
    this.#end = end;
  }

  read(): Result<LicenseExpression, LicenseFault> {
    for (;;) {
      const fault = this.#readOperand() ?? this.#readClosing();
      if (fault !== undefined) return failure(fault);
      const operator = this.#take();
      if (operator === undefined) break;
      const name = operatorOf(operator.text);
      if (name !== "AND" && name !== "OR") {
        return failure({
          offset: operator.offset,
          message: `\`${operator.text}\` follows a license, expected \`AND\` or \`OR\``,
        });
      }
      this.#canonical.push(name);
    }
    if (this.#openParentheses > 0) return failure({ offset: this.#end, message: "the text ends, expected `)`" });
    return success({ terms: this.#terms, canonical: joinTokens(this.#canonical) });
  }

  /** Opening parentheses and one license. */
  #readOperand(): LicenseFault | undefined {
    let token = this.#take();
    for (; token?.text === "("; token = this.#take()) {
      this.#openParentheses += 1;
      this.#canonical.push("(");
    }
    if (token === undefined) return { offset: this.#end, message: "the text ends, expected a license" };
    const term = readTerm(token);
    if (term === undefined) return { offset: token.offset, message: `\`${token.text}\` is here, expected a license` };
    const hasException = operatorOf(this.#peek()?.text) === "WITH";
    const exception = hasException ? this.#readException() : undefined;
    if (exception !== undefined && "message" in exception) return exception;
    this.#canonical.push(`${term.id}${term.isOrLater ? "+" : ""}`);
    if (exception !== undefined) this.#canonical.push("WITH", exception.id);
    this.#terms.push(exception === undefined ? term : { ...term, exception });
    return undefined;
  }

  #readException(): NonNullable<LicenseTerm["exception"]> | LicenseFault {
    this.#take();
    const token = this.#take();
    if (token === undefined) return { offset: this.#end, message: "the text ends, expected an exception" };
    if (ADDITION_REF.test(token.text)) return { id: token.text, kind: "reference" };
    const listed = findException(token.text);
    if (listed !== undefined) return { id: listed.id, kind: "listed" };
    if (ID.test(token.text) && operatorOf(token.text) === undefined) return { id: token.text, kind: "unknown" };
    return { offset: token.offset, message: `\`${token.text}\` follows \`WITH\`, expected an exception` };
  }

  #readClosing(): LicenseFault | undefined {
    for (let token = this.#peek(); token?.text === ")"; token = this.#peek()) {
      if (this.#openParentheses === 0) return { offset: token.offset, message: "`)` closes nothing" };
      this.#openParentheses -= 1;
      this.#canonical.push(")");
      this.#take();
    }
    return undefined;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  #take(): Token | undefined {
    const token = this.#tokens[this.#next];
    this.#next += 1;
    return token;
  }
}

/** A license, or undefined for an operator, a parenthesis, or a text with other characters than ids have. */
function readTerm({ text, offset }: Token): LicenseTerm | undefined {
  if (LICENSE_REF.test(text)) {
    return { id: text, kind: "reference", isOrLater: false, isDeprecated: false, offset };
  }
  const whole = findLicense(text);
  if (whole !== undefined) return { ...whole, kind: "listed", isOrLater: false, offset };
  const isOrLater = text.endsWith("+");
  const id = isOrLater ? text.slice(0, -1) : text;
  const listed = findLicense(id);
  if (listed !== undefined) return { ...listed, kind: "listed", isOrLater, offset };
  if (!ID.test(id) || operatorOf(id) !== undefined) return undefined;
  return { id, kind: "unknown", isOrLater, isDeprecated: false, offset };
}

function operatorOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const upper = text.toUpperCase();
  return OPERATORS.has(upper) && (text === upper || text === text.toLowerCase()) ? upper : undefined;
}

function joinTokens(tokens: readonly string[]): string {
  return tokens.join(" ").replace(/\( /g, "(").replace(/ \)/g, ")");
}
