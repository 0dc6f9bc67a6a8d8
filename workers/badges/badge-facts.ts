import type { Provider } from "#core/standards/publishing/provider.ts";

import type { Bindings } from "../state/bindings.ts";
import { currentSnapshot, filesOfKind, type Snapshot } from "../state/site-context.ts";
import type { BadgeScope, BadgeSources } from "./badge-sources.ts";

/** What is the same for every badge; only standings differ from subject to subject. */
export interface BadgeFacts {
  readonly snapshot: Snapshot;
  readonly scopes: readonly BadgeScope[];
  readonly providers: readonly Provider[];
}

/** A state never changes, and every badge asks for its providers. */
const known = new WeakMap<Snapshot, readonly Provider[]>();

/** The common facts: all of them stand in memory with the published state. */
export async function commonFacts(env: Bindings, sources: BadgeSources): Promise<BadgeFacts> {
  const snapshot = await currentSnapshot(env);
  const providers = known.get(snapshot) ?? readProviders(snapshot);
  known.set(snapshot, providers);
  return { snapshot, providers, scopes: await sources.listScopes(env, snapshot) };
}

function readProviders(snapshot: Snapshot): readonly Provider[] {
  return filesOfKind(snapshot, "provider").flatMap(({ facts }) => (facts === null ? [] : [facts]));
}
