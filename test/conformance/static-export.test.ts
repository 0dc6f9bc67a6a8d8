/** `stele build`: every link of the export leads to a file of it, so that it works from a disk. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { linksOf } from "../../tooling/export/page-links.ts";
import { publishFolder, ROOT, startStele, type TestStele } from "../harness.ts";
import { runCommand, type CommandOutcome } from "../run-command.ts";

let folder: string;
let stele: TestStele | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stele-export-"));
});

afterEach(async () => {
  await stele?.close();
  stele = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function runBuild(...args: readonly string[]): Promise<CommandOutcome> {
  return runCommand(["build", ...args], { cwd: ROOT });
}

/** Links of exported pages that lead to no file of the export. */
function deadLinks(target: string): string[] {
  const pages = readdirSync(target, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".html"));
  return pages.flatMap((page) => {
    const file = join(target, page);
    return linksOf(readFileSync(file, "utf8"))
      .filter((link) => !/^(?:https?:|mailto:|#|\/(?:search|as-of|api\/|preview))/.test(link))
      .filter((link) => !existsSync(resolve(dirname(file), decodeURIComponent(link.replace(/#.*$/, "")))))
      .map((link) => `${page}: ${link}`);
  });
}

test("a running site becomes files with the same addresses, and every link leads to one of them", async () => {
  stele = await startStele();
  await publishFolder(stele, join(ROOT, "standards-src"));
  const target = join(folder, "site");
  const { code, out } = await runBuild("--from", stele.url, "--out", target, "--url", "https://standards.example");
  expect(out).toMatch(/^Exported \d+ files, \d+\.\d MB/);
  expect([code, out.split("\n").slice(1, -1)]).toEqual([0, []]);
  expect(deadLinks(target)).toEqual([]);
  const page = readFileSync(join(target, "standards/scs-0100-v3-flavor-naming/index.html"), "utf8");
  expect(page).toContain('href="../../assets/');
  expect(page).not.toContain(stele.url);
  for (const path of ["index.html", "standards.json", "standards/scs-0100-v3-flavor-naming.md", "robots.txt"]) {
    expect(statSync(join(target, path)).size).toBeGreaterThan(0);
  }
  expect(readFileSync(join(target, "feed.xml"), "utf8")).toContain("https://standards.example/standards/scs-0100");
  expect(readFileSync(join(target, "sitemap.xml"), "utf8")).not.toContain(stele.url);
  expect(readFileSync(join(target, "scs-0100/index.html"), "utf8")).toContain(
    "url=../standards/iaas/scs-0100/index.html",
  );
});

test("a folder is published to a Stele of its own, which is gone afterwards", async () => {
  const target = join(folder, "site");
  const { code, out } = await runBuild(join(ROOT, "standards-src"), "--out", target);
  expect([code, out.split("\n").slice(1, -1)]).toEqual([0, []]);
  expect(existsSync(join(target, "standards/scs-0100-v3-flavor-naming/index.html"))).toBe(true);
});

test("a folder that holds something is never written to, and wrong calls say what to do", async () => {
  writeFileSync(join(folder, "mine"), "");
  const refusal = async (...args: readonly string[]) => {
    const { code, error } = await runBuild(...args);
    return `${code} ${error}`;
  };
  const target = join(folder, "x");
  expect(await refusal("--from", "http://localhost:1", "--out", folder)).toMatch(/^2 .*not an empty folder/);
  expect(await refusal("--from", "http://localhost:1", "--out", target)).toMatch(/^2 .*cannot be reached/);
  expect(await refusal("--out", target)).toMatch(/^2 .*Name either one folder/);
  expect(await refusal("a", "--from", "http://x.test", "--out", "y")).toMatch(/^2 .*Name either one folder/);
});
