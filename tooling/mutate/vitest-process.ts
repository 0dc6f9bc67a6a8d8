/**
 * A process of `npm run mutate`: Vitest with one project of ours, in which the mutants are compiled in. It gets an order as
 * its first message and answers with reports. It is a process of its own so that a mutant that blocks it can be killed.
 */
import { join } from "node:path";

import type { Plugin } from "vite";
import { startVitest, type InlineConfig, type Reporter } from "vitest/node";

import config from "../../vitest.config.ts";
import { MARK, type Report, type Work } from "./inside/protocol.ts";
import type { Mutant } from "./mutant.ts";
import { switchMutants } from "./switch-mutants.ts";

/** What the process is to do. */
export interface Order {
  readonly root: string;
  /** A project of `vitest.config.ts`. */
  readonly project: string;
  readonly mutants: readonly Mutant[];
  readonly work: Work;
}

const INSIDE = join(import.meta.dirname, "inside");
const WORK = "virtual:mutation-work";

process.once("message", (order) => void run(order as Order));
// Whoever started us is gone: nobody waits for an answer of this process or of those that it started.
process.once("disconnect", () => process.kill(-process.pid, "SIGKILL"));

async function run(order: Order): Promise<void> {
  const project = findProject(order.project);
  const options = {
    root: order.root,
    config: false,
    watch: false,
    reporters: [new Lines()],
    projects: [
      {
        ...project,
        plugins: [...(project.plugins ?? []), mutationPlugin(order)],
        test: {
          ...project.test,
          include: [join(INSIDE, "door.test.ts")],
          exclude: [],
          runner: join(INSIDE, "runner.ts"),
          isolate: false,
          maxWorkers: 1,
          // A mutant may leave a promise behind that nobody waits for any more.
          dangerouslyIgnoreUnhandledErrors: true,
        },
      },
    ],
  };
  // Snapshots are compared and never written.
  process.env["CI"] = "1";
  const vitest = await startVitest("test", [], options as never);
  await vitest.close();
  process.exit(0);
}

interface Project {
  readonly plugins?: readonly unknown[];
  readonly test: InlineConfig & { readonly name: string };
}

function findProject(name: string): Project {
  const projects = (config.test?.projects ?? []) as unknown as readonly Project[];
  const project = projects.find(({ test }) => test.name === name);
  if (project === undefined) throw new Error(`vitest.config.ts has no project "${name}".`);
  return project;
}

function mutationPlugin({ root, mutants, work }: Order): Plugin {
  const byFile = Map.groupBy(mutants, ({ file }) => join(root, file));
  return {
    name: "stele-mutation",
    enforce: "pre",
    resolveId: (id) => (id === WORK ? `\0${WORK}` : undefined),
    load: (id) => (id === `\0${WORK}` ? `export default ${JSON.stringify(work)}` : undefined),
    transform(code, id) {
      const ours = byFile.get(id);
      return ours === undefined ? undefined : { code: switchMutants(id, code, ours), map: null };
    },
  };
}

/** Takes the reports out of the console and sends them on; the rest is what tests print, and nobody reads it here. */
class Lines implements Reporter {
  onUserConsoleLog(log: { readonly content: string }): void {
    if (log.content.startsWith(MARK)) send(JSON.parse(log.content.slice(MARK.length)) as Report);
  }

  onTestRunEnd(
    modules: readonly { errors(): readonly { message: string }[] }[],
    errors: readonly { message: string }[],
  ): void {
    for (const { message } of [...modules.flatMap((module) => module.errors()), ...errors])
      process.stderr.write(`${message}\n`);
  }
}

function send(report: Report): void {
  process.send?.(report);
}
