import { parseArgs, type ParseArgsConfig } from "node:util";

import { CannotRun } from "./command.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Reads the options of a command that takes exactly one argument; `complaint` says what is missing. */
export function parseOneArgument<const T extends Options>(args: readonly string[], options: T, complaint: string) {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [argument, ...others] = positionals;
  if (argument === undefined || others.length > 0) throw new CannotRun(complaint);
  return { argument, values };
}
