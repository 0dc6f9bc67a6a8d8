/** The command line against a running Stele: a git repository becomes the days of the past. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { publishFolder, ROOT, startStele, type TestStele } from "../harness.ts";
import { runCommand, type CommandOutcome } from "../run-command.ts";

const SNAPSHOTS = join(ROOT, "../shared/corpus/scs/snapshots");
const PAGE = "/standards/scs-0100-v1-names";

let repository: string;
let stele: TestStele;

beforeEach(async () => {
  repository = mkdtempSync(join(tmpdir(), "stele-history-"));
  git(["init", "--quiet", "--initial-branch=main"]);
  stele = await startStele();
});

afterEach(async () => {
  await stele.close();
  rmSync(repository, { recursive: true, force: true });
});

const IDENTITY = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"];

function git(args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  execFileSync("git", ["-C", repository, ...IDENTITY, ...args], { stdio: "pipe", env: { ...process.env, ...env } });
}

function commit(date: string): void {
  git(["add", "--all"]);
  const dates = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  git(["commit", "--quiet", "--allow-empty", "-m", "x"], dates);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(repository, path)), { recursive: true });
  writeFileSync(join(repository, path), text);
}

function names(title: string, more = ""): string {
  return `---\ntitle: ${title}\ntype: Standard\ntrack: IaaS\nstatus: Draft\n${more}---\n\n## Introduction\n\nText.\n`;
}

function runImport(...args: readonly string[]): Promise<CommandOutcome> {
  return runCommand(["import-history", repository, ...args], { cwd: ROOT, token: stele.operatorToken });
}

async function pageOn(date: string, path = PAGE): Promise<string> {
  const response = await fetch(`${stele.url}/as-of/${date}${path}`);
  expect([date, response.status]).toEqual([date, 200]);
  return response.text();
}

test("each day shows what stood at its end, and repeating the import changes nothing", async () => {
  write("documents/scs-0100-v1-names.md", names("First"));
  commit("2024-01-10T10:00:00Z");
  write("documents/scs-0100-v1-names.md", names("Second, in the morning"));
  commit("2024-03-01T08:00:00Z");
  write("documents/scs-0100-v1-names.md", names("Second"));
  commit("2024-03-01T16:00:00Z");
  write("README.md", "Nothing that is published.");
  commit("2024-04-01T10:00:00Z");

  expect((await runImport("--to", stele.url)).out).toContain("Imported 2 states");
  expect(await pageOn("2024-02-29")).toContain("<h1>First</h1>");
  expect(await pageOn("2024-03-01")).toContain("<h1>Second</h1>");
  expect((await fetch(`${stele.url}/as-of/2024-01-09${PAGE}`)).status).toBe(404);

  const before = await pageOn("2024-03-01");
  expect((await runImport("--to", stele.url)).out).toContain("Imported 2 states");
  expect(await pageOn("2024-03-01")).toBe(before);
  const feed = await (await fetch(`${stele.url}/feed.xml`)).text();
  expect(feed.match(/<entry>/g)).toHaveLength(2);
});

test("what the server published itself stays the current state, and later days are left to it", async () => {
  write("documents/scs-0100-v1-names.md", names("Past"));
  commit("2024-01-10T10:00:00Z");
  await publishFolder(stele, join(ROOT, "standards-src"));
  expect((await runImport("--to", stele.url)).code).toBe(0);
  const current = await (await fetch(`${stele.url}/standards.json`)).text();
  expect(current).toContain("scs-0100-v3-flavor-naming");
  expect(current).not.toContain("scs-0100-v1-names");
  expect(await pageOn("2024-01-10")).toContain("<h1>Past</h1>");
});

test("a dry run lists the days, and links and files outside the folders are not read", async () => {
  write("site/documents/scs-0100-v1-names.md", names("In a folder"));
  execFileSync("ln", ["-s", "/etc/hostname", join(repository, "site/documents/scs-0101-v1-link.md")]);
  commit("2024-01-10T10:00:00Z");
  const { out } = await runImport("--dry-run", "--folder", "site");
  expect(out).toMatch(/^2024-01-10 [0-9a-f]{40}\n$/);
  await runImport("--to", stele.url, "--folder", "site");
  expect(await pageOn("2024-01-10", "/standards")).not.toContain("scs-0101");
});

test("a name that looks like an option is no option, and a folder that is no repository says so", async () => {
  commit("2024-01-10T10:00:00Z");
  expect((await runImport("--dry-run", "--ref=--output=/tmp/stele-evil")).code).toBe(2);
  expect(existsSync("/tmp/stele-evil")).toBe(false);
  rmSync(join(repository, ".git"), { recursive: true });
  expect(await runImport("--dry-run")).toMatchObject({ code: 2, error: expect.stringMatching(/git repository/) });
});

test.skipIf(!existsSync(SNAPSHOTS))(
  "the three real snapshots become three states, each with its own documents (needs ../shared/corpus)",
  async () => {
    for (const date of ["2023-03-23", "2024-03-20", "2025-06-01"]) {
      rmSync(join(repository, "Standards"), { recursive: true, force: true });
      rmSync(join(repository, "Tests"), { recursive: true, force: true });
      cpSync(join(SNAPSHOTS, date), repository, { recursive: true });
      commit(`${date}T12:00:00+01:00`);
    }
    expect((await runImport("--to", stele.url)).out).toContain("Imported 3 states");
    const counts = await Promise.all(
      ["2023-04-01", "2024-04-01", "2025-07-01"].map(async (date) => {
        const response = await fetch(`${stele.url}/as-of/${date}/standards.json`);
        return (await response.text()).match(/"id":"scs-\d{4}-[vw]\d/g)?.length;
      }),
    );
    expect(counts[0]).toBeGreaterThan(5);
    expect(counts[1]).toBeGreaterThan(counts[0] ?? 0);
    expect(counts[2]).toBeGreaterThan(counts[1] ?? 0);
  },
);
