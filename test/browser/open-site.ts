/** The published sample content, served by the real worker, seen through a real browser. */
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

import { crawl, type BrokenLink } from "../conformance/crawl.ts";
import { ROOT, startStele } from "../harness.ts";
import { TEST_LIMIT_MS } from "../../tooling/gate/test-limit.ts";
import { ensureChromium } from "../../tooling/gate/chromium.ts";
import { publishTree } from "../../tooling/publishing/publish-tree.ts";
import { readTree } from "../../tooling/publishing/read-tree.ts";
import { applyTreeAccounts, uploadSamples } from "../../tooling/start/upload-samples.ts";

/**
 * Every kind of page that a reader can reach. A crawled page that fits none of these fails the tests: a new kind of page
 * gets its line here and with it all checks of this folder.
 */
const PAGE_TYPES: Readonly<Record<string, RegExp>> = {
  home: /^\/$/,
  "standards overview": /^\/standards$/,
  track: /^\/standards\/[a-z]+$/,
  number: /^\/standards\/[a-z]+\/[a-z]+-\d{4}$/,
  guide: /^\/standards\/certification\/[a-z-]+$/,
  news: /^\/news$/,
  "piece of news": /^\/news\/[^/]+$/,
  "requirements of a document": /^\/standards\/[^/]+\/requirements$/,
  "all requirements": /^\/requirements$/,
  "comparison of two documents": /^\/standards\/[^/]+\/diff\/[^/]+$/,
  citation: /^\/standards\/[^/]+\/cite$/,
  "effective standard": /^\/standards\/scs-0100-v3-/,
  "deprecated standard": /^\/standards\/scs-0100-v2-/,
  "draft decision": /^\/standards\/scs-0111-v1-/,
  supplement: /^\/standards\/[a-z]+-\d{4}-w/,
  document: /^\/standards\/[a-z]+-\d{4}-v/,
  "check of a document": /^\/check$/,
  "the API": /^\/docs\/api$/,
  "rules for documents": /^\/docs\/rules$/,
  "rule for documents": /^\/docs\/rules\/[^/]+$/,
  "badge to embed": /^\/badges\/[^/]+\/[^/]+\/embed$/,
  certificates: /^\/certificates$/,
  certificate: /^\/certificates\/\d{4}-\d{4,}$/,
  "withdrawn certificates": /^\/certificates\/revoked$/,
  verification: /^\/verify$/,
  "table of the monitor": /^\/page\/table(?:_full)?$/,
  "details of the monitor": /^\/page\/detail(?:_full)?\/[^/]+\/[^/]+$/,
  "scope of the monitor": /^\/page\/scope\/[^/]+$/,
  "report of the monitor": /^\/page\/report(?:_full)?\/[^/]+$/,
  report: /^\/certification\/reports\/[^/]+$/,
  "graph of decisions": /^\/decisions\/graph$/,
  decisions: /^\/decisions$/,
  releases: /^\/releases$/,
  release: /^\/releases\/[^/]+$/,
  sboms: /^\/sboms$/,
  "check of an sbom": /^\/check\/sbom$/,
  "component of an sbom": /^\/sboms\/[0-9a-f]+\/components\/\d+$/,
  "dependencies in an sbom": /^\/sboms\/[0-9a-f]+\/dependencies$/,
  "source of an sbom": /^\/sboms\/[0-9a-f]+\/source$/,
  "findings about an sbom": /^\/sboms\/[0-9a-f]+\/findings$/,
  "comparison of two sboms": /^\/sboms\/[0-9a-f]+\/diff\/[0-9a-f]+$/,
  sbom: /^\/sboms\/[0-9a-f]+$/,
  provider: /^\/certification\/providers\/[^/]+$/,
  certification: /^\/certification$/,
  scope: /^\/certification\/scopes\/[^/]+$/,
  search: /^\/search$/,
  "choice of a past day": /^\/as-of$/,
  "status of a cloud": /^\/certification\/[^/]+\/[^/]+$/,
};

/** A site and a browser to look at it. */
export interface OpenSite {
  readonly url: string;
  /** One address per kind of page, `not found` included. */
  readonly pageTypes: ReadonlyMap<string, string>;
  /** Crawled HTML pages of no known kind. */
  readonly strangers: readonly string[];
  /** Links and anchors that lead nowhere, as the crawler tells them. */
  readonly broken: readonly BrokenLink[];
  /** A page in a context of its own; empty without `path`. */
  open(path?: string, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Publishes the samples into a fresh worker and starts the browser. Without crawling it no kinds of pages are known. */
export async function openSite({ isCrawled = true } = {}): Promise<OpenSite> {
  const key = generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" });
  const stele = await startStele({ CREDENTIAL_KEYS: JSON.stringify({ keys: [{ ...key, kid: "k1" }] }) });
  const stateFolder = mkdtempSync(join(tmpdir(), "stele-browser-"));
  const server = { url: stele.url, token: stele.operatorToken };
  const tree = await readTree(join(ROOT, "standards-src"));
  await publishTree(server, tree);
  const samples = { server, tree, stateFolder, now: new Date() };
  await applyTreeAccounts(samples);
  await uploadSamples(samples);
  const browser = await chromium.launch({
    executablePath: ensureChromium(() => undefined),
    args: ["--no-sandbox"],
  });
  const { pages, broken } = isCrawled ? await crawl(stele.url) : { pages: [], broken: [] };
  return {
    url: stele.url,
    broken,
    ...sortPages(pages),
    open: (path, options) => openPage(browser, path === undefined ? undefined : stele.url + path, options),
    close: async () => {
      await browser.close();
      await stele.close();
      rmSync(stateFolder, { recursive: true, force: true });
    },
  };
}

async function openPage(browser: Browser, url?: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(TEST_LIMIT_MS);
  const page = await context.newPage();
  if (url !== undefined) await page.goto(url);
  return page;
}

function sortPages(pages: readonly string[]): Pick<OpenSite, "pageTypes" | "strangers"> {
  const types = Object.entries(PAGE_TYPES);
  const found = types.flatMap(([name, pattern]) => {
    const path = pages.find((page) => pattern.test(pathOf(page)));
    return path === undefined ? [] : [[name, path] as const];
  });
  const isData = (page: string) =>
    /^\/assets\/|\.\w+$|^\/(?:api|badges|reports)\/|\/(?:raw|json|signature)$/.test(pathOf(page));
  const strangers = pages.filter((page) => !isData(page) && !types.some(([, pattern]) => pattern.test(pathOf(page))));
  return { pageTypes: new Map([...found, ["not found", "/no-such-page"]]), strangers };
}

function pathOf(page: string): string {
  return page.split("?")[0] ?? page;
}
