import { withoutTrailing } from "#core/base/text/trim-run.ts";

import type { Server } from "../publishing/request-json.ts";
import { CannotRun, type CommandIo } from "./command.ts";

/** The server that `--to` and the environment variable STELE_TOKEN name. */
export function serverFrom(to: string | undefined, io: Pick<CommandIo, "env">): Required<Server> {
  const url = addressFrom(to);
  const token = io.env["STELE_TOKEN"];
  if (token === undefined || token === "") {
    throw new CannotRun("Set the environment variable STELE_TOKEN to the token that the operator gave you.");
  }
  return { url, token };
}

/** The address that `--to` names, without trailing slash. */
export function addressFrom(to: string | undefined): string {
  if (to === undefined) throw new CannotRun("Say where to: `--to https://standards.example`.");
  if (!URL.canParse(to) || !/^https?:$/.test(new URL(to).protocol)) {
    throw new CannotRun(`\`${to}\` is not an http(s) address.`);
  }
  return withoutTrailing(to, "/");
}
