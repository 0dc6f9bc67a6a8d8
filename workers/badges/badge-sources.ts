import type { PublishedScope } from "#core/standards/scopes/published-scope.ts";
import type { Certificate } from "#core/compliance/certificates/certificate.ts";
import type { ReportedResult } from "#core/compliance/standing/evaluate.ts";

import type { Bindings } from "../state/bindings.ts";
import type { Snapshot } from "../state/site-context.ts";

type Storage = Pick<Bindings, "DB" | "BLOBS">;

/** What badges need of other slices; `workers/app/index.ts` brings them together. */
export interface BadgeSources {
  /** The scopes that a state publishes. */
  readonly listScopes: (env: Storage, snapshot: Snapshot) => Promise<readonly PublishedScope[]>;
  /** The newest results of a subject in a scope, and its account. */
  readonly findResults: (
    env: Storage,
    subject: string,
    scopeUuid: string,
  ) => Promise<{
    readonly results: readonly ReportedResult[];
    readonly account: { readonly isDemo: boolean } | undefined;
  }>;
  /** The subjects that a name stands for: those of a group for `group-<name>`, else the subject itself. */
  readonly findMembers: (env: Storage, name: string) => Promise<readonly string[]>;
  /** The certificates of a subject with their logs. */
  readonly listCertificatesOf: (env: Storage, subject: string) => Promise<readonly Certificate[]>;
}
