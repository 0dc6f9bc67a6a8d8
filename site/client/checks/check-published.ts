import type { TreeFile } from "#core/standards/checking/check-files.ts";

import type { TakenFiles } from "./check-files.ts";

let known: readonly TreeFile[] | undefined;

/** All documents and scopes that this site publishes, in one request that says nothing about what they are compared with. */
export async function readPublished(address: string): Promise<TakenFiles> {
  if (known !== undefined) return known;
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    const { files } = (await answer.json()) as { readonly files: readonly { path: string; text: string }[] };
    known = files.map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) }));
    return known;
  } catch {
    return "What is published cannot be read just now; choose the earlier files instead, or try again.";
  }
}
