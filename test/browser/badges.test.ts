/** The page that helps to embed a badge, in a real browser: with and without script, by keyboard, on a phone. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { openSite, type OpenSite } from "./open-site.ts";

const PATH = "/badges/demo-alpha/scs-compatible-iaas/embed";

let site: OpenSite;
beforeAll(async () => {
  site = await openSite({ isCrawled: false });
});
afterAll(() => site?.close());

/** Addresses of the pictures in the preview, once each of them is loaded. */
async function previewed(page: Page): Promise<readonly string[]> {
  const isLoaded =
    "[...document.querySelectorAll('#embed-result img')].every((image) => image.complete && image.naturalWidth > 0)";
  await expect.poll(() => page.evaluate(isLoaded)).toBe(true);
  return page.$$eval("#embed-result img", (images) => images.map((image) => image.getAttribute("src") ?? ""));
}

describe.each(["light", "dark"] as const)("in the theme %s", (colorScheme) => {
  test("the badge is shown on light and on dark ground, whatever the page's own theme", async () => {
    const page = await site.open(PATH, { colorScheme });
    expect(await previewed(page)).toEqual([
      "/badges/demo-alpha/scs-compatible-iaas.svg",
      "/badges/demo-alpha/scs-compatible-iaas.svg?theme=dark",
    ]);
    const grounds = await page.evaluate(
      "[...document.querySelectorAll('.badge-ground')].map((ground) => getComputedStyle(ground).backgroundColor)",
    );
    expect(grounds).toEqual(["rgb(255, 255, 255)", "rgb(13, 17, 23)"]);
    await page.context().close();
  });
});

test("a choice shows at once, the address follows, and the keyboard stays where it was", async () => {
  const page = await site.open(PATH);
  await page.focus("#embed-style");
  await page.keyboard.press("End");
  await page.locator("#embed-result img[src*='style=seal']").first().waitFor();
  expect((await previewed(page))[0]).toBe("/badges/demo-alpha/scs-compatible-iaas.svg?style=seal");
  expect(page.url()).toContain("style=seal");
  expect(await page.evaluate("document.activeElement.id")).toBe("embed-style");
  expect(await page.innerText(".snippet pre")).toContain("style=seal");
  await page.selectOption("#embed-label", "Alpha Public Cloud");
  await page.locator("#embed-result img[src*='label=']").first().waitFor();
  expect(await page.innerText(".snippet pre")).toContain("label=Alpha%20Public%20Cloud");
  await page.context().close();
});

test("the texts are copied as they are shown, by keyboard, and that is said", async () => {
  const page = await site.open(PATH, { permissions: ["clipboard-read", "clipboard-write"] });
  const snippets = await page.$$eval(".snippet pre", (texts) => texts.map((text) => text.textContent ?? ""));
  expect(snippets).toHaveLength(4);
  for (const [index, snippet] of snippets.entries()) {
    await page.locator(".snippet button").nth(index).focus();
    await page.keyboard.press("Enter");
    await page
      .locator(".snippet [role=status]", { hasText: /copied$/ })
      .nth(index)
      .waitFor({ state: "attached" });
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(snippet);
  }
  await page.context().close();
});

test("what is copied works in a foreign page: the picture loads, follows the system and leads to the status page", async () => {
  const page = await site.open(PATH);
  const html = await page.innerText(".snippet pre");
  const dark = await site.open(undefined, { colorScheme: "dark" });
  await dark.setContent(html);
  await expect.poll(() => dark.evaluate("document.images[0].naturalHeight")).toBe(20);
  expect(await dark.evaluate("document.images[0].currentSrc")).toContain("theme=dark");
  expect(await dark.getAttribute("a", "href")).toBe(`${site.url}/certification/demo-alpha/scs-compatible-iaas`);
  await dark.context().close();
  await page.context().close();
});

test("without script the form does the same, on a phone too", async () => {
  const page = await site.open(PATH, { javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  await page.selectOption("#embed-style", "for-the-badge");
  await page.selectOption("#embed-theme", "dark");
  await page.selectOption("#embed-lang", "de");
  await page.selectOption("#embed-format", "png-2x");
  await Promise.all([page.waitForURL(/style=for-the-badge/), page.click("#embed-choices button")]);
  const src = "/badges/demo-alpha/scs-compatible-iaas.png?style=for-the-badge&theme=dark&lang=de&size=2x";
  expect(await page.getAttribute("#embed-result img", "src")).toBe(src);
  expect(await page.inputValue("#embed-style")).toBe("for-the-badge");
  expect(await page.innerText(".snippet pre")).toContain(src.replaceAll("&", "&amp;"));
  await page.context().close();
});

test.each([320, 390, 820, 1280])(
  "nothing scrolls sideways at %d px, with text of twice the size too",
  async (width) => {
    const page = await site.open(`${PATH}?style=for-the-badge&lang=de`, { viewport: { width, height: 900 } });
    await previewed(page);
    const excess = "document.documentElement.scrollWidth - innerWidth";
    expect(await page.evaluate(excess)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 640, height: 900 });
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    expect(await page.evaluate(excess)).toBeLessThanOrEqual(0);
    await page.context().close();
  },
);

test("every badge is one picture with a name for screen readers", async () => {
  const page = await site.open();
  for (const query of ["", "?style=plastic", "?style=seal&theme=auto"]) {
    await page.goto(`${site.url}/badges/demo-alpha/scs-compatible-iaas.svg${query}`);
    const [role, label, title] = await page.evaluate<string[]>(
      "[document.documentElement.getAttribute('role'), document.documentElement.getAttribute('aria-label'), document.querySelector('title').textContent]",
    );
    expect(role).toBe("img");
    expect(label).toMatch(/SCS-compatible IaaS: .+/);
    expect(title).toBe(label);
  }
  await page.context().close();
});
