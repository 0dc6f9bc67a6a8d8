import { instant, nullable, number, object, oneOf, text, type Shape } from "#core/base/stored/shape.ts";

import type { ResultChange } from "../history/history-spans.ts";
import type { ReportedResult, ResultValue } from "./evaluate.ts";

const value: Shape<ResultValue> = oneOf(1, 0, -1);

/** The members of a result, for rows that have more. */
export const RESULT_MEMBERS = { testcase: text, version: text, value, checkedAt: instant, reportUuid: text } as const;

/** A result, as the store has it. */
export const reportedResult: Shape<ReportedResult> = object<ReportedResult>(RESULT_MEMBERS);

/** A change with its place in the order of changes. */
export type NumberedChange = ResultChange & { readonly number: number };

/** A change of a result, as the store has it. */
export const numberedChange: Shape<NumberedChange> = object<NumberedChange>({
  number,
  testcase: text,
  version: text,
  at: instant,
  value: nullable(value),
  reportUuid: nullable(text),
  formerCheckedAt: nullable(instant),
});
