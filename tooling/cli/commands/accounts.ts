import { createHash, randomBytes } from "node:crypto";
import { parseArgs } from "node:util";

import type { AccountChanges } from "#core/trust/accounts/compare-accounts.ts";
import type { Finding } from "#core/base/finding.ts";

import { readNamedFile } from "../../files/read-named-file.ts";
import { RequestFailed, requestJson } from "../../publishing/request-json.ts";
import { CannotRun, type Command, type CommandIo, type ExitCode } from "../command.ts";
import { serverFrom } from "../server-option.ts";

const HELP = `Usage: stele accounts apply <file> --to <url> [--dry-run] [--json]
       stele accounts token <subject>

\`token\` makes a random token of 256 bits and prints it once, with the line for the accounts file that lets it in. Nothing
is sent or kept: give the token to its owner, add the line, and apply the file.

\`apply\` makes the accounts of a Stele exactly those of a file in the compliance monitor's bootstrap format. An invalid file
changes nothing. Reports of accounts that are no longer listed stay.

Options:
  --to <url>   address of the Stele
  --dry-run    only say what would change
  --json       print the outcome as JSON
  --help       this text

The operator's token is read from the environment variable STELE_TOKEN, never from the command line.
Exit codes: 0 applied, 1 the file has faults, 2 could not run.`;

/** A file of ten thousand accounts has some five megabytes. */
const MAX_FILE_BYTES = 50_000_000;

/** `stele accounts apply`: brings the accounts of a Stele in line with a file. */
export const accounts: Command = {
  name: "accounts",
  help: HELP,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        to: { type: "string" },
        "dry-run": { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
    });
    const [verb, file, ...others] = positionals;
    if (verb === "token" && file !== undefined && others.length === 0) return makeToken(file, values.json, io);
    if (verb !== "apply" || file === undefined || others.length > 0) {
      throw new CannotRun("Say `stele accounts apply <file> --to <url>` or `stele accounts token <subject>`.");
    }
    const server = serverFrom(values.to, io);
    const read = await readNamedFile(file, { cwd: io.cwd, limitBytes: MAX_FILE_BYTES });
    if (!read.ok) throw new CannotRun(read.failure);
    const body = read.value;
    const path = `/api/v1/accounts${values["dry-run"] ? "?dryRun=true" : ""}`;
    try {
      const request = { method: "PUT", path, body, contentType: "application/yaml" } as const;
      const changes = await requestJson<AccountChanges>(server, request);
      io.writeOut(values.json ? `${JSON.stringify(changes, null, 2)}\n` : describe(changes, values["dry-run"]));
      return 0;
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      const findings = (error.problem["findings"] ?? []) as Finding[];
      if (error.status !== 422 || findings.length === 0) throw new CannotRun(error.message);
      for (const { place, message } of findings) io.writeError(`${file}:${place.start.line}: ${message}\n`);
      return 1;
    }
  },
};

/** The token itself goes to standard output alone, so that it can be piped to where it belongs. */
function makeToken(subject: string, json: boolean, io: CommandIo): ExitCode {
  const token = randomBytes(32).toString("base64url");
  const apiKey = `sha256:${createHash("sha256").update(token).digest("hex")}`;
  if (json) io.writeOut(`${JSON.stringify({ subject, token, apiKey }, null, 2)}\n`);
  else {
    io.writeOut(`${token}\n`);
    io.writeError(`For the accounts file:\n  - subject: ${subject}\n    api_keys:\n      - "${apiKey}"\n`);
  }
  return 0;
}

/** The diff: every account, and below a changed one what changes; hashes shortened, enough to tell them apart. */
function describe({ added, changed, removed, differences }: AccountChanges, dryRun: boolean): string {
  const linesOf = new Map(Object.entries(differences));
  const lines = [
    ...added.map((subject) => `+ ${subject}`),
    ...changed.flatMap((subject) => [`~ ${subject}`, ...(linesOf.get(subject) ?? []).map((line) => `    ${line}`)]),
    ...removed.map((subject) => `- ${subject}`),
  ];
  const count = added.length + changed.length + removed.length;
  const verb = dryRun ? "would change" : "changed";
  return `${[...lines.map(shorten), `${count} ${count === 1 ? "account" : "accounts"} ${verb}.`].join("\n")}\n`;
}

/** A secret or key in a line: what it is, and the word itself. */
const KEY = /(API key .{7}|(?<!\S)(?:sk-)?(?:ssh|ecdsa)-\S+ )(\S+)(?= |$)/;

function shorten(line: string): string {
  return line.replace(KEY, (whole, kind: string, key: string) => (key.length < 8 ? whole : `${kind}…${key.slice(-8)}`));
}
