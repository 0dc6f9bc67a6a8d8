/** SBOMs in a real browser: the check that uploads nothing, the tree that opens, a document of 40,000 components. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import type { AxeResults } from "axe-core";
import { chromium, type Browser, type BrowserContextOptions, type Page, type Request } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { checkSbom } from "#core/sboms/checking/check-sbom.ts";

import { ensureChromium } from "../../tooling/gate/chromium.ts";
import { startStele, type TestStele } from "../harness.ts";
import { TEST_LIMIT_MS } from "../../tooling/gate/test-limit.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const TOKEN = "token-of-the-browser-tests";

/** Valid; every profile finds something missing. */
const VALID = `{
  "bomFormat": "CycloneDX",
  "specVersion": "1.6",
  "version": 1,
  "metadata": {
    "timestamp": "2026-11-01T08:00:00Z",
    "component": { "bom-ref": "app", "type": "application", "name": "sample-shop", "version": "1.4.0" }
  },
  "components": [
    {
      "bom-ref": "lib",
      "type": "library",
      "name": "left-pad",
      "version": "1.3.0",
      "purl": "pkg:npm/left-pad@1.3.0",
      "licenses": [{ "license": { "id": "MIT" } }, { "license": { "id": "WTFPL" } }]
    }
  ],
  "dependencies": [{ "ref": "app", "dependsOn": ["lib", "forgotten"] }]
}
`;
/** With licenses that a machine can repair. */
const FAULTY = VALID.replace('"MIT"', '"mit"').replace('"WTFPL"', '"wtfpl"');

let stele: TestStele;
let browser: Browser;
let long: string;
let short: string;

beforeAll(async () => {
  stele = await startStele();
  const hash = `sha256:${createHash("sha256").update(TOKEN).digest("hex")}`;
  await stele.env.DB.batch([
    stele.env.DB.prepare("INSERT INTO account (subject, demo) VALUES ('uploader', 0)"),
    stele.env.DB.prepare("INSERT INTO api_key (hash, subject) VALUES (?1, 'uploader')").bind(hash),
  ]);
  short = await publish(VALID);
  long = await publish(manyComponents(40_000));
  browser = await chromium.launch({ executablePath: ensureChromium(() => undefined), args: ["--no-sandbox"] });
});
afterAll(async () => {
  await browser?.close();
  await stele?.close();
});

function manyComponents(count: number): string {
  const components = Array.from({ length: count }, (_nothing, index) => ({
    type: "library",
    "bom-ref": `c${index}`,
    name: `package-${index}`,
    version: `${index}.0.0`,
    purl: `pkg:npm/package-${index}@${index}.0.0`,
  }));
  const dependencies = components.slice(1).map((component, index) => ({
    ref: `c${index >> 3}`,
    dependsOn: [component["bom-ref"]],
  }));
  return JSON.stringify({
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: { type: "application", name: "Forty thousand", "bom-ref": "subject" } },
    components,
    dependencies: [{ ref: "subject", dependsOn: ["c0"] }, ...dependencies],
  });
}

/** Publishes through the public door and waits where it asks to; answers the path of the page. */
async function publish(body: string): Promise<string> {
  const response = await fetch(`${stele.url}/api/v1/sboms`, {
    method: "POST",
    body,
    headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
  });
  let answer: unknown = await response.json();
  const location = response.headers.get("location") ?? "";
  for (;;) {
    const { page, state } = answer as { page?: string; state?: string };
    if (page !== undefined) return page;
    if (state !== "waiting" && state !== "checking") throw new Error(`Not published: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    answer = await (await fetch(stele.url + location)).json();
  }
}

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    reducedMotion: "reduce",
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(TEST_LIMIT_MS);
  await page.goto(stele.url + path, { waitUntil: "networkidle" });
  return page;
}

async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>(`axe.run({ runOnly: ${JSON.stringify(AXE_TAGS)} })`);
  const excess = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  return excess > 0 ? [...found, `${excess} px too wide`] : found;
}

const SCREENS = [
  { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { colorScheme: "dark", viewport: { width: 1280, height: 900 } },
  { colorScheme: "light", viewport: { width: 390, height: 844 } },
  { colorScheme: "dark", viewport: { width: 320, height: 640 } },
] as const;

test.each(SCREENS)(
  "pages of short and long documents are accessible and fit, $colorScheme, $viewport.width px",
  async (screen) => {
    const page = await open("/sboms", screen);
    for (const path of [
      "/sboms?q=nothing&format=SPDX",
      long,
      `${long}?sort=-name&type=library`,
      `${long}?profile=bsi-tr-03183-2&lang=de`,
      `${long}/components/39999`,
      `${long}/dependencies`,
      `${long}/dependencies?at=5`,
      `${long}/source?at=/components/20000/purl`,
      short,
      `${short}/findings`,
      `${short}/source?at=/components/0`,
      `${short}/diff${long.slice("/sboms".length)}`,
    ]) {
      await page.goto(stele.url + path);
      expect([path, ...(await faultsOf(page))]).toEqual([path]);
    }
    await page.context().close();
  },
);

async function openCheck(options: BrowserContextOptions = {}): Promise<{ page: Page; requests: Request[] }> {
  const page = await open("/check/sbom", options);
  const requests: Request[] = [];
  page.context().on("request", (request) => requests.push(request));
  return { page, requests };
}

async function choose(page: Page, text: string): Promise<void> {
  await page
    .locator("#check-file")
    .setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(text) });
}

/** Waits for the verdict of a check. */
async function verdict(page: Page): Promise<string> {
  const status = page.locator("#check-status").filter({ hasText: /^(?:Valid|Not valid)/ });
  await status.waitFor();
  return status.innerText();
}

test("the check in the browser says what the core says, and nothing of the file leaves", async () => {
  const { page, requests } = await openCheck();
  await choose(page, FAULTY);
  await verdict(page);
  const expected = await checkSbom(new TextEncoder().encode(FAULTY), { path: "x.json" });
  const rules = await page.locator("#check-findings li .finding-head code").allInnerTexts();
  expect(rules).toEqual(expected.findings.map(({ ruleId }) => ruleId));
  expect(rules.length).toBeGreaterThan(1);
  // Parts of the program, from us, one validator of all; the addresses say nothing about the file but its format.
  expect(requests.length).toBeGreaterThan(0);
  for (const request of requests) {
    expect([request.method(), request.postData()]).toEqual(["GET", null]);
    expect(request.url()).toMatch(
      new RegExp(`^${stele.url}/assets/(?:check-sbom-engine|cyclonedx-1\\.6)-[0-9a-f]{10}\\.js$`),
    );
  }
  await page.context().close();
});

test("a dropped file is checked, its findings lead to the source, repairs are applied and downloaded", async () => {
  const { page } = await openCheck();
  const transfer = await page.evaluateHandle(`(() => {
    const data = new DataTransfer();
    data.items.add(new File([${JSON.stringify(FAULTY)}], "dropped.cdx.json", { type: "application/json" }));
    return data;
  })()`);
  await page.dispatchEvent("#check", "drop", { dataTransfer: transfer });
  expect(await verdict(page)).toContain("Not valid");
  await page.locator("#check-findings .finding-head button").first().click();
  await page.locator("#check-source mark").waitFor();
  await page.locator("#check-repair-all").click();
  await page
    .locator("#check-status")
    .filter({ hasText: /^Valid.*Repairs made: \d+\.$/ })
    .waitFor();
  expect(await page.locator("#check-repair-all").isVisible()).toBe(false);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#check-download").click()]);
  expect(download.suggestedFilename()).toBe("dropped.cdx.json");
  const repaired = readFileSync(await download.path());
  expect(await checkSbom(repaired, { path: "x" })).toMatchObject({ isValid: true, counts: { error: 0 } });
  expect(JSON.parse(repaired.toString())).toMatchObject({
    components: [{ licenses: [{ license: { id: "MIT" } }, { license: { id: "WTFPL" } }] }],
  });
  await page.context().close();
});

test.each([
  [
    "SPDX 2.3",
    JSON.stringify({ spdxVersion: "SPDX-2.3", SPDXID: "SPDXRef-DOCUMENT", name: "x" }),
    "Not valid",
    "spdx-2.3",
  ],
  ["XML", "<bom xmlns='http://cyclonedx.org/schema/bom/1.6'/>", "Not valid", undefined],
])("%s loads only what it needs", async (_name, text, words, validator) => {
  const { page, requests } = await openCheck();
  await choose(page, text);
  expect(await verdict(page)).toContain(words);
  const loaded = requests.map((request) => /assets\/(.*)-[0-9a-f]{10}\.js$/.exec(request.url())?.[1]);
  expect(new Set(loaded)).toEqual(new Set(["check-sbom-engine", ...(validator === undefined ? [] : [validator])]));
  await page.context().close();
});

test.each(SCREENS)("the verdict with its profiles is accessible, $colorScheme, $viewport.width px", async (screen) => {
  const { page } = await openCheck(screen);
  await choose(page, VALID);
  expect(await verdict(page)).toContain("Valid");
  await page.locator("#check-language").selectOption("de");
  for (const summary of await page.locator("#check-profiles summary").all()) await summary.click();
  expect(await page.locator('#check-profiles ul[lang="de"]').count()).toBeGreaterThan(0);
  await page.locator("#check-profiles .link-button").first().click();
  await page.locator("#check-source mark").first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.context().close();
});

test("the tree opens level by level with the keyboard, and closes again", async () => {
  const page = await open(`${long}/dependencies`);
  const first = page.locator("#tree-list > li > .tree-button");
  await first.focus();
  await page.keyboard.press("Enter");
  const second = page.locator("#tree-list .tree-branch > ul > li > .tree-button");
  await second.first().waitFor();
  expect(await first.getAttribute("aria-expanded")).toBe("true");
  expect(await second.count()).toBe(8);
  await second.first().press("Space");
  await page.locator("#tree-list .tree-branch .tree-branch > ul > li").first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await first.press("Enter");
  expect(await page.locator("#tree-list > li > .tree-branch").isVisible()).toBe(false);
  await page.context().close();
});

test("without scripts tree, filters and order are links and forms", async () => {
  const page = await open(`${long}/dependencies`, { javaScriptEnabled: false });
  await page.locator("#tree-list .tree-more").first().click();
  expect(await page.locator("h1").innerText()).toBe("package-0 0.0.0");
  await page.goto(stele.url + long);
  await page.locator("#components ~ form input[name=q]").fill("package-39999");
  await page.locator("#components ~ form button").click();
  expect(await page.locator("tbody tr[id^=component-]").count()).toBe(1);
  await page.locator("thead a").first().click();
  expect(new URL(page.url()).search).toBe("?q=package-39999&sort=name");
  await page.context().close();
});
