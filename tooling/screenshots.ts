/**
 * Pictures of the site, made by the project itself: `npm run screenshots` starts a Stele with the sample content and
 * writes its kinds of pages in four variants to `dist/screenshots/`, and the one of the README to `docs/screenshot.png`.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";

import { chromium, type Browser } from "playwright-core";

import { generate } from "./build/generate.ts";
import { ensureChromium } from "./gate/chromium.ts";
import { publishTree } from "./publishing/publish-tree.ts";
import { readTree } from "./publishing/read-tree.ts";
import { startLocalWorker } from "./start/local-worker.ts";
import { isPortFree } from "./start/port.ts";
import { applyMigrations } from "./start/wrangler.ts";
import { localOperatorToken } from "./start/operator-token.ts";
import { applyTreeAccounts, uploadSamples } from "./start/upload-samples.ts";

const ROOT = process.cwd();
const OUT = join(ROOT, "dist/screenshots");
const FIRST_PORT = 8800;

/** Name → path, or a list page and the pattern of the link on it that leads to the page. */
const PAGES: Readonly<Record<string, string | { readonly from: string; readonly link: RegExp }>> = {
  home: "/",
  standards: "/standards",
  number: "/standards/iaas/scs-0100",
  standard: "/standards/scs-0100-v3-flavor-naming",
  deprecated: "/standards/scs-0100-v1-flavor-naming",
  decisions: "/decisions",
  graph: "/decisions/graph",
  requirements: "/standards/scs-0100-v3-flavor-naming/requirements",
  comparison: "/standards/scs-0100-v2-flavor-naming/diff/scs-0100-v3-flavor-naming",
  search: "/search?q=flavor",
  release: "/releases/r7",
  guide: "/standards/certification/overview",
  news: "/news",
  api: "/docs/api",
  certification: "/certification",
  cloud: { from: "/certification", link: /^\/certification\/(?!(?:scopes|providers)\/)[^/]+\/[^/]+$/ },
  sbom: { from: "/sboms", link: /^\/sboms\/[0-9a-f]+$/ },
};

const VARIANTS = [
  { name: "wide-light", width: 1280, height: 900, colorScheme: "light" },
  { name: "wide-dark", width: 1280, height: 900, colorScheme: "dark" },
  { name: "phone-light", width: 390, height: 844, colorScheme: "light" },
  { name: "phone-dark", width: 390, height: 844, colorScheme: "dark" },
] as const;

// Inside the project: the worker looks for its configuration in the folders above its bundle.
mkdirSync(join(ROOT, ".stele"), { recursive: true });
const stateFolder = mkdtempSync(join(ROOT, ".stele/screenshots-"));
try {
  await takeAll();
} finally {
  rmSync(stateFolder, { recursive: true, force: true });
}

async function takeAll(): Promise<void> {
  await generate(ROOT);
  await applyMigrations({ root: ROOT, stateFolder });
  const operator = localOperatorToken(join(stateFolder, "operator-token"));
  const launch = { root: ROOT, stateFolder, port: await freePort(), operatorTokenSha256: operator.sha256 };
  const worker = await startLocalWorker(launch);
  const browser = await chromium.launch({ executablePath: ensureChromium(console.log), args: ["--no-sandbox"] });
  try {
    const server = { url: worker.url, token: operator.token };
    const tree = await readTree(join(ROOT, "standards-src"));
    await publishTree(server, tree);
    const samples = { server, tree, stateFolder, now: new Date() };
    await applyTreeAccounts(samples);
    await uploadSamples(samples);
    const paths = await findPages(worker.url);
    for (const variant of VARIANTS) await takeVariant(browser, worker.url, paths, variant);
    await takeForReadme(browser, `${worker.url}${paths.get("standard") ?? "/"}`);
  } finally {
    await browser.close();
    await worker.stop();
  }
}

async function findPages(url: string): Promise<ReadonlyMap<string, string>> {
  const paths = new Map<string, string>();
  for (const [name, page] of Object.entries(PAGES)) {
    const path = typeof page === "string" ? page : await findLink(url + page.from, page.link);
    if (path === undefined) console.log(`No page to show for ${name}`);
    else paths.set(name, path);
  }
  return paths;
}

async function findLink(url: string, pattern: RegExp): Promise<string | undefined> {
  const html = await (await fetch(url)).text();
  return [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? "").find((href) => pattern.test(href));
}

async function takeVariant(
  browser: Browser,
  url: string,
  paths: ReadonlyMap<string, string>,
  { name: variant, width, height, colorScheme }: (typeof VARIANTS)[number],
): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, deviceScaleFactor: 1 });
  const page = await context.newPage();
  for (const [name, path] of paths) {
    await page.goto(url + path, { waitUntil: "networkidle" });
    const file = join(OUT, `${name}-${variant}.png`);
    await page.screenshot({ path: file });
    console.log(file);
  }
  await context.close();
}

async function takeForReadme(browser: Browser, url: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5 });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: "networkidle" });
  await page.screenshot({ path: join(ROOT, "docs/screenshot.png") });
  await context.close();
}

async function freePort(): Promise<number> {
  let port = FIRST_PORT;
  while (!(await isPortFree(port))) port += 1;
  return port;
}
