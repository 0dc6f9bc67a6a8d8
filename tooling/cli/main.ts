#!/usr/bin/env node
import { writeSync } from "node:fs";

import packageJson from "../../package.json" with { type: "json" };

import { COMMANDS } from "./commands/index.ts";
import { wantsColor } from "./paint.ts";
import { runCli } from "./run-cli.ts";

const interrupted = new AbortController();
process.once("SIGINT", () => interrupted.abort());
process.once("SIGTERM", () => interrupted.abort());
// A reader that has seen enough (`stele check | head`) closes the pipe; that is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 2);
});

process.exitCode = await runCli(
  process.argv.slice(2),
  {
    writeOut: (text) => void process.stdout.write(text),
    writeError: (text) => void writeSync(process.stderr.fd, text),
    readInput: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    color: wantsColor({ env: process.env, isTerminal: process.stdout.isTTY }),
    isErrorTerminal: process.stderr.isTTY,
    columns: process.stdout.columns ?? 100,
    cwd: process.cwd(),
    env: process.env,
    now: () => new Date(),
    signal: interrupted.signal,
  },
  { commands: COMMANDS, version: packageJson.version },
);
