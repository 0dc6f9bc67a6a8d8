import { table } from "#core/base/table.ts";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { RenderedMarkdown } from "#core/standards/rendering/render-markdown.ts";

const DECLARATION = `import type { RenderedMarkdown } from "#core/standards/rendering/render-markdown.ts";

/** The explanations of \`docs/rules/\`, rendered, by rule id. */
export declare const RULE_PAGES: Readonly<Record<string, RenderedMarkdown>>;
`;

/**
 * Renders the explanations of the rules into a module that the worker loads when somebody asks for one. The renderer is
 * imported here and not above, because it needs validators that may not be compiled yet.
 */
export async function buildRulePages(root: string): Promise<void> {
  const { parseMarkdown } = await import("#core/standards/markdown/parse-markdown.ts");
  const { renderMarkdown } = await import("#core/standards/rendering/render-markdown.ts");
  const folder = join(root, "docs/rules");
  const pages: Record<string, RenderedMarkdown> = table({});
  for (const name of (await readdir(folder)).sort()) {
    if (!name.endsWith(".md") || name === "README.md") continue;
    const text = await readFile(join(folder, name), "utf8");
    const resolveLink = (url: string): string => url.replace(/^(?:\.\/)?([\w/-]+)\.md(#.*)?$/, "/docs/rules/$1$2");
    pages[name.slice(0, -".md".length)] = renderMarkdown(parseMarkdown(text), text, resolveLink);
  }
  const target = join(root, "site/compiled");
  await mkdir(target, { recursive: true });
  await writeIfChanged(join(target, "rule-pages.js"), `export const RULE_PAGES = ${JSON.stringify(pages)};\n`);
  await writeIfChanged(join(target, "rule-pages.d.ts"), DECLARATION);
}

async function writeIfChanged(path: string, text: string): Promise<void> {
  if ((await readFile(path, "utf8").catch(() => undefined)) !== text) await writeFile(path, text);
}
