/**
 * What checking a tree costs over parsing its Markdown, which every check must do; and that ten trees cost ten times
 * one. Without markdownlint, which is measured by itself on one tree.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { checkFiles, type TreeFile } from "#core/standards/checking/check-files.ts";
import { parseMarkdown } from "#core/standards/markdown/parse-markdown.ts";

import { runBenches, type Bench } from "./harness.ts";

/** The real corpus beside the repository, else the content of the repository. */
const FOLDER =
  ["../shared/corpus/scs/standards-repo/Standards", "standards-src/documents"].find((path) => existsSync(path)) ?? ".";

const texts = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".md"))
  .map((name) => ({ name, text: readFileSync(join(FOLDER, name), "utf8") }));

/** Several trees as one: each copy has numbers of its own (`scs-3100` for `scs-0100`), so that no two documents collide. */
function treeOf(copies: number): readonly { readonly file: TreeFile; readonly text: string }[] {
  return Array.from({ length: copies }, (_value, copy) =>
    texts.map(({ name, text }) => {
      const renumber = (old: string): string => old.replace(/scs-0(\d{3})/g, `scs-${copy}$1`);
      const copied = renumber(text);
      return { file: { path: renumber(name), bytes: new TextEncoder().encode(copied) }, text: copied };
    }),
  ).flat();
}

function benchOf(copies: number, withStyle: boolean): Bench {
  const tree = treeOf(copies);
  const files = tree.map(({ file }) => file);
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return {
    name: `check ${files.length} documents, ${Math.round(size / 1000)} kB${withStyle ? ", with markdownlint" : ""}`,
    subject: () => checkFiles(files, { isComplete: true, withStyle }),
    peerName: "parsing",
    peer: () => tree.map(({ text }) => parseMarkdown(text).children.length),
    size,
    ...(withStyle ? {} : { series: "check documents" }),
  };
}

/** One tree, ten trees, and one with markdownlint. */
export const benches: readonly Bench[] = [benchOf(1, false), benchOf(10, false), benchOf(1, true)];

if (import.meta.main) await runBenches("Checking documents", benches, process.argv.slice(2));
