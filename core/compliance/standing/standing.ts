/** How does a cloud stand in a scope? Badge, status page, attestation and caches all ask here, so they turn together. */
import { evaluateScope, type ReportedResult, type ScopeEvaluation } from "./evaluate.ts";
import type { Scope } from "#core/standards/scopes/scope.ts";
import type { Calendar } from "#core/base/time/calendar.ts";
import type { Certificate } from "../certificates/certificate.ts";
import { currentCertificate, type StandingCertificate } from "../certificates/current-certificate.ts";
import { manualChecksAt, manualTestcases, nextManualChange, type ManualCheck } from "../certificates/manual-checks.ts";
import { presenceAt, type Presence } from "../certificates/retention.ts";
import { statusAt } from "../certificates/status.ts";

/** All that is known of a subject in a scope. */
export interface StandingFacts {
  readonly subject: string;
  readonly scope: Scope;
  /** The newest results by testcase and version. */
  readonly results: readonly ReportedResult[];
  /** Certificates and applications of the subject; those for other scopes do not matter. */
  readonly certificates: readonly Certificate[];
  /** Dates begin at midnight of this calendar. */
  readonly calendar: Calendar;
}

/** How a subject stands in a scope at an instant. */
export interface SubjectStanding {
  readonly evaluation: ScopeEvaluation;
  /** Whether the subject ever sent a result for the scope. */
  readonly hasReported: boolean;
  /** The certificate to speak of, valid or not; undefined where none was ever granted. */
  readonly certificate: StandingCertificate | undefined;
  /** The manual checks of this certificate. */
  readonly manualChecks: readonly ManualCheck[];
  /** Whether the status page is shown (regulation 4). */
  readonly presence: Presence;
  /** The earliest later instant at which anything above changes by what is known now; undefined for never. */
  readonly nextChange: Date | undefined;
}

/** The standing at an instant: the same facts and instant always give the same answer. */
export function standingAt(facts: StandingFacts, instant: Date): SubjectStanding {
  const { subject, scope, results, calendar } = facts;
  const certificates = facts.certificates.filter((one) => one.subject === subject && one.scope.uuid === scope.uuid);
  const evaluation = evaluateScope(scope, results, { now: instant, calendar });
  const certificate = currentCertificate(certificates, subject, scope.uuid, instant);
  const manualChecks =
    certificate === undefined
      ? []
      : manualChecksAt(
          certificate.certificate,
          manualTestcases(scope, certificate.certificate.version),
          instant,
          calendar,
        );
  const isReporting = evaluation.results.size > 0;
  const { presence, changesAt } = presenceAt(certificates, { instant, calendar, isReporting });
  const nextChange = earliest([
    evaluation.nextChange,
    changesAt,
    nextManualChange(manualChecks, instant, calendar),
    ...certificates.map((one) => statusAt(one, instant).nextChange),
  ]);
  return { evaluation, hasReported: results.length > 0, certificate, manualChecks, presence, nextChange };
}

function earliest(instants: readonly (Date | undefined)[]): Date | undefined {
  const known = instants.flatMap((instant) => instant?.getTime() ?? []);
  return known.length === 0 ? undefined : new Date(Math.min(...known));
}
