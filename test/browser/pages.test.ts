/** What holds for every kind of page: WCAG 2.2 AA by axe-core, and a layout that fits every screen. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { axeViolations, onEveryPage } from "./on-every-page.ts";
import { openSite, type OpenSite } from "./open-site.ts";

const WIDTHS = [320, 390, 820, 1280, 1920];

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

test("every page of the site is of a kind that these tests know", () => {
  expect(site.strangers).toEqual([]);
  expect(site.pageTypes.size).toBeGreaterThan(10);
});

test("no link and no anchor of the site leads nowhere", () => {
  expect(site.broken).toEqual([]);
});

test("axe-core finds nothing on any page, in light and 1280 px wide", async () => {
  const options = { colorScheme: "light", viewport: { width: 1280, height: 900 } } as const;
  expect(await onEveryPage(site, options, axeViolations)).toEqual([]);
});

/** Blocks of the frame that must stand beside or below each other. */
const BLOCKS = ".top-bar, .site-notice, .tree, .breadcrumb, .page-header, .aside, .page-body, .footer";

const LAYOUT_FAULTS = `(() => {
  const faults = [];
  const excess = document.documentElement.scrollWidth - innerWidth;
  if (excess > 0) faults.push(excess + " px too wide");
  const boxes = [...document.querySelectorAll(${JSON.stringify(BLOCKS)})].map((element) => [element.className, element.getBoundingClientRect()]);
  for (const [index, [nameA, a]] of boxes.entries()) for (const [nameB, b] of boxes.slice(index + 1)) {
    const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (width > 1 && height > 1) faults.push(nameA + " overlaps " + nameB);
  }
  for (const element of document.querySelectorAll("main p, main h1, main h2, main h3, main dd, main li")) {
    const box = element.getBoundingClientRect();
    if (box.width > 0 && box.right > innerWidth + 1 && element.closest(".table-scroll, pre, .hidden-text") === null) {
      faults.push("cut off: " + element.textContent.slice(0, 60));
    }
  }
  return faults;
})()`;

async function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(LAYOUT_FAULTS);
}

test("nothing is cut off, overlaps or scrolls sideways, from 320 to 1920 px, and with text of twice the size", async () => {
  const faults = await onEveryPage(site, {}, async (page) => {
    const found: string[] = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      found.push(...(await layoutFaults(page)).map((fault) => `${width} px: ${fault}`));
    }
    await page.setViewportSize({ width: 640, height: 900 });
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    found.push(...(await layoutFaults(page)).map((fault) => `text of 200 %: ${fault}`));
    return found;
  });
  expect(faults).toEqual([]);
});
