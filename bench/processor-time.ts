/** Processor time of processes, in milliseconds; Linux only, where `/proc` tells it. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** Ticks per second of `/proc/<pid>/stat`; the same on every Linux of today (sysconf(_SC_CLK_TCK)). */
const TICKS_PER_SECOND = 100;

/** What the worker runtimes below this process have used since they began. */
export function runtimeTimeMs(): number {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .reduce((sum, pid) => sum + timeOfRuntime(pid), 0);
}

function timeOfRuntime(pid: string): number {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return 0; // ended in between
  }
  // The name may hold anything but stands in parentheses; fields are counted behind it.
  const name = stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")"));
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (name !== "workerd" || Number(fields[1]) !== process.pid) return 0;
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
}

/** Runs a command to its end; answers what it and everything that it started used. Throws when it fails, with its last words. */
export async function commandTimeMs(
  command: string,
  args: readonly string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
) {
  // The shell's `time` counts children of children too, which Node does not tell.
  const script = 'TIMEFORMAT="%U %S"; time "$@"';
  const child = spawn("bash", ["-c", script, "bash", command, ...args], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => (output += data.toString()));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${output.slice(-2000)}`);
  const [, user = "0", system = "0"] = /([\d.]+) ([\d.]+)\s*$/.exec(output) ?? [];
  return (Number(user) + Number(system)) * 1000;
}
