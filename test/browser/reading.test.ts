/** What a reader does: load, look, choose a theme, walk by keyboard, read without scripts, print. */
import { gzipSync } from "node:zlib";

import { afterAll, beforeAll, expect, test } from "vitest";

import { expectLight, measureColdLoad } from "./cold-load.ts";
import { openSite, type OpenSite } from "./open-site.ts";

const STANDARD = "/standards/scs-0100-v3-flavor-naming";

let site: OpenSite;
beforeAll(async () => {
  site = await openSite({ isCrawled: false });
});
afterAll(() => site?.close());

test("a cold load takes at most 5 requests and 35 kB, all from us, moves nothing and breaks no policy", async () => {
  const page = await site.open();
  const load = await measureColdLoad(page, site.url + STANDARD);
  console.log(`${STANDARD}: ${load.requests.length} requests, ${load.bytes} bytes`);
  expectLight(load, site.url);
  await page.context().close();
});

test("no script is in the way of the reader, on a machine of a quarter of the speed", async () => {
  const page = await site.open();
  const debug = await page.context().newCDPSession(page);
  await debug.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const scripts: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(site.url + STANDARD, { waitUntil: "networkidle" });
  const blocking = await page.evaluate<number>(`new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) sum += duration - 50; })
      .observe({ type: "longtask", buffered: true });
    setTimeout(() => resolve(sum), 500);
  })`);
  const bytes = (await Promise.all(scripts)).reduce((sum, one) => sum + one, 0);
  // Times are told, not judged: the machine may be busy with something else.
  console.log(`${STANDARD}: total blocking time ${Math.round(blocking)} ms at 4x, scripts ${bytes} bytes`);
  expect(bytes).toBeLessThan(8000);
  await page.context().close();
});

test("the overview is sorted and narrowed in place, and the way back works", async () => {
  const page = await site.open("/standards", { viewport: { width: 1280, height: 900 } });
  await page.evaluate("window.stays = true");
  const first = () => page.locator("section.track tbody tr").first().getAttribute("id");
  const before = await first();
  await page.locator("th a", { hasText: "Number" }).first().click();
  await page.waitForSelector("th[aria-sort=ascending]");
  await page.locator("th a", { hasText: "Number" }).first().press("Enter");
  await page.waitForSelector("th[aria-sort=descending]");
  expect(new URL(page.url()).search).toBe("?sort=-number");
  expect(await first()).not.toBe(before);
  expect(await page.evaluate("document.activeElement.textContent")).toBe("Number");
  await page.goBack();
  await page.waitForSelector("th[aria-sort=ascending]");
  expect(await page.evaluate("window.stays")).toBe(true);
  await page.context().close();
});

test("a row offers a link to itself where the pointer is", async () => {
  const page = await site.open("/decisions", { viewport: { width: 1280, height: 900 } });
  const row = page.locator("tbody tr[id]").first();
  await row.hover();
  expect(await row.locator(".row-anchor").getAttribute("href")).toBe(`#${await row.getAttribute("id")}`);
  await page.context().close();
});

test("without scripts the page is complete, and offers no switch that would not work", async () => {
  const page = await site.open(STANDARD, { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  expect(await page.locator(".theme-switch").isVisible()).toBe(false);
  expect(await page.locator(".toc a").first().isVisible()).toBe(true);
  expect(await page.locator(".tree a[aria-current]").first().isVisible()).toBe(true);
  await page.context().close();
});

test("on a phone the tree and the contents open without scripts", async () => {
  const page = await site.open(STANDARD, { javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  expect(await page.locator(".tree a").first().isVisible()).toBe(false);
  await page.locator(".tree > summary").click();
  expect(await page.locator(".tree a").first().isVisible()).toBe(true);
  await page.locator(".toc > summary").click();
  await page.locator('.toc a[href="#motivation"]').click();
  expect(new URL(page.url()).hash).toBe("#motivation");
  await page.context().close();
});

test("the chosen theme holds on the next page, from its first paint on", async () => {
  const page = await site.open("/", { colorScheme: "light", viewport: { width: 1280, height: 900 } });
  const background = () => page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
  const light = await background();
  await page.locator(".theme-dark").click();
  const dark = await background();
  expect(dark).not.toBe(light);
  // The style sheet and the blocking script come before the body: what is there at the first chance to look stays.
  await page.goto(`${site.url}/standards`, { waitUntil: "commit" });
  await page.waitForSelector("body");
  expect(await background()).toBe(dark);
  await page.locator(".theme-system").click();
  expect(await background()).toBe(light);
  await page.context().close();
});

test.each([1280, 390])("the overview narrows while one types, %i px wide", async (width) => {
  const page = await site.open("/standards", { viewport: { width, height: 900 } });
  await page.locator(".live-filter input").fill("flavor naming");
  expect(await page.locator(".numbers-table tbody tr:visible").count()).toBe(1);
  expect(await page.locator("section.track:visible h2").allInnerTexts()).toEqual(["IaaS"]);
  expect(await page.locator(".live-filter [role=status]").innerText()).toMatch(/^1 of \d+ shown$/);
  await page.locator(".live-filter input").fill("");
  expect(await page.locator("section.track:visible").count()).toBeGreaterThan(3);
  await page.context().close();
});

test("Ctrl-K leads to the search, and there into its field", async () => {
  const page = await site.open("/decisions", { viewport: { width: 1280, height: 900 } });
  await page.keyboard.press("Control+k");
  await page.waitForURL("**/search");
  await page.keyboard.press("Control+k");
  expect(await page.evaluate("document.activeElement.name")).toBe("q");
  await page.context().close();
});

test("the first stop of the keyboard skips to the content", async () => {
  const page = await site.open(STANDARD, { viewport: { width: 1280, height: 900 } });
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.textContent.trim()")).toBe("Skip to content");
  await page.keyboard.press("Enter");
  expect(await page.evaluate("document.activeElement.id")).toBe("content");
  await page.context().close();
});

test("print leaves out the frame and keeps the text, with the addresses of links", async () => {
  const page = await site.open(STANDARD);
  await page.emulateMedia({ media: "print" });
  for (const part of [".top-bar", ".tree", ".aside", ".footer"]) {
    expect(await page.locator(part).first().isVisible()).toBe(false);
  }
  expect(await page.locator("h1").isVisible()).toBe(true);
  const foot = await page.evaluate(`getComputedStyle(document.querySelector(".print-mark")).display`);
  expect(foot).toBe("table-footer-group");
  const address = await page.evaluate(
    `getComputedStyle(document.querySelector('.prose a[href^="http"]'), "::after").content`,
  );
  expect(address).toContain("https://");
  await page.context().close();
});
