/**
 * Loads the modules that are named as arguments and prints, as JSON, each regular expression that one of them made with
 * `RegExp(…)` meanwhile: what is put together from constants is known only to the program that ran.
 */
import { pathToFileURL } from "node:url";

/** A regular expression and the module that made it. */
export interface PatternMadeOnLoad {
  /** Address of the module, `file:///…`. */
  readonly module: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
}

const made: PatternMadeOnLoad[] = [];

globalThis.RegExp = new Proxy(RegExp, {
  construct(target, args, newTarget) {
    return record(Reflect.construct(target, args, newTarget) as RegExp);
  },
  apply(target, self, args) {
    return record(Reflect.apply(target, self, args) as RegExp);
  },
});

function record(pattern: RegExp): RegExp {
  const frame = (new Error().stack ?? "").split("\n")[3] ?? "";
  const [, line = ""] = /:(\d+):\d+\)?$/.exec(frame) ?? [];
  const module = frame.slice(Math.max(0, frame.indexOf("file://")), frame.lastIndexOf(`:${line}:`));
  made.push({ module, line: Number(line), source: pattern.source, flags: pattern.flags });
  return pattern;
}

for (const path of process.argv.slice(2)) await import(pathToFileURL(path).href);
process.stdout.write(JSON.stringify(made));
