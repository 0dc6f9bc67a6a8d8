/** The page /check in a real browser: what it finds, and that nothing leaves. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Page, Request } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { checkFiles } from "#core/checking/check-files.ts";

import { ROOT } from "../harness.ts";
import { openSite, type OpenSite } from "./open-site.ts";

const NAME = "scs-0117-v2-backups.md";
const FAULTY = `---
title: Backups
type: Standard
status: final
track: IaaS
replaces: scs-0117-v1-backups.md
---

## Introduction

A secret -- and “more”. <script>alert(1)</script> ![](https://tracker.test/pixel.png)
`;

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

async function openCheck(): Promise<{ page: Page; requests: Request[]; complaints: string[] }> {
  const page = await site.open(undefined, { viewport: { width: 1280, height: 900 } });
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`${site.url}/check`, { waitUntil: "networkidle" });
  const requests: Request[] = [];
  page.context().on("request", (request) => requests.push(request));
  return { page, requests, complaints };
}

async function paste(page: Page, text: string): Promise<void> {
  await page.locator("#check-name").fill(NAME);
  await page.locator("#check-text").fill(text);
  // The page waits for a pause in typing; until then the counts are those of the name alone.
  await page.waitForTimeout(1_000);
  await settled(page);
}

/** Waits for the counts of a check. */
async function settled(page: Page): Promise<void> {
  await page
    .locator("#check-status")
    .filter({ hasText: /^(?:No findings|\d)/ })
    .waitFor();
}

async function shownRules(page: Page): Promise<string[]> {
  return page.locator("#check-findings li .finding-head a").allInnerTexts();
}

test("a pasted document gets the findings of the command line, and nothing of it leaves the browser", async () => {
  const { page, requests, complaints } = await openCheck();
  await paste(page, FAULTY);
  const expected = await checkFiles([{ path: NAME, bytes: new TextEncoder().encode(FAULTY) }]);
  expect(await shownRules(page)).toEqual(expected.findings.map(({ ruleId }) => ruleId));
  expect(expected.findings.map(({ ruleId }) => ruleId)).toContain("typography/m-dash");
  expect(await page.locator("#check-findings a").first().getAttribute("href")).toMatch(/^\/docs\/rules\/[a-z-]+$/);
  // Only parts of the program are fetched, from us, and the addresses say nothing about the document.
  expect(requests.length).toBeGreaterThan(0);
  for (const request of requests) {
    expect(request.method()).toBe("GET");
    expect(request.url()).toMatch(new RegExp(`^${site.url}/assets/check-(?:engine|style)-[0-9a-f]{10}\\.js$`));
  }
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("the preview is what publishing would show: no script, no picture from elsewhere", async () => {
  const { page } = await openCheck();
  await paste(page, FAULTY);
  expect(await page.locator("#check-preview .preview-title").innerText()).toBe("Backups");
  expect(await page.locator("#check-preview h2").innerText()).toContain("Introduction");
  expect(await page.locator("#check-preview script, #check-preview img").count()).toBe(0);
  await page.context().close();
});

test("by keyboard: to the place of a finding, and its repair", async () => {
  const { page } = await openCheck();
  await paste(page, FAULTY);
  await page.getByRole("button", { name: "Line 4, column 9" }).press("Enter");
  expect(
    await page.evaluate(
      "getSelection().toString() || document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)",
    ),
  ).toBe("final");
  await page.getByRole("button", { name: "Write replaces as a list" }).press("Enter");
  await expect.poll(() => page.locator("#check-text").inputValue()).toContain("replaces:\n  - scs-0117");
  expect(await page.evaluate("document.activeElement.id")).toBe("check-status");
  await page.context().close();
});

test("all repairs at once, then the file as it is now", async () => {
  const { page } = await openCheck();
  await paste(page, FAULTY);
  await page.locator("#check-repair-all").click();
  await expect.poll(() => page.locator("#check-text").inputValue()).toContain("A secret — and");
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#check-download").click()]);
  expect(download.suggestedFilename()).toBe(NAME);
  const saved = readFileSync((await download.path()) ?? "", "utf8");
  expect(saved).toBe(await page.locator("#check-text").inputValue());
  await page.context().close();
});

test("a file keeps its bytes: what a text field would level is still found", async () => {
  const { page } = await openCheck();
  const buffer = Buffer.from(`\uFEFF${FAULTY.replaceAll("\n", "\r\n")}`);
  await page.locator("#check-file").setInputFiles({ name: NAME, mimeType: "text/markdown", buffer });
  await settled(page);
  expect(await shownRules(page)).toEqual(expect.arrayContaining(["byte-order-mark", "line-endings"]));
  expect(await page.locator("#check-name").inputValue()).toBe(NAME);
  await page.context().close();
});

test("a clean document of the tree has no findings in the browser either", async () => {
  const { page } = await openCheck();
  const name = "scs-0112-v1-sonic.md";
  const path = join(ROOT, "standards-src/documents", name);
  await page.locator("#check-file").setInputFiles(path);
  await settled(page);
  expect(await shownRules(page)).toEqual([]);
  expect(await page.locator("#check-preview h2").count()).toBeGreaterThan(2);
  await page.context().close();
});

test("without scripts the page says what to do instead", async () => {
  const page = await site.open("/check", { javaScriptEnabled: false });
  expect(await page.locator("#check").isVisible()).toBe(false);
  expect(await page.locator("noscript p").isVisible()).toBe(true);
  expect(await page.locator("main").innerText()).toContain("stele check");
  await page.context().close();
});
