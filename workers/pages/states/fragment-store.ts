import type { Bindings } from "../../state/bindings.ts";
import { MEMORY_BOUNDS } from "../../state/memory-bounds.ts";
import { createMemory } from "../../state/memory.ts";
import { renderedKey } from "../../state/rendered-key.ts";
import type { PublishedFile } from "../../state/site-context.ts";

/** Keys hold every input, so what is kept can never be stale. */
const memory = createMemory<string | undefined>(MEMORY_BOUNDS.fragments);

/** The rendered fragment of a published file; undefined where it is not there. */
export async function readFragment(
  { BLOBS }: { readonly BLOBS: Pick<Bindings["BLOBS"], "get"> },
  file: Pick<PublishedFile, "path" | "kind" | "sha256" | "rendererVersion">,
): Promise<string | undefined> {
  const key = renderedKey(file, file.rendererVersion);
  const now = new Date();
  return memory.recall(key, now, async () => {
    const object = await BLOBS.get(key);
    // It may be sent at any time.
    return object === null ? { value: undefined, until: now } : { value: await object.text() };
  });
}
