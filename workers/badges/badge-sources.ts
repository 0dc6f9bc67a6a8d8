import type { PublishedScope } from "#core/standards/scopes/published-scope.ts";
import type { SubjectStanding } from "#core/compliance/standing/standing.ts";

import type { Bindings } from "../state/bindings.ts";
import type { Snapshot } from "../state/site-context.ts";

type Storage = Pick<Bindings, "DB" | "BLOBS">;

/** A published scope with the digest of its file. */
export type BadgeScope = PublishedScope & { readonly sha256: string };

/** What badges need of other slices; `workers/app/index.ts` brings them together. */
export interface BadgeSources {
  /** The scopes that a state publishes. */
  readonly listScopes: (env: Storage, snapshot: Snapshot) => Promise<readonly BadgeScope[]>;
  /** How a subject stands in a scope now. */
  readonly standingOf: (
    env: Storage,
    snapshot: Snapshot,
    pair: { readonly subject: string; readonly published: BadgeScope },
    now: Date,
  ) => Promise<SubjectStanding>;
  /** The account of a subject; undefined where nobody declared one. */
  readonly findAccount: (env: Storage, subject: string) => Promise<{ readonly isDemo: boolean } | undefined>;
  /** The subjects that a name stands for: those of a group for `group-<name>`, else the subject itself. */
  readonly findMembers: (env: Storage, name: string) => Promise<readonly string[]>;
}
