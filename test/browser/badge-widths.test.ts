/** What badges believe of the width of text, against what Chromium measures. */
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { drawBadge } from "#core/badges/draw-badge.ts";
import { LOOKS, type BadgeFace, type FaceKind } from "#core/badges/face.ts";
import { textWidth } from "#core/badges/text-width.ts";
import { LANGUAGES, messageOf } from "#core/badges/words.ts";

import { ensureChromium } from "../../tooling/gate/chromium.ts";

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: ensureChromium(() => undefined), args: ["--no-sandbox"] });
  page = await browser.newPage();
});
afterAll(() => browser?.close());

/** What may stand on badges: scopes, names of clouds with the letters of Europe, every message in both languages. */
function sampleTexts(): readonly string[] {
  const names = [
    "SCS-compatible IaaS",
    "SCS-compatible KaaS",
    "SCS-open IaaS",
    "certification",
    "Zertifizierung",
    "demo · SCS",
    "Österreichische Wolke",
    "Łódź Kraków Gdańsk",
    "Čeština řeka žluť",
    "naïve façade élève",
    "Ærø Åland Øst",
    "İstanbul ğüş",
    "AVATAR WAVE To Yes",
    "TÜV Verband LT 7",
    "fi fl ffi ff",
    "„Zitat“ ‚so‘ …",
    "100 % – fertig — 3/4",
    "(a) [b] {c} <d>",
    "1234567890",
    "+49 30 123-456",
    "A&B = C*D #1",
    "user@example.org",
    "https://certs.example/a_b",
    "~v5.1† ‡ • ™ €",
    "illi ill ijl",
    "WMWMWMWM",
    "Regio A",
    "alpha-1, alpha-2",
    "pco-prod2 (Falkenstein)",
    "Straße ß",
  ];
  const kinds = Object.keys(LOOKS) as FaceKind[];
  const messages = LANGUAGES.flatMap((language) =>
    kinds.flatMap((kind) =>
      [1, 2, 47].flatMap((count) =>
        [false, true].map((isCertified) =>
          messageOf({ kind, version: count === 1 ? "v5.1" : "R10", count, total: 60, isCertified }, language),
        ),
      ),
    ),
  );
  const texts = [...names, ...messages];
  return [...new Set([...texts, ...texts.map((text) => text.toUpperCase())])];
}

/** Widths in thousandths of the font size, as the badge's own markup gives them when nothing pins them. */
async function measure(texts: readonly string[], style: "flat" | "for-the-badge"): Promise<readonly number[]> {
  const face: BadgeFace = { kind: "certified", ...LOOKS.certified, label: "", message: "x" };
  const [label = "", message = ""] = drawBadge({ ...face, label: "x" }, { style }).match(/<text .*?<\/text>/g) ?? [];
  const group = /<g [^>]*>/.exec(drawBadge(face, { style }))?.[0] ?? "";
  const text = (style === "flat" ? label : message).replace(/ textLength="\d+"| letter-spacing="[\d.]+"/g, "");
  await page.setContent(`<svg xmlns="http://www.w3.org/2000/svg">${group}${text}</g></svg>`);
  return page.evaluate(`${JSON.stringify(texts)}.map((text) => {
    const element = document.querySelector("text");
    // Large, so that the screen's pixels do not round the measure.
    element.setAttribute("font-size", "1000");
    element.textContent = text;
    return element.getComputedTextLength();
  })`);
}

test.each([
  ["flat", "normal"],
  ["for-the-badge", "bold"],
] as const)(
  "two hundred texts and more are as wide as style %s believes, within 1.5 percent (%s)",
  async (style, weight) => {
    const texts = sampleTexts();
    expect(texts.length).toBeGreaterThanOrEqual(200);
    const measured = await measure(texts, style);
    const wrong = texts.flatMap((text, index) => {
      const [believed, real] = [textWidth(text, weight), measured[index] ?? 0];
      const error = believed / real - 1;
      return Math.abs(error) <= 0.015
        ? []
        : [`${text}: ${believed} for ${real.toFixed(0)}, ${(error * 100).toFixed(2)} %`];
    });
    expect(wrong).toEqual([]);
  },
);
