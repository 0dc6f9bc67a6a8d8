/**
 * What the careful pipeline (syntax tree with places, admonitions, sanitizer, anchors, highlighting) costs against a plain
 * Markdown converter. It is paid once per content, when a document is published, never by a reader.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import MarkdownIt from "markdown-it";

import { parseMarkdown } from "#core/standards/markdown/parse-markdown.ts";
import { renderMarkdown } from "#core/standards/rendering/render-markdown.ts";

import { runBenches, type Bench } from "./harness.ts";

/** The real corpus beside the repository, else the content of the repository. */
const FOLDER = ["../shared/corpus/scs/standards-repo/Standards", "standards-src/documents"].find((path) =>
  existsSync(path),
);

const texts = readdirSync(FOLDER ?? ".")
  .filter((name) => name.endsWith(".md"))
  .map((name) => readFileSync(join(FOLDER ?? ".", name), "utf8"));
const kilobytes = Math.round(texts.reduce((sum, text) => sum + text.length, 0) / 1000);
const markdownIt = new MarkdownIt();

/** All documents once through each. */
export const benches: readonly Bench[] = [
  {
    name: `render ${texts.length} documents, ${kilobytes} kB`,
    subject: () => texts.map((text) => renderMarkdown(parseMarkdown(text), text, (url) => url).html.length),
    peerName: "markdown-it",
    peer: () => texts.map((text) => markdownIt.render(text.replace(/^---\n[\s\S]*?\n---\n/, "")).length),
  },
];

if (import.meta.main) await runBenches("Rendering", benches, process.argv.slice(2));
