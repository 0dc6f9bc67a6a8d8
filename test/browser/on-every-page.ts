/** Every kind of page of the published samples in turn, and what axe-core says of a page. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

import type { OpenSite } from "./open-site.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Runs `check` on every kind of page in turn; answers what it found, with the name of the page. */
export async function onEveryPage(
  site: OpenSite,
  options: Parameters<OpenSite["open"]>[1],
  check: (page: Page) => Promise<readonly string[]>,
): Promise<string[]> {
  const found: string[] = [];
  const page = await site.open(undefined, options);
  for (const [name, path] of site.pageTypes) {
    await page.goto(site.url + path);
    found.push(...(await check(page)).map((text) => `${name} (${path}): ${text}`));
  }
  await page.context().close();
  return found;
}

/** What axe-core finds on a page by WCAG 2.2 A and AA and good practice. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Through the debugger, so that the Content-Security-Policy of the page stays as it is.
  await page.evaluate(AXE);
  const results = await page.evaluate<AxeResults>(`axe.run({ runOnly: ${JSON.stringify(AXE_TAGS)} })`);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 120)} ${node.failureSummary?.replace(/\s+/g, " ").slice(0, 200)}`),
  );
}
