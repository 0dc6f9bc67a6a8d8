import { list, number, object, oneOf, optional, text, type Shape } from "#core/base/stored/shape.ts";

import type { NormativeSentence } from "./normative-sentence.ts";

/** The sentences of a text, as publishing stores them. */
export const storedSentences: Shape<readonly NormativeSentence[]> = list(
  object<NormativeSentence>({
    keyWords: list(text),
    level: oneOf("MUST", "SHOULD", "MAY"),
    text,
    details: optional(text),
    section: optional(text),
    line: number,
  }),
);

/** Their numbers, in the order of the sentences. */
export const storedNumbers: Shape<readonly number[]> = list(number);
