/** Statements that an attestation can make of a cloud in a scope, and which of them are so: the bits of a status list. */
import { MAIN_TARGET } from "#core/standards/scopes/scope.ts";

import type { VersionEvaluation } from "../standing/evaluate.ts";
import type { SubjectStanding } from "../standing/standing.ts";

/** Most open manual checks that are told apart; a version has a handful of them. */
const MOST_OPEN_CHECKS = 7;

/** Which statements about a cloud in a scope are not so at the moment: the bits of its own status list that are set. */
export function untrueStatements(standing: SubjectStanding): readonly number[] {
  const open = openChecksOf(standing);
  const count = standing.evaluation.versions.length;
  const indexes = Array.from({ length: count * (MOST_OPEN_CHECKS + 1) }, (_, index) => index);
  const isTrue = new Set(
    standing.evaluation.versions.filter(isAttestable).map(({ version }) => statementIndex(version.index, open)),
  );
  return indexes.filter((index) => !isTrue.has(index));
}

/** Address of the list of statements about a cloud in a scope that are not so. */
export function attestationStatusUrl(statusPage: string): string {
  return `${statusPage}/attestation-status`;
}

/** Why nothing is attested, in a sentence. */
export function whyNotAttested({ evaluation, certificate }: SubjectStanding): string {
  const version = evaluation.versions.find((one) =>
    certificate?.status.isValid === true
      ? one.version.name === certificate.certificate.version
      : one.version.index === evaluation.bestPassed,
  );
  if (version === undefined) return "The cloud passes no version that is in force.";
  const demanded = version.version.targets.get(MAIN_TARGET) ?? [];
  const having = (value: number | null) =>
    demanded.filter((id) => (evaluation.results.get(id)?.value ?? null) === value).length;
  const { name } = version.version;
  if (version.validity !== "effective" && version.validity !== "warn") return `${name} is ${version.validity}.`;
  const counts = `${having(-1)} failed, ${having(null)} have no current result, ${having(0)} gave no verdict`;
  return `Of the ${demanded.length} tests of ${name} ${counts}.`;
}

/** A version that is in force and of which every test passes. */
export function isAttestable({ validity, result }: VersionEvaluation): boolean {
  return result === 1 && (validity === "effective" || validity === "warn");
}

/** The place of a statement in the status list of its cloud and scope. */
export function statementIndex(versionIndex: number, openChecks: number): number {
  return versionIndex * (MOST_OPEN_CHECKS + 1) + openChecks;
}

/** How many manual checks are overdue or failed, as far as they are told apart. */
export function openChecksOf({ manualChecks }: SubjectStanding): number {
  const open = manualChecks.filter(({ state }) => state === "overdue" || state === "failed").length;
  return Math.min(open, MOST_OPEN_CHECKS);
}
