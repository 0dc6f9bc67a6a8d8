import type { Certificate } from "./certificate.ts";
import { statusAt } from "./status.ts";

/** A certificate that must be held before another can be granted (SCS-0003, "Prerequisite descriptor"). */
export interface Prerequisite {
  /** Full name of the scope. */
  readonly scopeName: string;
  /** Versions that do; any version where absent. */
  readonly versions?: readonly string[];
}

/** The prerequisites that the subject does not meet at an instant with the certificates that it holds. */
export function missingPrerequisites(
  prerequisites: readonly Prerequisite[],
  held: readonly Certificate[],
  subject: string,
  instant: Date,
): readonly Prerequisite[] {
  const valid = held.filter((certificate) => certificate.subject === subject && statusAt(certificate, instant).isValid);
  return prerequisites.filter(
    ({ scopeName, versions }) =>
      !valid.some(({ scope, version }) => scope.name === scopeName && (versions?.includes(version) ?? true)),
  );
}
