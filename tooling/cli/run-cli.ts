import { escapeControls } from "#core/base/text/escape-controls.ts";

import { closestName } from "#core/base/text/closest-name.ts";
import { CannotRun, type CommandEntry, type CommandIo, type ExitCode } from "./command.ts";
import { createPaint } from "./paint.ts";

/** What the program is made of. */
export interface Cli {
  readonly commands: readonly CommandEntry[];
  readonly version: string;
}

/**
 * Runs `stele <arguments>` and returns the exit code. Commands end with `CannotRun` or with an error of `parseArgs`
 * when they are called wrongly; anything else that they throw is a bug and passes through.
 */
export async function runCli(args: readonly string[], io: CommandIo, cli: Cli): Promise<ExitCode> {
  const [first, ...rest] = args;
  if (first === undefined || first === "--help" || first === "-h" || (first === "help" && rest[0] === undefined)) {
    (first === undefined ? io.writeError : io.writeOut)(`${overview(cli)}\n`);
    return first === undefined ? 2 : 0;
  }
  if (first === "--version" || first === "-V") {
    io.writeOut(`${cli.version}\n`);
    return 0;
  }
  const name = first === "help" ? (rest[0] ?? "") : first;
  const entry = cli.commands.find((candidate) => candidate.name === name);
  if (entry === undefined) return complain(io, unknownCommand(name, cli));
  const command = await entry.load();
  if (first === "help" || asksForHelp(rest)) {
    io.writeOut(`${command.help}\n`);
    return 0;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    if (error instanceof CannotRun) return complain(io, error.message);
    if (isUsageError(error)) return complain(io, `${error.message}\nSee \`stele ${name} --help\`.`);
    if (isSystemError(error)) return complain(io, describeSystemError(error));
    throw error;
  }
}

function overview({ commands, version }: Cli): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    `stele ${version}: check, publish and certify open cloud standards`,
    "",
    "Usage: stele <command> [arguments]",
    "",
    "Commands:",
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    "",
    "`stele <command> --help` says more. Exit codes: 0 done, 1 findings, 2 could not run.",
  ].join("\n");
}

function unknownCommand(name: string, cli: Cli): string {
  const near = closestName(
    name,
    cli.commands.map((command) => command.name),
  );
  const remedy = near === undefined ? "`stele --help` lists the commands." : `Did you mean \`stele ${near}\`?`;
  return `There is no command \`${name}\`. ${remedy}`;
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  const options = end < 0 ? args : args.slice(0, end);
  return options.includes("--help") || options.includes("-h");
}

function complain(io: CommandIo, message: string): ExitCode {
  const paint = createPaint(io.color);
  // It may name what a stranger named; only its line endings are ours.
  const harmless = message.split("\n").map(escapeControls).join("\n");
  io.writeError(`${paint("red", "stele:")} ${harmless}\n`);
  return 2;
}

/** Errors of `parseArgs` (node:util) say what is wrong with the options in a sentence. */
function isUsageError(error: unknown): error is Error {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    error.code.startsWith("ERR_PARSE_ARGS")
  );
}

/** What the operating system refused, such as a file without permission or a full disk: nobody's bug. */
interface SystemError extends Error {
  readonly code: string;
  readonly syscall: string;
  readonly path?: string;
}

function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && "syscall" in error && "code" in error && /^E[A-Z0-9]+$/.test(String(error.code));
}

function describeSystemError({ code, message, path }: SystemError): string {
  // `EACCES: permission denied, open '/path'`
  const reason = /^[A-Z0-9]+: ([^,]+)/.exec(message)?.[1] ?? message;
  return `${path === undefined ? "The system says" : `\`${path}\``}: ${reason} (${code}).`;
}
