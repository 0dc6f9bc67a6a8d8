/**
 * The bytes of every style, face and theme. A change of the drawing changes them on purpose: look at the badges, then
 * `vitest run --project core test/core/badges/golden.node.test.ts -u`.
 */
import { createHash } from "node:crypto";

import { describe, expect, test } from "vitest";

import { drawBadge } from "#core/badges/draw-badge.ts";
import { THEMES } from "#core/badges/palette.ts";
import { STYLE_NAMES } from "#core/badges/styles.ts";

import { sampleFaces } from "./sample-faces.ts";

const FOLDER = "../../fixtures/badges";

describe.each(STYLE_NAMES)("the badges of style %s", (style) => {
  test("are the committed ones, byte for byte", async () => {
    const lines = sampleFaces().map((face) => `${face.kind} ${drawBadge(face, { style })}\n`);
    await expect(lines.join("")).toMatchFileSnapshot(`${FOLDER}/${style}.txt`);
  });
});

test("the other themes and languages have the committed digests", async () => {
  const lines = STYLE_NAMES.flatMap((style) =>
    THEMES.flatMap((theme) =>
      (["en", "de"] as const).flatMap((language) =>
        sampleFaces(language).map((face) => {
          const digest = createHash("sha256").update(drawBadge(face, { style, theme })).digest("hex");
          return `${style} ${theme} ${language} ${face.kind} ${digest}\n`;
        }),
      ),
    ),
  );
  await expect(lines.join("")).toMatchFileSnapshot(`${FOLDER}/digests.txt`);
});
