/** Search and past days as readers use them, with scripts and without. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import type { AxeResults } from "axe-core";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { ensureChromium } from "../../tooling/gate/chromium.ts";
import { publishTree } from "../../tooling/publishing/publish-tree.ts";
import { readTree } from "../../tooling/publishing/read-tree.ts";
import { ROOT, startStele, type TestStele } from "../harness.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const DAY = "/as-of/2024-03-01";

let stele: TestStele;
let browser: Browser;

beforeAll(async () => {
  stele = await startStele();
  const server = { url: stele.url, token: stele.operatorToken };
  const tree = await readTree(join(ROOT, "standards-src"));
  await publishTree(server, tree, undefined, { kind: "past", at: new Date("2024-02-01T12:00:00Z") });
  browser = await chromium.launch({ executablePath: ensureChromium(() => undefined), args: ["--no-sandbox"] });
});

afterAll(async () => {
  await browser?.close();
  await stele?.close();
});

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(stele.url + path);
  return page;
}

async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate<AxeResults>("axe.run()");
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

test("results come while the reader types, the cursor stays, and the address can be shared", async () => {
  const page = await open("/search");
  await page.locator("input[name=q]").pressSequentially("flavor nam");
  await page.locator(".search-results li").first().waitFor();
  await page.waitForURL(/q=flavor\+nam/);
  expect(await page.locator(".search-results a").first().getAttribute("href")).toContain("scs-0100");
  expect(await page.evaluate("document.activeElement.name")).toBe("q");
  expect(await page.locator("mark").count()).toBeGreaterThan(0);
  await page.locator("select[name=track]").selectOption("KaaS");
  await page.waitForURL(/track=KaaS/);
  await page.context().close();
});

test("without scripts the form finds the same", async () => {
  const page = await open("/search", { javaScriptEnabled: false });
  await page.locator("input[name=q]").fill("0100");
  await page.locator(".search-form button").click();
  expect(await page.locator(".search-results a").first().getAttribute("href")).toContain("scs-0100");
  await page.context().close();
});

test.each(["light", "dark"] as const)(
  "results and past days have no fault that axe-core finds, %s",
  async (colorScheme) => {
    for (const path of ["/search?q=flavor", "/search?q=nothingatall", `${DAY}/standards`, "/as-of"]) {
      const page = await open(path, { colorScheme });
      expect([path, await axeViolations(page)]).toEqual([path, []]);
      await page.context().close();
    }
  },
);

test("results and past days fit a narrow screen", async () => {
  for (const path of ["/search?q=scs", `${DAY}/standards/scs-0100-v3-flavor-naming`, "/as-of"]) {
    const page = await open(path, { viewport: { width: 320, height: 800 } });
    expect([path, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([path, 320]);
    await page.context().close();
  }
});

test("a reader of a past day stays in it, and the banner leads back to today", async () => {
  const page = await open(`${DAY}/standards`);
  await page.locator("main .title-link").first().click();
  expect(new URL(page.url()).pathname).toMatch(/^\/as-of\/2024-03-01\/standards\/scs-/);
  await page.getByRole("link", { name: "Today’s page" }).click();
  expect(new URL(page.url()).pathname).toMatch(/^\/standards\/scs-/);
  await page.context().close();
});
