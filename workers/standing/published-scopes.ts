import type { PublishedScope } from "#core/standards/scopes/published-scope.ts";
import { loadScope } from "#core/standards/scopes/load-scope.ts";
import type { Scope } from "#core/standards/scopes/scope.ts";

import type { Bindings } from "../state/bindings.ts";
import { MEMORY_BOUNDS } from "../state/memory-bounds.ts";
import { createMemory } from "../state/memory.ts";
import { filesOfKind, type Snapshot } from "../state/site-context.ts";

/** A published scope with the digest of its file, which says whether what was judged by it still counts. */
export interface FiledScope extends PublishedScope {
  readonly sha256: string;
}

/** A scope never changes under its hash. */
const memory = createMemory<Scope | undefined>(MEMORY_BOUNDS.scopes);

/** The scopes of a snapshot, by alias; those with errors are left out, their findings are shown where they are published. */
export async function publishedScopes(
  env: Pick<Bindings, "BLOBS">,
  snapshot: Snapshot,
): Promise<readonly FiledScope[]> {
  const files = filesOfKind(snapshot, "scope");
  const scopes = await Promise.all(
    files.map(async ({ path, sha256, facts }) => ({
      alias: facts.alias,
      sha256,
      scope: await readScope(env, path, sha256),
    })),
  );
  return scopes.flatMap(({ alias, sha256, scope }) => (scope === undefined ? [] : [{ alias, sha256, scope }]));
}

/** The scope that an address names, by alias or by UUID. */
export function findScope<Published extends PublishedScope>(
  scopes: readonly Published[],
  name: string,
): Published | undefined {
  return scopes.find(({ alias, scope }) => alias === name || scope.uuid === name);
}

/** A scope by the hash of its file; undefined where it has errors or is not there. */
export async function readScope(
  { BLOBS }: Pick<Bindings, "BLOBS">,
  path: string,
  sha256: string,
): Promise<Scope | undefined> {
  const now = new Date();
  return memory.recall(sha256, now, async () => {
    const blob = await BLOBS.get(`blobs/${sha256}`);
    // It may be sent at any time.
    if (blob === null) return { value: undefined, until: now };
    return { value: loadScope(path, await blob.text()).scope };
  });
}
