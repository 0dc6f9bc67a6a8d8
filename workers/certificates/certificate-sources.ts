import type { Scope } from "#core/certification/scope.ts";

import type { Bindings } from "../bindings.ts";
import type { Snapshot } from "../http/site-context.ts";

/** What certificates need of other slices; `workers/index.ts` brings them together. */
export interface CertificateSources {
  /** The scopes that a state publishes. */
  readonly listScopes: (
    env: Pick<Bindings, "BLOBS">,
    snapshot: Snapshot,
  ) => Promise<readonly { readonly alias: string; readonly scope: Scope }[]>;
}
