import { resolve } from "node:path";

import { LOCAL_LIMITS, type SbomCheckOptions } from "#core/sboms/checking/check-sbom.ts";
import type { Profile } from "#core/sboms/profiles/evaluate-profile.ts";
import { repairSbom } from "#core/sboms/checking/repair-sbom.ts";
import { escapeControls } from "#core/base/text/escape-controls.ts";

import { replaceFile } from "../../files/replace-file.ts";
import { CannotRun, type CommandIo } from "../command.ts";

/** Writes what a machine can repair into a file, all or nothing, and says so; gives the bytes as they are then. */
export async function fixSbomFile(
  name: string,
  bytes: Uint8Array,
  profiles: readonly Profile[],
  isStrict: boolean,
  io: CommandIo,
): Promise<Uint8Array> {
  if (name === "-") throw new CannotRun("`--fix` writes into files; name one instead of `-`.");
  const options: SbomCheckOptions = { path: name, limits: LOCAL_LIMITS, isStrict };
  const repaired = await repairSbom(bytes, options, profiles);
  if (repaired === undefined) return bytes;
  replaceFile(resolve(io.cwd, name), repaired.text);
  const count = repaired.patch.length;
  io.writeError(`${escapeControls(name)}: ${count} ${count === 1 ? "repair" : "repairs"} made\n`);
  return new TextEncoder().encode(repaired.text);
}
