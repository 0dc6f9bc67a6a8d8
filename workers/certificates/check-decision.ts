import type { Calendar } from "#core/base/time/calendar.ts";
import type { Certificate } from "#core/compliance/certificates/certificate.ts";
import { preCheck, type PreCheck } from "#core/compliance/certificates/pre-check.ts";
import { missingPrerequisites } from "#core/compliance/certificates/prerequisites.ts";
import type { Scope } from "#core/standards/scopes/scope.ts";

import type { Bindings } from "../state/bindings.ts";
import { findResults } from "../standing/result-store.ts";
import { listCertificatesOf } from "../standing/certificate-facts.ts";

/** What is published about the certificate's scope and cloud. */
interface Published {
  readonly scope: Scope | undefined;
  readonly regions: readonly string[] | undefined;
  readonly now: Date;
  readonly calendar: Calendar;
}

/** Whether a certificate may be granted or renewed from an instant on; also the names of scopes that come first. */
export async function checkDecision(
  env: Pick<Bindings, "DB">,
  certificate: Certificate,
  at: Date,
  { scope, regions, now, calendar }: Published,
): Promise<PreCheck & { readonly missing: readonly string[] }> {
  const { subject } = certificate;
  const [{ results }, others] = await Promise.all([
    findResults(env, subject, certificate.scope.uuid),
    listCertificatesOf(env, subject),
  ]);
  const needed = scope?.prerequisite === undefined ? [] : [{ scopeName: scope.prerequisite }];
  const missing = missingPrerequisites(needed, others, subject, at).map(({ scopeName }) => scopeName);
  return { ...preCheck({ certificate, scope, results, others, regions, at, now, calendar }), missing };
}
