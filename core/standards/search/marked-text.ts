/** A piece of text, and whether it matched. */
export interface MarkedPiece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** Around matches in what the database answers; searched texts never hold them. */
export const MATCH_START = "\u0002";
export const MATCH_END = "\u0003";

/** Takes a marked text apart. Marks that are not in pairs, which a cut may leave, do no harm. */
export function splitMarkedText(marked: string): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let isMatch = false;
  for (const part of marked.split(/([\u0002\u0003])/)) {
    if (part === MATCH_START || part === MATCH_END) isMatch = part === MATCH_START;
    else if (part !== "") pieces.push({ text: part.replace(/\s+/g, " "), isMatch });
  }
  return pieces;
}
