/** Diagrams: drawn late, from our own origin, where nothing of them can run; and never needed. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { openSite, type OpenSite } from "./open-site.ts";

const WITH_DIAGRAM = "/standards/scs-0001-v1-sovereign-cloud-standards";
const CODE = "code.language-mermaid";

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

test("a diagram is drawn when it comes near, by the library of this site, against no policy", async () => {
  const page = await site.open(undefined, { viewport: { width: 1280, height: 800 } });
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  await page.goto(site.url + WITH_DIAGRAM, { waitUntil: "networkidle" });
  expect(requests.filter((url) => url.includes("mermaid"))).toEqual([]);
  expect(await page.locator(CODE).isVisible()).toBe(true);

  await page.locator(CODE).scrollIntoViewIfNeeded();
  const image = page.locator(".diagram img");
  await image.waitFor({ state: "visible" });
  await page.waitForFunction("document.querySelector('.diagram img').naturalWidth > 100");
  expect(requests.filter((url) => url.includes("mermaid"))).toHaveLength(1);
  expect(requests.filter((url) => !url.startsWith(site.url) && !url.startsWith("data:"))).toEqual([]);
  expect(complaints).toEqual([]);
  expect(decodeURIComponent((await image.getAttribute("src")) ?? "")).toMatch(/proposal[\s\S]*accepted/);
  expect(await page.locator("iframe").count()).toBe(0);
  await page.locator(".diagram summary").click();
  expect(await page.locator(CODE).isVisible()).toBe(true);
  await page.context().close();
});

test("without scripts a diagram is its text", async () => {
  const page = await site.open(WITH_DIAGRAM, { javaScriptEnabled: false });
  expect(await page.locator(CODE).isVisible()).toBe(true);
  await page.context().close();
});
