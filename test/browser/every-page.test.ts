/** Every kind of page once more: in the dark, on a phone, by keyboard. Minutes, so `npm run test:slow` has it. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { axeViolations, onEveryPage } from "./on-every-page.ts";
import { openSite, type OpenSite } from "./open-site.ts";

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

test.each([
  { colorScheme: "dark", width: 1280 },
  { colorScheme: "light", width: 390 },
] as const)("axe-core finds nothing on any page, $colorScheme, $width px wide", async ({ colorScheme, width }) => {
  const options = { colorScheme, viewport: { width, height: 900 } };
  expect(await onEveryPage(site, options, axeViolations)).toEqual([]);
});

/** Where a keyboard walk stops. */
interface Stop {
  readonly name: string;
  /** Position in the document. */
  readonly order: number;
  readonly hasRing: boolean;
  readonly inView: boolean;
}

/** Stops of one page that are looked at; long tables have thousands of the same kind. */
const MAX_STOPS = 150;

const CURRENT_STOP = `(() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const box = element.getBoundingClientRect();
  const label = element.closest("label");
  const rings = [element, label ?? element].map((one) => getComputedStyle(one));
  return {
    name: element.outerHTML.slice(0, 80),
    order: [...document.querySelectorAll("*")].indexOf(element),
    hasRing: rings.some((ring) => ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) >= 2),
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
})()`;

test("every stop of a keyboard walk through every kind of page can be seen, and they follow the reading order", async () => {
  const faults = await onEveryPage(site, { viewport: { width: 1280, height: 900 } }, async (page) => {
    const found: string[] = [];
    let last = -1;
    for (let stops = 0; stops < MAX_STOPS; stops += 1) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate<Stop | null>(CURRENT_STOP);
      if (stop === null || stop.order <= last) break;
      last = stop.order;
      if (!stop.hasRing) found.push(`no focus ring: ${stop.name}`);
      if (!stop.inView) found.push(`out of sight: ${stop.name}`);
    }
    if (last <= 0) found.push(`no stop at all`);
    return found;
  });
  expect(faults).toEqual([]);
});
