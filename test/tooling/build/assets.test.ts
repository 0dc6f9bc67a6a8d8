import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { afterAll, expect, test } from "vitest";

import { buildAssets } from "../../../tooling/build/assets.ts";

const ROOT = join(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "stele-assets-"));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Builds from the real sources into a folder of the test. */
async function build(): Promise<Record<string, string>> {
  return buildAssets(ROOT, folder);
}

test("names every file by its content, so that it may be kept for ever", async () => {
  const names = await build();
  for (const [name, path] of Object.entries(names)) {
    const dot = name.lastIndexOf(".");
    expect(path.startsWith(`/assets/${name.slice(0, dot)}-`)).toBe(true);
    expect(path.slice(`/assets/${name.slice(0, dot)}-`.length)).toMatch(/^[0-9a-f]{10}\.[a-z0-9]+$/);
    expect(path.endsWith(name.slice(dot))).toBe(true);
    expect(statSync(join(folder, "dist/assets", path)).size).toBeGreaterThan(0);
  }
  expect(readFileSync(join(folder, "dist/assets/_headers"), "utf8")).toContain("immutable");
});

test("writes nothing the second time and removes what is no longer named", async () => {
  const names = await build();
  const style = join(folder, "dist/assets", names["site.css"] ?? "");
  const before = statSync(style).mtimeMs;
  writeFileSync(join(folder, "dist/assets/assets/old-0000000000.css"), "");
  expect(await build()).toEqual(names);
  expect(statSync(style).mtimeMs).toBe(before);
  expect(readdirSync(join(folder, "dist/assets/assets"))).toHaveLength(Object.keys(names).length);
});

test("keeps the style sheet under 7 kB on the wire, the scripts of a page under 8 kB, and asks nobody else for anything", async () => {
  const names = await build();
  const read = (name: string) => readFileSync(join(folder, "dist/assets", names[name] ?? ""), "utf8");
  expect(gzipSync(read("site.css")).length).toBeLessThan(7_000);
  expect(read("site.js").length + read("theme.js").length).toBeLessThan(8_000);
  expect(read("site.css").match(/url\((?!"data:)[^)]*/g)).toBeNull();
});
