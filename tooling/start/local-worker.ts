import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { createPatience, IDLE_LIMIT_MS, type Look } from "./patience.ts";
import { activityOf } from "./process-activity.ts";
import { bundleWorker, wrangler } from "./wrangler.ts";

/** What a local worker needs. */
export interface LocalWorkerOptions {
  /** Folder of the project. */
  readonly root: string;
  /** Folder of the database and the objects. */
  readonly stateFolder: string;
  readonly port: number;
  readonly operatorTokenSha256: string;
  /** File of further secrets in the format of `.env` (default: none). */
  readonly secretsFile?: string;
  /** Hears what the start waits for. */
  readonly report?: (progress: string) => void;
  /** Ends the start when it is aborted. */
  readonly signal?: AbortSignal;
  /** How long the worker may do nothing at all before it counts as failed (default: two minutes). */
  readonly idleLimitMs?: number;
}

/** A worker that runs in workerd on this machine. */
export interface LocalWorker {
  readonly url: string;
  /** Resolves when the process has ended, by itself or by `stop`. */
  readonly ended: Promise<void>;
  /** Ends it in good order. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): void;
}

/**
 * Bundles the worker as it is deployed, starts it, and waits until it answers: as long as it gets on, since on a busy machine
 * that takes minutes. Later edits of the source do not touch it. Throws when it does not start, and names its log.
 */
export async function startLocalWorker(options: LocalWorkerOptions): Promise<LocalWorker> {
  options.report?.("bundling");
  const bundle = await bundleWorker(options);
  const { process: child, output, log, ended } = launch(options, bundle);
  // Whatever ends this process, no orphan keeps the port.
  process.once("exit", () => signal(child, "SIGKILL"));
  const url = `http://localhost:${options.port}`;
  const stop = async (): Promise<void> => {
    signal(child, "SIGTERM");
    const endedInTime = await Promise.race([ended.then(() => true), sleep(5_000).then(() => false)]);
    if (!endedInTime) signal(child, "SIGKILL");
    await ended;
  };
  const failure = await waitForAnswer(options, url, child, output);
  if (failure !== undefined) {
    await stop();
    throw new Error(`${failure}. Its log: ${log}${lastLines(output.text)}`);
  }
  return { url, ended, stop, kill: () => signal(child, "SIGKILL") };
}

/** What a process has printed. */
interface Output {
  /** The end of it. */
  text: string;
  bytes: number;
}

interface Launched {
  readonly process: ChildProcess;
  readonly output: Output;
  readonly ended: Promise<void>;
  /** Path of the file with all that it prints. */
  readonly log: string;
}

function launch(
  { root, port, stateFolder, operatorTokenSha256, secretsFile }: LocalWorkerOptions,
  bundle: string,
): Launched {
  const child = spawn(
    process.execPath,
    [
      wrangler(root),
      "dev",
      bundle,
      "--no-bundle",
      // The bundle may lie outside the project, where the tool would not look for it.
      `--config=${join(root, "wrangler.toml")}`,
      `--port=${port}`,
      "--ip=localhost",
      `--persist-to=${stateFolder}`,
      `--var=OPERATOR_TOKEN_SHA256:${operatorTokenSha256}`,
      // Nothing stands between a local worker and who asks it, so no header is to be believed.
      "--var=CLIENT_ADDRESS_HEADER:-",
      `--var=PUBLIC_ORIGIN:http://localhost:${port}`,
      ...(secretsFile === undefined ? [] : [`--env-file=${secretsFile}`]),
      "--show-interactive-dev-session=false",
      "--log-level=error",
      "--inspector-port=0",
    ],
    { cwd: root, stdio: ["ignore", "pipe", "pipe"], detached: true },
  );
  const log = join(stateFolder, "worker.log");
  const file = openSync(log, "w");
  const output: Output = { text: "", bytes: 0 };
  const keep = (chunk: Buffer): void => {
    writeSync(file, chunk);
    output.text = `${output.text}${chunk.toString()}`.slice(-20_000);
    output.bytes += chunk.length;
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  child.once("close", () => closeSync(file));
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
  });
  return { process: child, output, log, ended };
}

/** Waits for the first answer; a sentence without its stop when there will be none. */
async function waitForAnswer(
  { report, signal: interrupted, idleLimitMs = IDLE_LIMIT_MS }: LocalWorkerOptions,
  url: string,
  child: ChildProcess,
  output: Output,
): Promise<string | undefined> {
  const started = performance.now();
  const look = (): Look => ({
    at: performance.now(),
    activity: child.pid === undefined ? undefined : activityOf(child.pid),
    printed: output.bytes,
  });
  const isHopeless = createPatience(look(), idleLimitMs);
  while (!(await answers(url))) {
    // Not right after the question, which keeps the worker busy for a moment.
    await sleep(100);
    if (interrupted?.aborted === true) return "The start was interrupted";
    if (child.exitCode !== null || child.signalCode !== null) {
      return `The worker ended (${child.signalCode ?? `exit code ${child.exitCode}`}) before it answered`;
    }
    if (output.text.includes("[ERROR]")) return "The worker did not start";
    if (isHopeless(look())) {
      return `The worker at ${url} did not answer, and did nothing for ${(idleLimitMs / 1000).toFixed(0)} s`;
    }
    report?.(`waiting for ${url} to answer (${((performance.now() - started) / 1000).toFixed(0)} s)`);
  }
  return undefined;
}

function lastLines(output: string): string {
  const text = output.trim();
  return text === "" ? "" : `\n${text.split("\n").slice(-20).join("\n")}`;
}

/** The whole process group: wrangler and the workerd below it. */
function signal(child: ChildProcess, name: "SIGTERM" | "SIGKILL"): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    process.kill(-child.pid, name);
  } catch {
    // it ended in between
  }
}

async function answers(url: string): Promise<boolean> {
  // While the bundle is being made the port accepts connections and stays silent.
  return fetch(`${url}/healthz`, { signal: AbortSignal.timeout(1_000) }).then(
    (response) => response.ok,
    () => false,
  );
}
