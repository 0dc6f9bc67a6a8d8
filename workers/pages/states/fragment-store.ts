import type { Bindings } from "../../state/bindings.ts";
import type { PublishedFile } from "../../state/site-context.ts";

/** Characters of fragments kept in the memory of an isolate; the whole SCS corpus renders to about two million. */
const KEPT_CHARACTERS = 8_000_000;

const kept = new Map<string, string>();
let keptCharacters = 0;

/** The rendered fragment of a published file. Keys are digests, so what is kept in memory can never be stale. */
export async function readFragment(
  { BLOBS }: { readonly BLOBS: Pick<Bindings["BLOBS"], "get"> },
  { kind, sha256, rendererVersion }: Pick<PublishedFile, "kind" | "sha256" | "rendererVersion">,
): Promise<string | undefined> {
  const key = `rendered/${rendererVersion}/${kind}/${sha256}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const object = await BLOBS.get(key);
  if (object === null) return undefined;
  const fragment = await object.text();
  while (keptCharacters + fragment.length > KEPT_CHARACTERS && kept.size > 0) forgetOldest();
  kept.set(key, fragment);
  keptCharacters += fragment.length;
  return fragment;
}

function forgetOldest(): void {
  const [oldest] = kept.keys();
  if (oldest === undefined) return;
  keptCharacters -= kept.get(oldest)?.length ?? 0;
  kept.delete(oldest);
}
