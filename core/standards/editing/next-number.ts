import { parseDocumentName } from "../documents/document-id.ts";

/**
 * The next unused number of a track, `0130` for example: one more than the highest in use, so that numbers freed by a
 * rejected proposal are not given to something else. Undefined when the hundred numbers of the track are used up.
 */
export function nextNumber(fileNames: readonly string[], trackDigit: number): string | undefined {
  const used = fileNames
    .map((name) => Number(parseDocumentName(name)?.number))
    .filter((number) => Number.isInteger(number) && Math.floor(number / 100) === trackDigit);
  const next = used.length === 0 ? trackDigit * 100 : Math.max(...used) + 1;
  return next > trackDigit * 100 + 99 ? undefined : String(next).padStart(4, "0");
}
