import { parseArgs } from "node:util";

import type { CheckConfiguration } from "#core/standards/checking/check-config.ts";
import { COMMON_RULES } from "#core/standards/checking/common-rules.ts";
import { PROFILES } from "#core/standards/checking/profiles/index.ts";
import { RULES } from "#core/standards/rules/index.ts";
import { SCOPE_RULES } from "#core/standards/scopes/rules/index.ts";
import { withoutTrailing } from "#core/base/text/trim-run.ts";

import { closestName } from "#core/base/text/closest-name.ts";
import { CannotRun } from "../command.ts";
import type { Format } from "../formats/format.ts";
import { FORMATS } from "../formats/index.ts";
import type { BaseArguments } from "./check-against-base.ts";
import type { CheckOverrides } from "./check-trees.ts";

/** The options of `stele check`, checked. */
export interface CheckArguments extends CheckOverrides {
  readonly paths: readonly string[];
  readonly format: Format;
  readonly formatName: string;
  readonly isSummary: boolean;
  readonly isQuiet: boolean;
  readonly fix: boolean;
  readonly watch: boolean;
  /** Warnings beyond this number are as bad as an error; undefined for no limit. */
  readonly maxWarnings: number | undefined;
  /** What the tree is a change of; undefined for a check of the tree as it is. */
  readonly change: BaseArguments | undefined;
  /** The name of the document on standard input. */
  readonly stdinPath: string | undefined;
}

/** The help of `stele check`. */
export const CHECK_HELP = `Usage: stele check [options] [path...]

Checks standard documents and scope files: names, front matter, sections, references, language, Markdown.
A path is a tree, a folder or a file (default: the working folder); \`-\` is a document on standard input.

Options:
  --profile NAME      strict (to the letter) or practical (default, unless stele.config.yaml says otherwise)
  --rule ID           only this rule; may be repeated; \`markdownlint\` and \`typography\` are families
  --format NAME       pretty (default), json, github, gitlab, sarif or rdjson
  --fix               repair what can be repaired without changing the meaning, and say what was done
  --watch             check again whenever a file changes, until Ctrl-C
  --max-warnings N    exit with 1 when there are more than N warnings
  --base REF|FOLDER   judge the tree as a change of a commit, a branch or another folder: findings that the
                      change brings, what kind of change it is, whether it may be made and who approves it
  --also REF|FOLDER   with --base: another open change, whose document numbers are taken; may be repeated
  --description FILE  with --base: what its author says; a line \`waiver: <reason>\` answers for a tightening
  --quiet             only errors
  --summary           only the counts, rule by rule
  --site URL          the site whose rule pages reports link to (default: site.address of stele.config.yaml)
  --stdin-path PATH   where the document on standard input lies; the settings of its tree count
  -h, --help          this text

Exit codes: 0 no errors, 1 errors (or too many warnings), 2 could not run.`;

/** Reads the arguments; throws \`CannotRun\` or the error of \`parseArgs\` with what is wrong. */
export function readCheckArguments(args: readonly string[]): CheckArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      profile: { type: "string" },
      rule: { type: "string", multiple: true },
      format: { type: "string", default: "pretty" },
      fix: { type: "boolean", default: false },
      watch: { type: "boolean", default: false },
      "max-warnings": { type: "string" },
      base: { type: "string" },
      also: { type: "string", multiple: true },
      description: { type: "string" },
      quiet: { type: "boolean", default: false },
      summary: { type: "boolean", default: false },
      "stdin-path": { type: "string" },
      site: { type: "string" },
    },
  });
  const format = FORMATS[values.format];
  if (format === undefined) throw new CannotRun(unknown("format", values.format, Object.keys(FORMATS)));
  const rules = values.rule === undefined ? undefined : new Set(values.rule.map(knownRule));
  const usesInput = positionals.includes("-");
  if (usesInput && (positionals.length > 1 || values.fix || values.watch)) {
    throw new CannotRun("Standard input is checked alone: leave out other paths, --fix and --watch.");
  }
  const change = readBaseArguments(values);
  if (change !== undefined && (usesInput || values.fix || values.watch)) {
    throw new CannotRun("--base judges a folder as it is: leave out standard input, --fix and --watch.");
  }
  if (values.watch && values.format !== "pretty") throw new CannotRun("--watch shows the format `pretty` only.");
  return {
    paths: positionals.length === 0 ? ["."] : positionals,
    format,
    formatName: values.format,
    isSummary: values.summary,
    isQuiet: values.quiet,
    fix: values.fix,
    watch: values.watch,
    maxWarnings: readLimit(values["max-warnings"]),
    change,
    stdinPath: usesInput ? (values["stdin-path"] ?? "scs-xxxx-v1-stdin.md") : undefined,
    apply: withProfile(values.profile),
    rules,
    siteAddress: readSite(values.site),
    withStyle: rules === undefined || [...rules].some((rule) => /^(?:markdownlint|typography)(?:\/|$)/.test(rule)),
  };
}

function readBaseArguments(values: {
  readonly base?: string | undefined;
  readonly also?: readonly string[] | undefined;
  readonly description?: string | undefined;
}): BaseArguments | undefined {
  const { base, also = [], description } = values;
  if (base !== undefined) return { base, also, description };
  if (also.length > 0 || description !== undefined) {
    throw new CannotRun("--also and --description belong to a change: say what it is a change of with --base.");
  }
  return undefined;
}

function readLimit(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,6}$/.test(text)) throw new CannotRun(`--max-warnings takes a number from 0, not \`${text}\`.`);
  return Number(text);
}

/** An https address (http for a Stele on this machine) without trailing slash, as `site.address` is. */
function readSite(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const address = withoutTrailing(text, "/");
  if (/^(?:https:\/\/|http:\/\/localhost\b)[^\s?#]+$/.test(address) && URL.canParse(address)) return address;
  throw new CannotRun(`--site takes the address of a site like \`https://standards.example\`, not \`${text}\`.`);
}

function withProfile(name: string | undefined): (configuration: CheckConfiguration) => CheckConfiguration {
  if (name === undefined) return (configuration) => configuration;
  if (name !== "strict" && name !== "practical") throw new CannotRun(unknown("profile", name, Object.keys(PROFILES)));
  return (configuration) => ({
    ...configuration,
    settings: { ...configuration.settings, profile: PROFILES[name] },
  });
}

function knownRule(id: string): string {
  const known = [...RULES, ...SCOPE_RULES, ...COMMON_RULES].map((rule) => rule.id);
  if (known.includes(id) || /^(?:markdownlint|typography)\/./.test(id)) return id;
  throw new CannotRun(unknown("rule", id, known));
}

function unknown(what: string, given: string, known: readonly string[]): string {
  const near = closestName(given, known);
  const list = known.length > 10 ? "`stele explain` lists them" : `expected one of ${known.join(", ")}`;
  return `There is no ${what} \`${given}\`; ${near === undefined ? list : `did you mean \`${near}\`?`}`;
}
