import type { Bindings } from "../state/bindings.ts";
import type { PublishedFile, Snapshot } from "../state/site-context.ts";

/** A published file as it came. */
export interface PublishedText {
  readonly path: string;
  readonly text: string;
}

/** The `stele.config.yaml` of a published state; undefined where it has none. */
export async function publishedConfig(env: Pick<Bindings, "BLOBS">, { files }: Snapshot): Promise<string | undefined> {
  const file = files.find(({ kind }) => kind === "config");
  return file === undefined ? undefined : readText(env, file);
}

/** The documents and scope files of a published state, by path. */
export async function publishedTexts(
  env: Pick<Bindings, "BLOBS">,
  { files }: Snapshot,
): Promise<readonly PublishedText[]> {
  const wanted = files.filter(({ kind }) => kind === "document" || kind === "scope");
  const texts = await Promise.all(
    wanted.map(async (file) => ({ path: file.path, text: (await readText(env, file)) ?? "" })),
  );
  return texts.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function readText({ BLOBS }: Pick<Bindings, "BLOBS">, { sha256 }: PublishedFile): Promise<string | undefined> {
  const blob = await BLOBS.get(`blobs/${sha256}`);
  return blob?.text();
}
