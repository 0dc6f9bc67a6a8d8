/**
 * What it costs to compare two rendered documents, reading them included, against a general diff library over the same
 * text: by words, which is what a reader wants, and by lines, which is the least that can be done.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { diffLines, diffWords } from "diff";

import { compareTexts } from "#core/standards/comparison/compare-texts.ts";
import { readBlocks } from "#core/standards/comparison/read-blocks.ts";
import { parseMarkdown } from "#core/standards/markdown/parse-markdown.ts";
import { renderMarkdown } from "#core/standards/rendering/render-markdown.ts";

import { runBenches, type Bench } from "./harness.ts";

/** The real corpus beside the repository, else the content of the repository. */
const FOLDER = ["../shared/corpus/scs/standards-repo/Standards", "standards-src/documents"].find((path) =>
  existsSync(path),
);

const [before = "", after = ""] = ["v2", "v3"].map((version) =>
  readFileSync(join(FOLDER ?? ".", `scs-0100-${version}-flavor-naming.md`), "utf8"),
);
const [beforeHtml, afterHtml] = [before, after].map(
  (text) => renderMarkdown(parseMarkdown(text), text, (url) => url).html,
);
const kilobytes = Math.round((before.length + after.length) / 2000);
const name = `compare two documents of ${kilobytes} kB`;
const subject = (): number => compareTexts(readBlocks(beforeHtml ?? ""), readBlocks(afterHtml ?? "")).length;

/** The longest pair of versions, against words and lines of the library. */
export const benches: readonly Bench[] = [
  { name, subject, peerName: "diff, by words", peer: () => diffWords(before, after).length },
  { name, subject, peerName: "diff, by lines", peer: () => diffLines(before, after).length },
];

if (import.meta.main) await runBenches("Comparing documents", benches, process.argv.slice(2));
