import { expect, test } from "vitest";

import type { CertificateStep } from "#schemas/compiled/certificate-step.js";

import { toStepRequest } from "../../../workers/certificates/step-request.ts";

const ask = (step: Record<string, unknown>) =>
  toStepRequest({ reason: "because", ...step } as unknown as CertificateStep, []);

const CHECKED = { kind: "checked", testcase: "t", outcome: "passed", evidence: "https://a.example/" };
const APPROVED = { kind: "approved", testcase: "t", reportUuid: "r", value: 1 };

test.each(["testcase", "outcome", "evidence"])("a manual check without `%s` is refused", (member) => {
  expect(ask({ ...CHECKED, [member]: undefined })).toEqual({
    ok: false,
    failure: "A manual check needs `testcase`, `outcome` and `evidence`.",
  });
});

test.each(["testcase", "reportUuid", "value"])("an approval without `%s` is refused", (member) => {
  expect(ask({ ...APPROVED, [member]: undefined })).toEqual({
    ok: false,
    failure: "An approval needs `testcase`, `reportUuid` and `value`.",
  });
});

test.each([
  [CHECKED, CHECKED],
  [
    { ...CHECKED, repeatOn: "2027-01-01" },
    { ...CHECKED, repeatOn: "2027-01-01" },
  ],
  [APPROVED, APPROVED],
  [
    { kind: "granted", from: "2026-12-01" },
    { kind: "granted", from: "2026-12-01", evidence: [] },
  ],
  [{ kind: "granted" }, { kind: "granted", evidence: [] }],
  [{ kind: "renewed" }, { kind: "renewed", evidence: [] }],
  [
    { kind: "withdrawn", step: 3 },
    { kind: "withdrawn", step: 3 },
  ],
  [{ kind: "withdrawn" }, { kind: "withdrawn" }],
  [{ kind: "applied" }, { kind: "applied" }],
  [{ kind: "questioned" }, { kind: "questioned" }],
  [{ kind: "rejected" }, { kind: "rejected" }],
  [{ kind: "suspended" }, { kind: "suspended" }],
  [{ kind: "reinstated" }, { kind: "reinstated" }],
  [{ kind: "revoked" }, { kind: "revoked" }],
])("%j asks for %j, with its reason", (step, asked) => {
  expect(ask(step)).toStrictEqual({ ok: true, value: { reason: "because", ...asked } });
});

test("an instant has a zone", () => {
  expect(ask({ kind: "revoked", at: "2026-12-01T00:00:00+01:00" })).toEqual({
    ok: true,
    value: { kind: "revoked", reason: "because", at: new Date("2026-11-30T23:00:00Z") },
  });
  expect(ask({ kind: "revoked", at: "2026-12-01" })).toEqual({
    ok: false,
    failure: "`at` must be a date and time with a zone, such as `2026-12-01T00:00:00+01:00`.",
  });
});

test.each([
  ["from", "2026-12-01", "revoked", "`granted`", " Say `at` for the instant at which it takes effect."],
  ["step", 1, "revoked", "`withdrawn`", ""],
  ["outcome", "passed", "approved", "`checked`", ""],
  ["repeatOn", "2027-01-01", "granted", "`checked`", ""],
  ["reportUuid", "r", "checked", "`approved`", ""],
  ["value", 1, "checked", "`approved`", ""],
  ["testcase", "t", "granted", "`checked` and `approved`", ""],
])("`%s` beside another kind of step is refused, as it would be ignored", (member, value, kind, kinds, hint) => {
  expect(ask({ kind, [member]: value })).toEqual({
    ok: false,
    failure: `\`${member}\` belongs to ${kinds}, not to \`${kind}\`.${hint}`,
  });
});
