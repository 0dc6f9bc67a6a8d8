import type { Scope } from "#core/standards/scopes/scope.ts";

import type { Bindings } from "../state/bindings.ts";
import type { Snapshot } from "../state/site-context.ts";

/** What certificates need of other slices; `workers/app/index.ts` brings them together. */
export interface CertificateSources {
  /** The scopes that a state publishes. */
  readonly listScopes: (
    env: Pick<Bindings, "BLOBS">,
    snapshot: Snapshot,
  ) => Promise<readonly { readonly alias: string; readonly scope: Scope }[]>;
}
