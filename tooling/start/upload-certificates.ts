import { validitiesOn } from "#core/certification/timeline.ts";
import type { Scope } from "#core/certification/scope.ts";

import { requestJson } from "../publishing/request-json.ts";

/** The account that stands for the certification body in the demonstration. */
export const DEMO_CERTIFIER = "demo-forum";

/** What became of the demonstration's certificates, one story per cloud. */
const STORIES: readonly { readonly subject: string; readonly steps: readonly (readonly [string, string])[] }[] = [
  { subject: "demo-delta", steps: [["revoked", "No results for five weeks, and no answer to three letters."]] },
  {
    subject: "demo-charlie",
    steps: [["suspended", "Tests were left out of the last reports; the operator is at it."]],
  },
  { subject: "demo-alpha", steps: [] },
];

/** Where the certificates go and who may decide on them. */
export interface CertificateSamples {
  readonly url: string;
  /** Token of a demo account. */
  readonly tokenOf: (subject: string) => string;
  readonly alias: string;
  readonly scope: Scope;
  /** Date in the calendar of the site. */
  readonly today: string;
}

interface CertificateAnswer {
  readonly id: string;
}

/** Certifies demo clouds where there is no certificate yet, through the public API; the page of the last one. */
export async function uploadCertificates(samples: CertificateSamples): Promise<string | undefined> {
  const { url, tokenOf, alias, scope, today } = samples;
  const forum = { url, token: tokenOf(DEMO_CERTIFIER) };
  const path = "/api/v1/certificates";
  const { certificates } = await requestJson<{ certificates: readonly CertificateAnswer[] }>(forum, {
    method: "GET",
    path,
  });
  const version = newestEffective(scope, today);
  if (certificates.length > 0 || version === undefined) return undefined;
  let last: string | undefined;
  for (const { subject, steps } of STORIES) {
    const json = { subject, scope: alias, version, reason: "All tests of the scope pass." };
    const { id } = await requestJson<CertificateAnswer>(
      { url, token: tokenOf(subject) },
      { method: "POST", path, json },
    );
    const decisions = [["granted", "Reports and documentation were reviewed."], ...steps] as const;
    for (const [kind, reason] of decisions) {
      await requestJson(forum, { method: "POST", path: `${path}/${id}/events`, json: { kind, reason } });
    }
    last = `/certificates/${id}`;
  }
  return last;
}

function newestEffective({ timeline, versions }: Scope, today: string): string | undefined {
  const validities = validitiesOn(timeline, today);
  return versions.find(({ name }) => validities.get(name) === "effective")?.name;
}
