import { gzipSync } from "node:zlib";
import { join } from "node:path";

import { build } from "esbuild";
import { expect, test } from "vitest";

test("the renderer is small: what draws every style and theme is at most five kilobytes, compressed", async () => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "../../../core/badges/draw-badge.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2024",
  });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  // Widths of letters included; neither outlines nor a library.
  expect(gzipSync(bytes, { level: 9 }).length).toBeLessThanOrEqual(5_000);
});
