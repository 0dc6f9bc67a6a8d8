/** The Stable documents that mutations start from. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { Original } from "./measure.ts";

const MAX_DOCUMENTS = 20;

/** The first twenty Stable main documents of the corpus beside the repository, by name; none where it is not there. */
export function readOriginals(root: string): Original[] {
  const folder = join(root, "../shared/corpus/scs/standards-repo/Standards");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .filter((name) => /^scs-\d{4}-v\d+-/.test(name))
    .map((name) => ({ path: `Standards/${name}`, text: readFileSync(join(folder, name), "utf8") }))
    .filter(({ text }) => /^status: Stable$/m.test(text))
    .slice(0, MAX_DOCUMENTS);
}
