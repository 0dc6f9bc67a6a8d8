import type { Bindings } from "../../state/bindings.ts";
import { MEMORY_BOUNDS } from "../../state/memory-bounds.ts";
import { createMemory } from "../../state/memory.ts";
import type { PublishedFile } from "../../state/site-context.ts";

/** Keys are digests, so what is kept can never be stale. */
const memory = createMemory<string | undefined>(MEMORY_BOUNDS.fragments);

/** The rendered fragment of a published file; undefined where it is not there. */
export async function readFragment(
  { BLOBS }: { readonly BLOBS: Pick<Bindings["BLOBS"], "get"> },
  { kind, sha256, rendererVersion }: Pick<PublishedFile, "kind" | "sha256" | "rendererVersion">,
): Promise<string | undefined> {
  const key = `rendered/${rendererVersion}/${kind}/${sha256}`;
  const now = new Date();
  return memory.recall(key, now, async () => {
    const object = await BLOBS.get(key);
    // It may be sent at any time.
    return object === null ? { value: undefined, until: now } : { value: await object.text() };
  });
}
