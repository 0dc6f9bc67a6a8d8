import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { installPackedCli, type PackedCli } from "./packed-cli.ts";

let cli: PackedCli;
beforeAll(async () => {
  cli = await installPackedCli();
});
afterAll(() => cli.remove());

const CLEAN = `---
title: Sample
type: Procedural
status: Draft
track: Global
description: A sample.
---

## Introduction

Text.
`;

describe("the program", () => {
  test("says its version", async () => {
    expect(await cli.run(["--version"])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  test("lists its commands on --help and, as an error, without arguments", async () => {
    const help = await cli.run(["--help"]);
    expect(help).toMatchObject({ code: 0, error: "" });
    expect(help.out).toContain("check");
    expect(await cli.run([])).toMatchObject({ code: 2, out: "", error: help.out });
  });

  test("suggests the command that was meant", async () => {
    const outcome = await cli.run(["chekc"]);
    expect(outcome).toMatchObject({ code: 2, out: "" });
    expect(outcome.error).toBe("stele: There is no command `chekc`. Did you mean `stele check`?\n");
  });

  test("explains a wrong option with the way to the help", async () => {
    const outcome = await cli.run(["check", "--colour"]);
    expect(outcome.code).toBe(2);
    expect(outcome.error).toContain("Unknown option '--colour'");
    expect(outcome.error).toContain("`stele check --help`");
  });

  test("runs on the oldest supported Node where one is installed", async (context) => {
    const node = "/usr/bin/node";
    if (!existsSync(node)) return context.skip("no second Node at /usr/bin/node");
    const tree = writeTree("old-node", { "scs-0001-v1-sample.md": CLEAN });
    expect(await cli.run(["check", tree], { node })).toMatchObject({ code: 0, error: "" });
  });
});

describe("stele check", () => {
  test("exits 0 on a clean tree and says so", async () => {
    const tree = writeTree("clean", { "scs-0001-v1-sample.md": CLEAN });
    const outcome = await cli.run(["check", tree]);
    expect(outcome).toMatchObject({ code: 0, error: "" });
    expect(outcome.out).toMatch(/^✔ No findings in 1 file in [\d.]+ m?s\n$/);
  });

  test("exits 1 on an error and shows place, source line, clause and rule", async () => {
    const tree = writeTree("faulty", { "scs-0001-v1-sample.md": CLEAN.replace("status: Draft", "status: Final") });
    const outcome = await cli.run(["check", "."], { cwd: tree });
    expect(outcome.code).toBe(1);
    expect(outcome.out).toContain("scs-0001-v1-sample.md\n");
    expect(outcome.out).toContain("✖ error 4:9  The value of `status` is `Final`, expected one of");
    expect(outcome.out).toContain("      4 │ status: Final\n        │         ~~~~~\n");
    expect(outcome.out).toContain("SCS-0001, Document format");
    expect(outcome.out).toMatch(/front-matter-value/);
  });

  test("exits 2 when a path does not exist, with the path", async () => {
    const outcome = await cli.run(["check", "nowhere"], { cwd: cli.folder });
    expect(outcome).toMatchObject({ code: 2, out: "" });
    expect(outcome.error).toContain("There is no file or folder `nowhere`");
  });

  test("exits 2 when a folder holds no documents", async () => {
    const tree = writeTree("empty", { "notes.txt": "nothing" });
    expect((await cli.run(["check", tree])).code).toBe(2);
  });

  test("prints findings and counts as JSON", async () => {
    const tree = writeTree("json", { "scs-0001-v1-Sample.md": CLEAN });
    const outcome = await cli.run(["check", tree, "--format", "json"], { cwd: tree });
    expect(outcome.code).toBe(1);
    expect(JSON.parse(outcome.out)).toMatchObject({
      counts: { error: 1, warning: 1, note: 0 },
      files: 1,
      findings: [
        { ruleId: "slug-characters", place: { path: "scs-0001-v1-Sample.md", start: { line: 1, column: 1 } } },
        { ruleId: "slug-start" },
      ],
    });
  });

  test("colors only where it is asked to, when the result is no terminal", async () => {
    const tree = writeTree("color", { "scs-0001-v1-Sample.md": CLEAN });
    expect((await cli.run(["check", tree])).out).not.toContain("\u001b[");
    expect((await cli.run(["check", tree], { env: { FORCE_COLOR: "1" } })).out).toContain("\u001b[31m");
    const both = { FORCE_COLOR: "1", NO_COLOR: "1" };
    expect((await cli.run(["check", tree], { env: both })).out).not.toContain("\u001b[");
  });

  test("control characters of a document do not reach the terminal", async () => {
    const tree = writeTree("hostile", {
      "scs-0001-v1-sample.md": CLEAN.replace("status: Draft", 'status: "\u001b]0;gotcha\u0007"'),
    });
    const outcome = await cli.run(["check", tree]);
    expect(outcome.code).toBe(1);
    expect(outcome.out).not.toMatch(/[\u001b\u0007]/);
  });

  test("takes profile and ignores from stele.config.yaml, and reports an ignore that matches nothing", async () => {
    const tree = writeTree("config", {
      "stele.config.yaml": [
        "check:",
        "  profile: strict",
        "  ignores:",
        "    - { rule: slug-characters, path: documents/*-sAMPLE.md, reason: accepted under this name }",
        "    - { rule: slug-start, reason: nothing to ignore }",
      ].join("\n"),
      "documents/scs-0500-v1-sAMPLE.md": CLEAN.replace("track: Global", "track: Scopes"),
    });
    const outcome = await cli.run(["check", tree, "--format", "json"], { cwd: tree });
    expect(JSON.parse(outcome.out).findings).toMatchObject([
      { ruleId: "known-track", place: { path: "documents/scs-0500-v1-sAMPLE.md" } },
      { ruleId: "unused-ignore", place: { path: "stele.config.yaml", start: { line: 5, column: 7 } } },
    ]);
  });

  test("judges references of a single file against its whole tree", async () => {
    const tree = writeTree("one-file", {
      "scs-0001-v1-sample.md": `${CLEAN}\nSee [the other](scs-0002-v1-other.md) and [none](scs-0003-v1-none.md).\n`,
      "scs-0002-v1-other.md": CLEAN.replace("Draft", "Final"),
    });
    const outcome = await cli.run(["check", "scs-0001-v1-sample.md", "--format", "json"], { cwd: tree });
    const { findings, files } = JSON.parse(outcome.out);
    expect(files).toBe(1);
    expect(findings.map((finding: { ruleId: string }) => finding.ruleId)).toEqual(["link-target"]);
  });
});

function writeTree(name: string, files: Readonly<Record<string, string>>): string {
  const root = join(cli.folder, "trees", name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
