/** The status page of a cloud in a real browser: the chart and its table, by keyboard, on a phone, in both themes. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { openSite, type OpenSite } from "./open-site.ts";

const PATH = "/certification/demo-alpha/scs-compatible-iaas";

let site: OpenSite;
beforeAll(async () => {
  site = await openSite({ isCrawled: false });
});
afterAll(() => site?.close());

/** Colors of the steps that are drawn, by their kind. */
async function stepColors(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate<Record<string, string>>(`Object.fromEntries(
    [...document.querySelectorAll(".history-chart .run")].map((run) => [
      run.getAttribute("class"), getComputedStyle(run.querySelector(".step")).fill
    ]))`);
}

describe.each(["light", "dark"] as const)("in the theme %s", (colorScheme) => {
  test("the verdict, the certificate and a chart with its own color and height for every outcome", async () => {
    const page = await site.open(PATH, { colorScheme });
    expect(await page.innerText(".verdict")).toMatch(/certified as SCS-compatible IaaS .* and passes all \d+ tests\./);
    const colors = await stepColors(page);
    const kinds = ["run run-pass", "run run-abort", "run run-missing", "run run-fail"];
    expect(new Set(kinds.map((kind) => colors[kind])).size).toBe(4);
    const heights = await page.evaluate<number[]>(
      `${JSON.stringify(kinds)}.map((kind) => document.querySelector("." + kind.replace(" ", ".") + " .step").height.baseVal.value)`,
    );
    expect(new Set(heights).size).toBe(4);
    await page.context().close();
  });
});

test("a step says its dates and its tests when it is pointed at, and remarks are numbered as in the list", async () => {
  const page = await site.open(PATH);
  const titles = await page.$$eval(".history-chart .run-fail title", (all) =>
    all.map((title) => title.textContent ?? ""),
  );
  expect(titles.some((title) => /^\d+ \w+ \d{4} to \d+ \w+ \d{4}, tests fail: scs-/.test(title))).toBe(true);
  expect(await page.$$eval(".history-chart .remark text", (all) => all.map((mark) => mark.textContent))).toEqual([
    "1",
    "2",
    "3",
  ]);
  expect(await page.locator(".remarks li").count()).toBe(3);
  await page.context().close();
});

test("by keyboard: the chart takes the focus, the table opens, and the files are links", async () => {
  const page = await site.open(PATH, { viewport: { width: 390, height: 800 } });
  await page.focus(".history-scroll");
  const before = await page.$eval(".history-scroll", (region) => region.scrollLeft);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => page.$eval(".history-scroll", (region) => region.scrollLeft)).toBeGreaterThan(before);
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.tagName")).toBe("SUMMARY");
  await page.keyboard.press("Enter");
  const table = page.locator("details table");
  await table.waitFor();
  expect(await table.locator("tbody tr").count()).toBeGreaterThan(10);
  expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
  await page.context().close();
});

test("a past moment says that it is one and leads back", async () => {
  const at = new Date(Date.now() - 220 * 86_400_000).toISOString();
  const page = await site.open(`${PATH}?at=${at}`);
  expect(await page.innerText(".verdict")).toContain("at the time asked for");
  await page.getByRole("link", { name: "How it stands now" }).click();
  expect(page.url()).toBe(`${site.url}${PATH}`);
  await page.context().close();
});
