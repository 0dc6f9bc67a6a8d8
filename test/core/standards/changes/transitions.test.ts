import { expect, test } from "vitest";

import { judgeStep, sample } from "./sample-tree.ts";

const NAME = "scs-0100-v1-sample.md";
const STATUSES = ["Draft", "Stable", "Deprecated", "Rejected"] as const;
const FINAL = "the end of a life is final; propose a new document or version instead";
/** What is said of a step, as `severity: reason`; nothing of those that are not named. */
const SAID: Readonly<Record<string, string>> = {
  "Draft Deprecated": "warning: a Draft is `Rejected`; only what was Stable is deprecated",
  "Stable Draft": "error: others rely on a Stable document; deprecate it, or propose a new version",
  "Stable Rejected": "error: a Stable document is deprecated; rejection is for Drafts",
  "Deprecated Draft": `error: ${FINAL}`,
  "Deprecated Stable": `error: ${FINAL}`,
  "Deprecated Rejected": `error: ${FINAL}`,
  "Rejected Draft": `error: ${FINAL}`,
  "Rejected Stable": `error: ${FINAL}`,
  "Rejected Deprecated": `error: ${FINAL}`,
};

function saidOf(before: string, after: string, type = "Standard"): readonly string[] {
  const verdict = judgeStep({ [NAME]: sample({ status: before, type }) }, { [NAME]: sample({ status: after, type }) });
  const reasons = verdict.reasons.filter(({ ruleId }) => ruleId === "change/transition");
  return reasons.map(({ severity, message }) => `${severity}: ${message}`);
}

const STEPS = STATUSES.flatMap((from) => STATUSES.map((to) => ({ from, to })));

test.each(STEPS)("from $from to $to the process says what it says of this step", ({ from, to }) => {
  const [severity = "", reason = ""] = (SAID[`${from} ${to}`] ?? "").split(": ");
  expect(saidOf(from, to)).toEqual(severity === "" ? [] : [`${severity}: \`${from}\` became \`${to}\`: ${reason}.`]);
});

test.each(STATUSES)("a document that had no status becomes %s without a word", (status) => {
  expect(saidOf("", status)).toEqual([]);
});

test("a status that is gone is an error", () => {
  expect(saidOf("Stable", "")).toEqual(["error: The status `Stable` is gone; expected one of the life cycle."]);
});
