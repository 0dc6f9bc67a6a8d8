/**
 * Our geometry beside that of shields.io: the golden badges of badge-maker from the corpus, if that lies beside the
 * repository. The table of differences is docs/badge-geometry.md; `-u` writes it anew.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { layoutBadge } from "#core/badges/draw-badge.ts";
import { LOOKS, type BadgeFace } from "#core/badges/face.ts";
import type { TextShape } from "#core/badges/drawing.ts";
import { BAR_STYLES } from "#core/badges/styles.ts";

const FOLDER = join(import.meta.dirname, "../../../../shared/corpus/badges/shields-badge-maker");
const TABLE = "../../../docs/badge-geometry.md";

interface Golden {
  readonly name: string;
  readonly input: { label?: string; message: string; style?: string; logoBase64?: string };
  readonly file: string;
}

/** What can be compared; lengths in pixels. */
interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  /** Widths of label and message, without the room around them. */
  readonly texts: readonly number[];
  readonly baseline: number;
}

const HEAD = `# Badges beside those of shields.io

Made by test/core/badges/shields-geometry.corpus.test.ts from the golden badges of badge-maker 6.0.0: the same label and
message, drawn by both. Heights, corners and baselines are the same. Widths differ by what is listed here:

- **Icon.** Every badge of ours has one, because color alone must not carry the news: 12 pixels and 4 of room (6 in
  \`for-the-badge\`). A badge-maker badge has 17 for a logo where one is given.
- **Room.** 6 pixels beside each text instead of 5; 10 in \`for-the-badge\` instead of 9 to 12.
- **Text.** Widths of DejaVu Sans, rounded up, instead of those of Verdana, rounded to odd numbers: at most 2 pixels.
- \`social\` is not drawn: it counts clicks, not facts.

| golden badge | style | width there | width here | label there | label here | message there | message here |
|---|---|---|---|---|---|---|---|
`;

describe.skipIf(!existsSync(FOLDER))("beside the golden badges of badge-maker (skipped without the corpus)", () => {
  const entries = JSON.parse(readFileSync(join(FOLDER, "golden.json"), "utf8")) as readonly Partial<Golden>[];
  // The others are inputs that badge-maker refuses: they have no badge.
  const goldens = entries.filter((entry): entry is Golden => entry.file !== undefined);
  const compared = goldens.filter(({ input: { style = "flat" } }) => style in BAR_STYLES);

  test("all 58 are looked at, and only social ones are left out", () => {
    expect(goldens).toHaveLength(58);
    const left = goldens.filter((golden) => !compared.includes(golden));
    expect(new Set(left.map(({ input }) => input.style))).toEqual(new Set(["social"]));
  });

  test.each(compared.map((golden) => [golden.name, golden] as const))("%s has the same frame", (_name, golden) => {
    const [there, here] = [readGolden(golden), drawOurs(golden)];
    expect(here.height).toBe(there.height);
    expect(here.radius).toBe(there.radius);
    expect(here.baseline).toBe(there.baseline);
    here.texts.forEach((width, index) => {
      const other = there.texts[index] ?? 0;
      expect(Math.abs(width - other), `${width} for ${other}`).toBeLessThanOrEqual(2);
    });
  });

  test("the table of differences is the one in the documentation", async () => {
    const rows = compared.map((golden) => {
      const [there, here] = [readGolden(golden), drawOurs(golden)];
      const [labelThere, messageThere] = pair(there.texts);
      const [labelHere, messageHere] = pair(here.texts);
      const { style = "flat" } = golden.input;
      const cells = [there.width, here.width, labelThere, labelHere, messageThere, messageHere];
      return `| ${golden.name} | ${style} | ${cells.map((cell) => cell ?? "–").join(" | ")} |\n`;
    });
    await expect(HEAD + rows.join("")).toMatchFileSnapshot(TABLE);
  });

  function readGolden({ file, input: { style = "flat" } }: Golden): Geometry {
    const svg = readFileSync(join(FOLDER, file), "utf8");
    const number = (pattern: RegExp): number => Number(pattern.exec(svg)?.[1] ?? 0);
    const texts = [...svg.matchAll(/<text ([^>]*)>/g)]
      .map(([, attributes = ""]) => attributes)
      // Shadows come before their text, with an opacity of their own.
      .filter((attributes) => !attributes.includes("fill-opacity"))
      .map((attributes) => ({
        width: Number(/textLength="([\d.]+)"/.exec(attributes)?.[1]) / 10,
        y: Number(/ y="([\d.]+)"/.exec(attributes)?.[1]) / 10,
      }));
    const isRound = style === "flat" || style === "plastic";
    return {
      width: number(/^<svg [^>]*width="([\d.]+)"/),
      height: number(/^<svg [^>]* height="([\d.]+)"/),
      radius: isRound ? number(/rx="(\d+)"/) : 0,
      texts: texts.map(({ width }) => width),
      baseline: texts[0]?.y ?? 0,
    };
  }
});

function drawOurs({ input: { label = "", message, style = "flat" } }: Golden): Geometry {
  const face: BadgeFace = { kind: "passing", ...LOOKS.passing, label, message };
  const name = style as keyof typeof BAR_STYLES;
  const { width, height, shapes } = layoutBadge(face, name);
  const texts = shapes.filter((shape): shape is TextShape => shape.shape === "text");
  const { cornerRadius: radius } = BAR_STYLES[name];
  return { width, height, radius, texts: texts.map((text) => text.width), baseline: texts[0]?.y ?? 0 };
}

function pair(texts: readonly number[]): readonly (number | undefined)[] {
  return texts.length === 1 ? [undefined, texts[0]] : texts;
}
