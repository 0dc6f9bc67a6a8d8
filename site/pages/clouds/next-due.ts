import type { SubjectStanding } from "#core/compliance/standing/standing.ts";
import { MAIN_TARGET } from "#core/standards/scopes/scope.ts";

/** What somebody has to do next, and by when. */
export interface NextDue {
  readonly at: Date;
  readonly what: string;
}

/** The first of: a demanded result that expires, a manual check, the end of the certificate. */
export function nextDue({ evaluation, certificate, manualChecks }: SubjectStanding): NextDue | undefined {
  const name = certificate?.status.isValid === true ? certificate.certificate.version : undefined;
  const version =
    evaluation.versions.find((one) => one.version.name === name) ??
    evaluation.versions.find((one) => one.version.index === evaluation.bestPassed);
  const demanded = version?.targets.get(MAIN_TARGET)?.testcases ?? [];
  const results = demanded.flatMap((id) => evaluation.results.get(id) ?? []);
  const checks = manualChecks.map(({ testcase, overdueAt }) => ({ at: overdueAt, what: `manual check ${testcase}` }));
  const end = certificate?.status.isValid === true ? certificate.status.term?.validUntil : undefined;
  const candidates: readonly NextDue[] = [
    ...groupByInstant(results.map(({ expiresAt, testcase }) => ({ at: expiresAt, what: testcase }))),
    ...checks,
    ...(end === undefined ? [] : [{ at: end, what: "renewal of the certificate" }]),
  ];
  return candidates.toSorted((a, b) => a.at.getTime() - b.at.getTime())[0];
}

/** Results that expire together are one thing to do. */
function groupByInstant(dues: readonly NextDue[]): readonly NextDue[] {
  const groups = Map.groupBy(dues, ({ at }) => at.getTime());
  return [...groups.values()].map(([first, ...others]) => ({
    at: first?.at ?? new Date(0),
    what: others.length === 0 ? `new result of ${first?.what ?? ""}` : `new results of ${others.length + 1} tests`,
  }));
}
