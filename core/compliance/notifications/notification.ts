import type { Timestamp } from "#core/base/time/timestamp.ts";

/** Something a provider should know of. */
export interface Notification {
  readonly number: number;
  /** A test case failed that did not fail before, or the last result that counted expired. */
  readonly kind: "failure" | "expiry";
  readonly subject: string;
  readonly scopeUuid: string;
  /** When it happened: the check, or the instant of expiry. */
  readonly at: Timestamp;
  /** Absent for an expiry. */
  readonly reportUuid?: string;
  readonly testcases: readonly string[];
}

/** What happened, in one sentence without the subject's contacts or any output of tests. */
export function describeNotification({ kind, subject, testcases }: Notification): string {
  const [first = "", ...others] = testcases;
  const which = others.length === 0 ? `Test case ${first}` : `${testcases.length} test cases`;
  return kind === "failure" ? `${which} failed on ${subject}` : `${which} of ${subject} expired without a new result`;
}

/** Times to wait before the next attempt, in seconds: five minutes first, then ever longer; eight attempts in about two days. */
const RETRY_AFTER_SECONDS = [300, 900, 3_600, 10_800, 21_600, 43_200, 86_400] as const;

/** When a delivery is tried again after a number of attempts; undefined when it is given up. */
export function nextAttemptAt(attempts: number, now: Date): Date | undefined {
  const seconds = RETRY_AFTER_SECONDS[attempts - 1];
  return seconds === undefined ? undefined : new Date(now.getTime() + seconds * 1000);
}
