import type { Certificate } from "#core/compliance/certificates/certificate.ts";
import type { AttestedStanding } from "#core/compliance/certificates/compliance-attestation.ts";

import type { Bindings } from "../state/bindings.ts";

/** What credentials need of other slices; `workers/app/index.ts` brings them together. */
export interface CredentialSources {
  readonly findCertificate: (env: Pick<Bindings, "DB">, id: string) => Promise<Certificate | undefined>;
  readonly listCertificates: (env: Pick<Bindings, "DB">) => Promise<readonly Certificate[]>;
  /** How a cloud stands in a scope; undefined where one of them is unknown or nothing was reported. */
  readonly findLiveStanding: (
    env: Pick<Bindings, "DB" | "BLOBS">,
    subject: string,
    scope: string,
    now: Date,
  ) => Promise<Omit<AttestedStanding, "now"> | undefined>;
}
