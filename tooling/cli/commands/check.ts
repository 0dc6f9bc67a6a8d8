import type { Command } from "../command.ts";

/** `stele check`. */
export const check: Command = {
  name: "check",
  help: "Usage: stele check [paths...]",
  run: async () => 0,
};
