import { parseArgs } from "node:util";

import { PROFILES } from "#core/documents/profiles/index.ts";
import type { CheckConfiguration } from "#core/documents/check-config.ts";

import { checkTrees } from "../check/check-trees.ts";
import { collectTrees } from "../check/collect-trees.ts";
import { closestName } from "../closest-name.ts";
import { CannotRun, type Command } from "../command.ts";
import { FORMATS } from "../formats/index.ts";

const HELP = `Usage: stele check [options] [path...]

Checks standard documents: file names, front matter, sections, references, language.
A path is a tree, a folder or a file; default is the working folder.

Options:
  --profile NAME      strict (to the letter) or practical (default, unless stele.config.yaml says otherwise)
  --format NAME       pretty (default) or json
  --summary           only the counts
  -h, --help          this text

Exit codes: 0 no errors, 1 errors, 2 could not run.`;

/** `stele check`. */
export const check: Command = {
  name: "check",
  help: HELP,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        profile: { type: "string" },
        format: { type: "string", default: "pretty" },
        summary: { type: "boolean", default: false },
      },
    });
    const format = FORMATS[values.format];
    if (format === undefined) throw new CannotRun(unknown("format", values.format, Object.keys(FORMATS)));
    const trees = collectTrees(positionals.length === 0 ? ["."] : positionals, io.cwd);
    if (trees.every(({ files }) => files.length === 0)) {
      throw new CannotRun("There are no documents here. Name a folder that holds files like `scs-0100-v1-title.md`.");
    }
    const report = checkTrees(trees, { apply: withProfile(values.profile), rules: undefined }, io.cwd);
    io.writeOut(format(report, { color: io.color, columns: io.columns, isSummary: values.summary }));
    return report.counts.error > 0 ? 1 : 0;
  },
};

function withProfile(name: string | undefined): (configuration: CheckConfiguration) => CheckConfiguration {
  if (name === undefined) return (configuration) => configuration;
  if (name !== "strict" && name !== "practical") throw new CannotRun(unknown("profile", name, Object.keys(PROFILES)));
  return (configuration) => ({
    ...configuration,
    settings: { ...configuration.settings, profile: PROFILES[name] },
  });
}

function unknown(what: string, given: string, known: readonly string[]): string {
  const near = closestName(given, known);
  return `There is no ${what} \`${given}\`; ${near === undefined ? `expected one of ${known.join(", ")}` : `did you mean \`${near}\`?`}`;
}
