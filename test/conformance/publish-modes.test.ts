/** `stele publish` in its three ways: now, for a day of the past, and only to look at. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { ROOT, startStele, type TestStele } from "../harness.ts";
import { runCommand } from "../run-command.ts";

const PAGE = "/standards/scs-0101-v1-entropy";

let stele: TestStele;
let folder: string;

beforeAll(async () => {
  stele = await startStele();
  folder = mkdtempSync(join(tmpdir(), "stele-modes-"));
  for (const name of ["scs-0101-v1-entropy.md", "scs-0101-w1-entropy-implementation-testing.md"]) {
    cpSync(join(ROOT, "standards-src/documents", name), join(folder, "documents", name));
  }
});

afterAll(async () => {
  await stele?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function runPublish(...args: readonly string[]): Promise<string> {
  const around = { cwd: ROOT, token: stele.operatorToken };
  const { code, out, error } = await runCommand(["publish", folder, "--to", stele.url, ...args], around);
  expect(code, error).toBe(0);
  return out;
}

async function statusOf(path: string): Promise<number> {
  return (await fetch(stele.url + path, { redirect: "manual" })).status;
}

test("a preview is to be looked at where the command says, and nowhere else", async () => {
  const out = await runPublish("--preview");
  const [, address = ""] = /^Preview: (\S+)$/m.exec(out) ?? [];
  expect(await statusOf(new URL(address).pathname)).toBe(200);
  expect(await statusOf(PAGE)).toBe(404);
});

test("a date is the beginning of its day on the calendar of the site", async () => {
  const outcome = JSON.parse(await runPublish("--at", "2024-03-01", "--json")) as { activatedAt: string };
  expect(outcome.activatedAt).toBe("2024-02-29T23:00:00.000Z");
  expect(await statusOf(`/as-of/2024-03-01${PAGE}`)).toBe(200);
  expect(await statusOf(`/as-of/2024-02-29${PAGE}`)).toBe(404);
});

test("what is out of order, no date, or both at once is refused with the reason", async () => {
  await runPublish();
  await expect(runPublish("--at", "2024-02-01")).rejects.toThrow(/imported in order: the next one lies after/);
  await expect(runPublish("--at", "yesterday")).rejects.toThrow(/is no date/);
  await expect(runPublish("--at", "2024-04-01", "--preview")).rejects.toThrow(/Choose one/);
  await expect(runPublish("--at", "2999-01-01")).rejects.toThrow(/lies in the future/);
});

test("publish finds what check finds, by the settings of the tree", async () => {
  writeFileSync(join(folder, "stele.config.yaml"), "check:\n  severities:\n    link-target: warning\n");
  writeFileSync(
    join(folder, "documents/scs-0140-v1-faulty.md"),
    "---\ntitle: Faulty\ntype: Procedural\ntrack: IaaS\n---\n\nSee [another](scs-0150-v1-nowhere.md).\n",
  );
  const around = { cwd: ROOT, token: stele.operatorToken };
  const { out } = await runCommand(["check", folder, "--format", "json"], around);
  const checked = JSON.parse(out) as { findings: object[] };
  expect(checked.findings.length).toBeGreaterThan(2);
  const published = JSON.parse(await runPublish("--preview", "--json")) as { findings: object[] };
  const core = (findings: readonly object[]): string[] =>
    findings.map((finding) => {
      const { ruleId, severity, message } = finding as Record<string, string>;
      return `${severity} ${ruleId}: ${message}`;
    });
  expect(core(published.findings)).toEqual(core(checked.findings));
});
