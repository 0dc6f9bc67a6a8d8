import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

const TOKENS = readFileSync(join(import.meta.dirname, "../../site/styles/tokens.css"), "utf8");

const PAIRS = new Map(
  [...TOKENS.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((match) => [
    match[1] ?? "",
    { light: match[2] ?? "", dark: match[3] ?? "" },
  ]),
);

/** Text on its backgrounds: WCAG 2.2, 1.4.3 asks for 4.5. */
const TEXT = [
  ...["ink", "quiet", "accent", "draft", "good", "warn", "bad", "unknown"].flatMap((text) => [
    [text, "paper"],
    [text, "tint"],
  ]),
  ...["draft", "good", "warn", "bad", "unknown", "accent"].flatMap((tone) => [
    [tone, `${tone}-tint`],
    ["ink", `${tone}-tint`],
    ["accent", `${tone}-tint`],
  ]),
  ["paper", "ink"],
  ["paper", "accent"],
];

/** Edges of fields and marks: WCAG 2.2, 1.4.11 asks for 3. */
const EDGES = [
  ["edge", "paper"],
  ["accent", "paper"],
];

function luminance(hex: string): number {
  const channel = (start: number) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function tooWeak(pairs: readonly (readonly string[])[], least: number, theme: "light" | "dark"): string[] {
  return pairs.flatMap(([front = "", back = ""]) => {
    const ratio = contrast(PAIRS.get(front)?.[theme] ?? "", PAIRS.get(back)?.[theme] ?? "");
    return ratio >= least ? [] : [`${front} on ${back}: ${ratio.toFixed(2)}`];
  });
}

test.each(["light", "dark"] as const)("text is readable on every background it may stand on, %s", (theme) => {
  expect(tooWeak(TEXT, 4.5, theme)).toEqual([]);
});

test.each(["light", "dark"] as const)("edges of fields and marks can be seen, %s", (theme) => {
  expect(tooWeak(EDGES, 3, theme)).toEqual([]);
});

test("the formula gives the extremes that WCAG names", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#777777")).toBe(1);
});
