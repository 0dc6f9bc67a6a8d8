import { sizeOf } from "#core/base/memory/size-of.ts";
import type { Provider } from "#core/standards/publishing/provider.ts";

import type { Bindings } from "../state/bindings.ts";
import { MEMORY_BOUNDS } from "../state/memory-bounds.ts";
import { createMemory } from "../state/memory.ts";
import { currentSnapshot, filesOfKind, type Snapshot } from "../state/site-context.ts";
import type { BadgeScope, BadgeSources } from "./badge-sources.ts";

/** What is the same for every badge; only standings differ from subject to subject. */
export interface BadgeFacts {
  readonly snapshot: Snapshot;
  readonly scopes: readonly BadgeScope[];
  readonly providers: readonly Provider[];
}

/** Files and scopes count where they are kept themselves. */
const memory = createMemory<BadgeFacts>(MEMORY_BOUNDS.badgeFacts, ({ providers }) => sizeOf(providers));

/** The common facts; looked up again after a moment, so that a crowd of badges costs one look. */
export function commonFacts(env: Bindings, sources: BadgeSources, now: Date): Promise<BadgeFacts> {
  return memory.recall("facts", now, async () => {
    const snapshot = await currentSnapshot(env);
    const files = filesOfKind(snapshot, "provider");
    const providers = files.flatMap(({ facts }) => (facts === null ? [] : [facts]));
    return { value: { snapshot, providers, scopes: await sources.listScopes(env, snapshot) } };
  });
}
