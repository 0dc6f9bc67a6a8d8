import { chmodSync, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes the folder of a local Stele's data, readable by its owner alone like the folder around it: reports, accounts, keys and
 * tokens lie there. Data of an earlier start is closed likewise; with `fresh` it is removed.
 */
export function prepareStateFolder(folder: string, { fresh }: { readonly fresh: boolean }): void {
  if (fresh) rmSync(folder, { recursive: true, force: true });
  for (const path of [dirname(folder), folder]) {
    mkdirSync(path, { recursive: true });
    chmodSync(path, 0o700);
  }
}
