import { expect, test } from "vitest";

import { readStoredJson } from "#core/base/stored/read-stored.ts";
import { readStep, storedSteps } from "#core/compliance/certificates/stored-step.ts";

import { expectTotal } from "../../base/stored/damage.ts";

const AT = "2026-03-01T09:00:00.000Z";
const evidence = [{ reportUuid: "7d4f", sha256: "00ff" }];
const term = { evidence, validFrom: AT, validUntil: "2027-03-01T09:00:00.000Z" };

const FACTS: Readonly<Record<string, object>> = {
  applied: {},
  questioned: {},
  rejected: {},
  granted: term,
  renewed: term,
  suspended: {},
  reinstated: {},
  revoked: {},
  withdrawn: { step: 3 },
  checked: { testcase: "manual-1", outcome: "failed", evidence: "folder 7", repeatOn: "2026-04-01" },
  approved: { testcase: "flavor-names", reportUuid: "7d4f", value: -1 },
};

const rowOf = (kind: string, facts: object) => ({
  number: 1,
  kind,
  at: AT,
  recordedAt: AT,
  by: "body",
  reason: "Because.",
  facts: JSON.stringify(facts),
});

test("each kind of step comes back with its own facts, instants as instants", () => {
  for (const [kind, facts] of Object.entries(FACTS)) {
    const { facts: _, ...step } = rowOf(kind, facts);
    const instants = "validFrom" in facts ? { validFrom: new Date(AT), validUntil: new Date(term.validUntil) } : {};
    const expected = { ...step, at: new Date(AT), recordedAt: new Date(AT), ...facts, ...instants };
    expect(readStep(rowOf(kind, facts))).toEqual(expected);
  }
});

test("a grant without its term, and a kind that is none, are refused in words", () => {
  expect(() => readStep(rowOf("granted", { evidence }))).toThrow(
    "Step 1 of a certificate cannot be read: `/validFrom` should be an instant.",
  );
  expect(() => readStep(rowOf("baptized", {}))).toThrow("`/kind` should be one of applied, questioned,");
});

test("damaged logs are read as what they are or refused", () => {
  expectTotal(
    [Object.entries(FACTS).map(([kind, facts]) => rowOf(kind, facts))],
    (json) => readStoredJson("A log", storedSteps, json).map(readStep),
    (steps) => steps.map((step) => step.at.toISOString() + step.recordedAt.toISOString() + step.by.trim()),
  );
  for (const [kind, facts] of Object.entries(FACTS)) {
    expectTotal(
      [facts],
      (json) => readStep({ ...rowOf(kind, {}), facts: json }),
      (step) => [
        "validFrom" in step ? step.validFrom.toISOString() + step.validUntil.toISOString() : "",
        step.kind === "granted" ? step.evidence.map(({ sha256 }) => sha256.trim()) : [],
        step.kind === "checked" ? step.testcase.trim() + step.outcome.trim() + step.evidence.trim() : "",
        step.kind === "approved" ? step.value.toFixed() + step.reportUuid.trim() : "",
      ],
    );
  }
});
