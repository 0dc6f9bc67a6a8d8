/**
 * The tokens of JSON (RFC 8259) over a text, without recursion and without copying. Every function takes the offset
 * where a token starts and answers the offset behind it, or `~offset` (a negative number) of the character that is wrong.
 */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Skips blanks, tabs and line ends (RFC 8259 §2). */
export function skipBlanks(text: string, offset: number): number {
  let end = offset;
  for (;;) {
    const code = text.charCodeAt(end);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return end;
    end += 1;
  }
}

/** A string, its quotes included (§7). `offset` is at the opening quote. */
export function scanString(text: string, offset: number): number {
  let end = offset + 1;
  for (;;) {
    const code = text.charCodeAt(end);
    if (code === QUOTE) return end + 1;
    if (code === BACKSLASH) {
      const behind = scanEscape(text, end);
      if (behind < 0) return behind;
      end = behind;
    } else if (code >= 0x20) {
      end += 1;
    } else {
      return ~end; // a control character, or NaN: the end of the text
    }
  }
}

function scanEscape(text: string, offset: number): number {
  const letter = text[offset + 1];
  if (letter === undefined) return ~(offset + 1);
  if ('"\\/bfnrt'.includes(letter)) return offset + 2;
  if (letter !== "u") return ~(offset + 1);
  for (let index = offset + 2; index < offset + 6; index += 1) {
    if (!isHexDigit(text.charCodeAt(index))) return ~index;
  }
  return offset + 6;
}

/** A number (§6). */
function scanNumber(text: string, offset: number): number {
  let end = text[offset] === "-" ? offset + 1 : offset;
  if (text[end] === "0") end += 1;
  else end = scanDigits(text, end);
  if (end >= 0 && text[end] === ".") end = scanDigits(text, end + 1);
  if (end >= 0 && (text[end] === "e" || text[end] === "E")) {
    const sign = text[end + 1];
    end = scanDigits(text, sign === "+" || sign === "-" ? end + 2 : end + 1);
  }
  return end;
}

function scanDigits(text: string, offset: number): number {
  let end = offset;
  while (isDigit(text.charCodeAt(end))) end += 1;
  return end === offset ? ~offset : end;
}

/** A string, number, `true`, `false` or `null`. */
export function scanScalar(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  if (code === QUOTE) return scanString(text, offset);
  if (code === 0x2d || isDigit(code)) return scanNumber(text, offset);
  for (const literal of ["true", "false", "null"]) {
    if (text.startsWith(literal, offset)) return offset + literal.length;
  }
  return ~offset;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isHexDigit(code: number): boolean {
  return isDigit(code) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66);
}
