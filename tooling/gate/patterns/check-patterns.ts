import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { ACCEPTED_PATTERNS, type AcceptedPattern } from "./accepted-patterns.ts";
import { findPatterns, holdsCode, type MadePattern } from "./find-patterns.ts";
import { judgePattern, type Judgement } from "./judge-pattern.ts";
import type { PatternMadeOnLoad } from "./made-on-load.ts";

/** What is shipped, and what ships it. */
const FOLDERS = ["core", "site", "workers", "tooling"];
/** Validators: the patterns of schemas as they run. */
const COMPILED = "schemas/compiled";
/** Tools that read our own sources and sample documents only; nobody sends them anything, and they are not shipped. */
const OWN_TOOLS = ["tooling/verdicts/", "tooling/mutate/"];
const MEMORY = "dist/judged-patterns.json";

/** A pattern where it stands. */
export interface PlacedPattern {
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
}

/** Code that makes a pattern while the program runs. */
interface PlacedMaking extends MadePattern {
  readonly file: string;
}

/**
 * Judges every regular expression of the repository's code. Answers how many there are; throws with a line for each whose time
 * grows faster than the text, and for each that is made of values nobody knows before, unless the table of accepted ones names it.
 */
export function checkPatterns(root: string): string {
  const { patterns, makings } = collect(root);
  const judge = rememberVerdicts(join(root, MEMORY));
  const faults = [...refusals(patterns, makings, (pattern) => judge.of(pattern))];
  judge.save();
  if (faults.length > 0) throw new Error(faults.join("\n"));
  const distinct = new Set(patterns.map(nameOf)).size;
  return `${patterns.length} regular expressions, ${distinct} different ones judged, ${ACCEPTED_PATTERNS.length} accepted by name`;
}

/** One line for each pattern that may not be, and for each accepted one that is not there. */
export function* refusals(
  patterns: readonly PlacedPattern[],
  makings: readonly PlacedMaking[],
  judge: (pattern: PlacedPattern) => Judgement,
  accepted: readonly AcceptedPattern[] = ACCEPTED_PATTERNS,
): Iterable<string> {
  const used = new Set<AcceptedPattern>();
  const isAccepted = (file: string, pattern: string): boolean => {
    const entry = accepted.find((one) => one.file === file && one.pattern === pattern);
    if (entry !== undefined) used.add(entry);
    return entry !== undefined;
  };
  for (const pattern of patterns) {
    const fault = judge(pattern);
    if (fault === undefined || isAccepted(pattern.file, nameOf(pattern))) continue;
    yield `${pattern.file}:${pattern.line} ${nameOf(pattern)}: ${fault}. Write it so that each character is read a bounded number of times, or read the text by hand.`;
  }
  for (const { file, line, code, isMadeOnLoad } of makings) {
    if (isMadeOnLoad || isAccepted(file, code)) continue;
    yield `${file}:${line} ${code} makes a pattern of values that are not known before. Make it of constants when the module is loaded, or compare texts instead.`;
  }
  for (const entry of accepted) {
    if (!used.has(entry)) yield `${entry.pattern} is accepted in ${entry.file} but not needed there; remove it.`;
  }
}

function nameOf({ source, flags }: Pick<PlacedPattern, "source" | "flags">): string {
  return `/${source}/${flags}`;
}

function collect(root: string): {
  readonly patterns: readonly PlacedPattern[];
  readonly makings: readonly PlacedMaking[];
} {
  const patterns: PlacedPattern[] = [];
  const makings: PlacedMaking[] = [];
  for (const file of codeFiles(root)) {
    const { found, made } = findPatterns(file, readFileSync(join(root, file), "utf8"));
    patterns.push(...found.map((one) => ({ file, ...one })));
    makings.push(...made.map((one) => ({ file, ...one })));
  }
  const modules = [...new Set(makings.filter(({ isMadeOnLoad }) => isMadeOnLoad).map(({ file }) => file))];
  const made = patternsMadeOnLoad(root, modules);
  for (const file of modules) {
    const own = made.filter((one) => one.file === file);
    if (own.length === 0) throw new Error(`${file} made none of its patterns when it was loaded.`);
    patterns.push(...own);
  }
  return { patterns, makings };
}

function codeFiles(root: string): string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...FOLDERS], {
    cwd: root,
    encoding: "utf8",
  });
  const compiled = readdirSync(join(root, COMPILED)).map((name) => `${COMPILED}/${name}`);
  const shipped = listed.split("\n").filter((file) => !OWN_TOOLS.some((folder) => file.startsWith(folder)));
  const files = [...shipped, ...compiled].filter(holdsCode);
  return files.filter((file) => existsSync(join(root, file)));
}

function patternsMadeOnLoad(root: string, files: readonly string[]): PlacedPattern[] {
  if (files.length === 0) return [];
  const script = join(dirname(fileURLToPath(import.meta.url)), "made-on-load.ts");
  const paths = files.map((file) => join(root, file));
  const output = execFileSync(process.execPath, [script, ...paths], { cwd: root, encoding: "utf8" });
  const made = JSON.parse(output) as PatternMadeOnLoad[];
  return made.flatMap(({ module, line, source, flags }) => {
    const at = module === "" ? -1 : paths.indexOf(fileURLToPath(module));
    return at < 0 ? [] : [{ file: files[at] ?? "", line, source, flags }];
  });
}

/** Verdicts of earlier runs: judging all anew takes a minute. */
function rememberVerdicts(path: string) {
  const version = createHash("sha256")
    .update(readFileSync(fileURLToPath(import.meta.resolve("recheck/package.json"))))
    .update(readFileSync(new URL("judge-pattern.ts", import.meta.url)))
    .digest("hex");
  const known = new Map<string, string>(read(path, version));
  const asked = new Map<string, string>();
  return {
    of(pattern: PlacedPattern): Judgement {
      const name = nameOf(pattern);
      const fault = known.get(name) ?? judgePattern(pattern.source, pattern.flags) ?? "";
      known.set(name, fault);
      asked.set(name, fault);
      return fault === "" ? undefined : fault;
    },
    /** Only what was asked for in this run stays. */
    save(): void {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify({ version, verdicts: [...asked] }));
    },
  };
}

function read(path: string, version: string): [string, string][] {
  if (!existsSync(path)) return [];
  const memory = JSON.parse(readFileSync(path, "utf8")) as { version: string; verdicts: [string, string][] };
  return memory.version === version ? memory.verdicts : [];
}
