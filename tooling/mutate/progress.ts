import type { Watcher } from "./test-mutants.ts";
import { isNoticed } from "./report.ts";

/** A line so often, so that a log of CI stays readable. */
const EVERY_MS = 15_000;

/** Prints how far a project is, and how long the rest will take at this pace. */
export function watch(project: string, files: number, mutants: number, print: (text: string) => void): Watcher {
  const [dry, tried] = [counter(`${project}: dry run`, files, print), counter(`${project}: mutants`, mutants, print)];
  let survived = 0;
  return {
    dryRun: ({ failed }) => {
      for (const name of failed) print(`Left out, it fails without any mutant: ${name}\n`);
      dry("");
    },
    verdict: (verdict) => {
      if (!isNoticed(verdict)) survived += 1;
      tried(`, ${survived} not noticed`);
    },
  };
}

function counter(name: string, total: number, print: (text: string) => void): (note: string) => void {
  let [count, started, last] = [0, 0, 0];
  return (note) => {
    const now = performance.now();
    if (count === 0) started = now;
    count += 1;
    if ((count < 3 || now - last < EVERY_MS) && count < total) return;
    last = now;
    const seconds = Math.round((((now - started) / Math.max(1, count - 1)) * (total - count)) / 1000);
    const rest = count < total ? `, about ${Math.floor(seconds / 60)} min ${seconds % 60} s left` : "";
    print(`${name} ${count} of ${total}${note}${rest}\n`);
  };
}
