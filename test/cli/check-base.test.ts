import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { installPackedCli, type PackedCli } from "./packed-cli.ts";

let cli: PackedCli;
beforeAll(async () => {
  cli = await installPackedCli();
});
afterAll(() => cli.remove());

const ONE = "documents/scs-0100-v1-one.md";
const STABLE = `---
title: Sample
type: Standard
status: Stable
stabilized_at: 2024-01-01
track: IaaS
description: A sample.
---

## Introduction

The key words are those of BCP 14.

## Motivation

A reason.

## Regulations

Patches MUST be installed no later than 4 weeks after their release.

## Conformance Tests

By hand.
`;
const TIGHTER = STABLE.replace("4 weeks", "3 weeks");
const DRAFT = STABLE.replace("Stable\nstabilized_at: 2024-01-01", "Draft");
const hasGit = spawnSync("git", ["--version"]).error === undefined;

describe("stele check --base with a folder", () => {
  test("exits 1 on a tightening and shows the demand before and after", async () => {
    const base = write("folder-base", { [ONE]: STABLE });
    const head = write("folder-head", { [ONE]: TIGHTER });
    const outcome = await cli.run(["check", "--base", base], { cwd: head });
    expect(outcome).toMatchObject({ code: 1, error: "" });
    expect(outcome.out).toContain(`  ${ONE}  edit-stable  Stable\n`);
    expect(outcome.out).toContain(`✖ error ${ONE}:20  change/tightening\n`);
    expect(outcome.out).toContain("▲ asks for more  changed  ");
    expect(outcome.out).toContain("    - Patches MUST be installed no later than 4 weeks after their release.\n");
    expect(outcome.out).toContain("    + Patches MUST be installed no later than 3 weeks after their release.\n");
    expect(outcome.out).toContain("  the team of the track IaaS (IaaS: scs-0100-v1-one.md)\n");
    expect(outcome.out).toMatch(/✖ Not allowed as it is: edit-stable, 1 reason against it\.\n$/);
  });

  test.each(["", "--summary", "--quiet", "--max-warnings=0", "--rule=code-language"])(
    "gives one answer as text, as JSON and as exit code: %s",
    async (option) => {
      const changes = {
        same: STABLE.replace("A reason.", "A good reason."),
        tighter: TIGHTER,
        broken: STABLE.replace("A reason.", "A reason, see [it](#nowhere)."),
        asking: STABLE.replace("installed", "applied"),
      };
      const base = write("answer-base", { [ONE]: STABLE });
      for (const [name, text] of Object.entries(changes)) {
        const cwd = write(`answer-${name}`, { [ONE]: text });
        const options = ["check", "--base", base, ...(option === "" ? [] : [option])];
        const shown = await cli.run(options, { cwd });
        const json = await cli.run([...options, "--format", "json"], { cwd });
        const { verdict }: { verdict: { allowed: boolean; summary: string } } = JSON.parse(json.out);
        expect([name, shown.code, json.code]).toEqual([name, verdict.allowed ? 0 : 1, verdict.allowed ? 0 : 1]);
        expect(shown.out.trimEnd().split("\n").at(-1)).toBe(`${verdict.allowed ? "✔" : "✖"} ${verdict.summary}`);
      }
    },
  );

  test("exits 0 when the description waives it, and says so", async () => {
    const base = write("waiver-base", { [ONE]: STABLE });
    const head = write("waiver-head", {
      [ONE]: TIGHTER,
      "description.txt": "Faster.\n\nwaiver: everybody is faster already\n",
    });
    const outcome = await cli.run(["check", "--base", base, "--description", "description.txt"], { cwd: head });
    expect(outcome.code).toBe(0);
    expect(outcome.out).toContain("waived: everybody is faster already");
  });

  test("speaks of the findings that the change brings, not of those that were there", async () => {
    const [old, broken] = [`${DRAFT}\n[a](scs-0999-v1-none.md)\n`, `${DRAFT}\n[b](scs-0100-v1-one.md)\n`];
    const base = write("new-base", {
      [ONE]: DRAFT,
      "documents/scs-0101-v1-old.md": old,
      "documents/scs-0102-v1-ref.md": broken,
    });
    const head = write("new-head", { "documents/scs-0101-v1-old.md": old, "documents/scs-0102-v1-ref.md": broken });
    const outcome = await cli.run(["check", "--base", base, "--format", "json"], { cwd: head });
    const { findings, verdict } = JSON.parse(outcome.out);
    expect(findings).toMatchObject([{ ruleId: "link-target", place: { path: "documents/scs-0102-v1-ref.md" } }]);
    expect(verdict).toMatchObject({
      kind: "delete",
      allowed: false,
      newErrors: 1,
      documents: [{ path: ONE, kinds: ["delete"] }],
    });
  });

  test("gives reasons as annotations where the format knows findings only", async () => {
    const base = write("github-base", { [ONE]: STABLE });
    const head = write("github-head", { [ONE]: TIGHTER });
    const outcome = await cli.run(["check", "--base", base, "--format", "github"], { cwd: head });
    expect(outcome.code).toBe(1);
    expect(outcome.out).toContain(
      `::error file=${ONE},line=20,endLine=20,col=1,endColumn=69,title=change/tightening::`,
    );
  });

  test.each([
    [["--base", "nowhere"], "There is no folder `nowhere`, and no commit of that name"],
    [["--base", "--output=x"], "ambiguous"],
    [["--base=-x"], '"-x" is neither a folder nor the name of a commit'],
    [["--base", "a..b"], '"a..b" is neither'],
    [["--base", "$(touch x)"], "is neither"],
    [["--base", ".", "--also", "no such\u001b[31m"], '"no such\\u001b[31m" is neither'],
    [["--base", ".", "--description", "none.txt"], "There is no file `none.txt`"],
    [["--base", ".", "--fix"], "leave out standard input, --fix and --watch"],
    [["--also", "."], "say what it is a change of with --base"],
    [["--base", ".", "a", "b"], "name one folder"],
  ])("exits 2 on %j", async (args, message) => {
    const head = write("wrong", { [ONE]: STABLE });
    const outcome = await cli.run(["check", ...args], { cwd: head, env: { GIT_CEILING_DIRECTORIES: dirname(head) } });
    expect(outcome).toMatchObject({ code: 2, out: "" });
    expect(outcome.error).toContain(message);
  });
});

describe.skipIf(!hasGit)("stele check --base with a branch (skipped without git)", () => {
  test("compares with where the work began, and knows the numbers that were taken since and elsewhere", async () => {
    const root = write("git/tree", { [ONE]: STABLE });
    const git = (...args: string[]) => execFileSync("git", ["-C", join(root, ".."), ...args], { stdio: "ignore" });
    const commit = (files: Readonly<Record<string, string>>) => {
      write("git/tree", files);
      git("add", "-A");
      git("-c", "user.name=A", "-c", "user.email=a@stele.test", "-c", "commit.gpgsign=false", "commit", "-qm", "c");
    };
    git("init", "-q", "-b", "main");
    commit({});
    git("checkout", "-q", "-b", "mine");
    commit({ "documents/scs-0101-v1-mine.md": DRAFT });
    git("checkout", "-q", "-b", "other", "main");
    commit({ "documents/scs-0102-v1-other.md": DRAFT });
    git("checkout", "-q", "main");
    commit({ "documents/scs-0101-v1-faster.md": DRAFT });
    git("checkout", "-q", "mine");
    // Not committed yet: the working tree counts.
    write("git/tree", { "documents/scs-0102-v1-also.md": DRAFT });

    const outcome = await cli.run(["check", "--base", "main", "--also", "other", "--format", "json"], { cwd: root });
    expect(outcome).toMatchObject({ code: 1, error: "" });
    const { verdict } = JSON.parse(outcome.out);
    expect(verdict.kinds).toEqual(["add-document"]);
    expect(verdict.documents.map(({ path }: { path: string }) => path)).toEqual([
      "documents/scs-0101-v1-mine.md",
      "documents/scs-0102-v1-also.md",
    ]);
    const messages = verdict.reasons.map(({ message }: { message: string }) => message);
    expect(messages).toContain(
      "The number `0101` is taken by `scs-0101-v1-faster.md` in main; agree on who keeps it; the next free one is `0103`.",
    );
    expect(messages).toContain(
      "The number `0102` is taken by `scs-0102-v1-other.md` in other; agree on who keeps it; the next free one is `0103`.",
    );
    expect(verdict.reasons.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain("change/one-primary");
  });
});

/** Writes files below a folder of its own, which is empty before unless it is shared on purpose. */
function write(name: string, files: Readonly<Record<string, string>>): string {
  const root = join(cli.folder, "trees", name);
  if (!name.startsWith("git/")) rmSync(root, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
