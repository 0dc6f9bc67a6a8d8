import type { Timestamp } from "#core/base/time/timestamp.ts";
import type { ResultValue } from "../standing/evaluate.ts";

/** How the documents of an upload are written. */
export type ReportFormat = "yaml" | "json";

/** What a report says of one testcase. */
export interface ReportedValue {
  readonly testcase: string;
  /** `*` serves every version; old reports name one. */
  readonly version: string;
  readonly value: ResultValue;
}

/** A compliance report: what somebody checked of a subject in a scope, and when. */
export interface Report {
  /** Identity of the run, lower case. */
  readonly uuid: string;
  readonly subject: string;
  readonly scopeUuid: string;
  readonly checkedAt: Timestamp;
  readonly values: readonly ReportedValue[];
}

/** The version of results that serve every version. */
export const EVERY_VERSION = "*";
