import type { Evidence } from "#core/compliance/certificates/certificate.ts";
import type { StepRequest } from "#core/compliance/certificates/step-request.ts";
import { parseDateTime } from "#core/trust/credentials/xsd-date-time.ts";
import { failure, success, type Result } from "#core/base/result.ts";
import type { CertificateStep } from "#schemas/compiled/certificate-step.js";

/** Members that belong to one kind of step only: beside another they would be ignored, and something else done than was asked. */
const KIND_OF_MEMBER = [
  ["from", ["granted"]],
  ["step", ["withdrawn"]],
  ["outcome", ["checked"]],
  ["repeatOn", ["checked"]],
  ["reportUuid", ["approved"]],
  ["value", ["approved"]],
  ["testcase", ["checked", "approved"]],
] as const satisfies readonly (readonly [keyof CertificateStep, readonly CertificateStep["kind"][]])[];

/** What a request asks for, with the evidence that the server adds; or which member it lacks. */
export function toStepRequest(step: CertificateStep, evidence: readonly Evidence[]): Result<StepRequest, string> {
  const at = step.at === undefined ? undefined : parseDateTime(step.at);
  if (step.at !== undefined && at === undefined) {
    return failure("`at` must be a date and time with a zone, such as `2026-12-01T00:00:00+01:00`.");
  }
  const stray = KIND_OF_MEMBER.find(([member, kinds]) => step[member] !== undefined && !isAmong(step.kind, kinds));
  if (stray !== undefined) {
    const hint = stray[0] === "from" ? " Say `at` for the instant at which it takes effect." : "";
    return failure(`\`${stray[0]}\` belongs to \`${stray[1].join("` and `")}\`, not to \`${step.kind}\`.${hint}`);
  }
  const base = { reason: step.reason, ...(at === undefined ? {} : { at }) };
  switch (step.kind) {
    case "granted":
      return success({ ...base, kind: step.kind, evidence, ...(step.from === undefined ? {} : { from: step.from }) });
    case "renewed":
      return success({ ...base, kind: step.kind, evidence });
    case "checked": {
      const { kind, testcase, outcome, evidence: documentation, repeatOn } = step;
      if (testcase === undefined || outcome === undefined || documentation === undefined) {
        return failure("A manual check needs `testcase`, `outcome` and `evidence`.");
      }
      const repetition = repeatOn === undefined ? {} : { repeatOn };
      return success({ ...base, kind, testcase, outcome, evidence: documentation, ...repetition });
    }
    case "approved": {
      const { kind, testcase, reportUuid, value } = step;
      if (testcase === undefined || reportUuid === undefined || value === undefined) {
        return failure("An approval needs `testcase`, `reportUuid` and `value`.");
      }
      return success({ ...base, kind, testcase, reportUuid, value });
    }
    case "withdrawn":
      return success({ ...base, kind: step.kind, ...(step.step === undefined ? {} : { step: step.step }) });
    case "applied":
    case "questioned":
    case "rejected":
    case "suspended":
    case "reinstated":
    case "revoked":
      return success({ ...base, kind: step.kind });
  }
}

function isAmong(kind: string, kinds: readonly string[]): boolean {
  return kinds.includes(kind);
}
