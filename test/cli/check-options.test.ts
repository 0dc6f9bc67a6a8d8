import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { GITLAB_CODE_QUALITY, REVIEWDOG_RDJSON, SARIF } from "./ci-schemas.ts";
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
---

## Introduction

Text.
`;
/** One error, two warnings that can be repaired, one note. */
const FAULTY = `---
title: Sample${"  "}
type: Procedural
status: Final
track: Global
replaces: scs-0001-v1-sample.md
---

## Introduction

Text -- 100%, and more: “quoted”.
`;
const FAULTY_TREE = { "scs-0001-v1-sample.md": CLEAN, "scs-0001-v2-sample.md": FAULTY };

describe("reports for CI follow their public schemas", () => {
  test.each([
    ["gitlab", GITLAB_CODE_QUALITY],
    ["rdjson", REVIEWDOG_RDJSON],
    ["sarif", SARIF],
  ])("%s", async (format, schema) => {
    const tree = writeTree(`format-${format}`, FAULTY_TREE);
    const outcome = await cli.run(["check", "--format", format, "."], { cwd: tree });
    expect(outcome).toMatchObject({ code: 1, error: "" });
    const isUri = (text: string): boolean => URL.canParse(text);
    const isReference = (text: string): boolean => URL.canParse(text, "https://stele.test/");
    const formats = { uri: isUri, "uri-reference": isReference };
    const validate = new Ajv({ strict: false, formats }).compile(schema);
    validate(JSON.parse(outcome.out));
    expect(validate.errors).toBeNull();
    expect(outcome.out).toContain("front-matter-value");
  });

  test("GitHub gets one command per finding, graver ones first, with what commands must escape", async () => {
    const tree = writeTree("format-github", FAULTY_TREE);
    const { out } = await cli.run(["check", "--format", "github", "."], { cwd: tree });
    const commands = out.split("\n").filter((line) => line.startsWith("::"));
    expect(commands[0]).toMatch(
      /^::error file=scs-0001-v2-sample\.md,line=4,endLine=4,col=9,endColumn=14,title=front-matter-value::The value/,
    );
    expect(commands.map((line) => line.split(" ", 1)[0])).toEqual([
      ...commands.filter((line) => line.startsWith("::error")).map(() => "::error"),
      ...commands.filter((line) => line.startsWith("::warning")).map(() => "::warning"),
      ...commands.filter((line) => line.startsWith("::notice")).map(() => "::notice"),
    ]);
    expect(commands.every((line) => !line.slice(2).split("::")[0]?.includes("%\n"))).toBe(true);
  });

  test("links lead to the site that is named, or to a command where none is", async () => {
    const tree = writeTree("site", FAULTY_TREE);
    const report = async (format: string, ...more: string[]): Promise<string> =>
      (await cli.run(["check", "--format", format, ...more, "."], { cwd: tree })).out;
    const unnamed = (await Promise.all(["sarif", "rdjson", "github", "pretty"].map((format) => report(format)))).join();
    expect(unnamed).not.toContain("/docs/rules");
    expect(unnamed).toContain("stele explain front-matter-trailing-space");
    expect(JSON.parse(await report("json")).findings[0]).toMatchObject({
      docs: "/docs/rules/front-matter-trailing-space",
    });
    const named = "https://standards.example/docs/rules/front-matter-value";
    for (const format of ["sarif", "rdjson", "github"]) {
      expect(await report(format, "--site", "https://standards.example/")).toContain(named);
    }
    writeFileSync(join(tree, "stele.config.yaml"), "site: { address: https://standards.example }\n");
    expect(await report("rdjson")).toContain(named);
    const wrong = await cli.run(["check", "--site", "ftp://x", "."], { cwd: tree });
    expect(wrong).toMatchObject({ code: 2, error: expect.stringContaining("https://standards.example") });
  });

  test("a slip anywhere in stele.config.yaml is a finding", async () => {
    const config = "site: { adress: https://standards.example }\n";
    const tree = writeTree("config", { "scs-0001-v1-sample.md": CLEAN, "stele.config.yaml": config });
    const { code, out } = await cli.run(["check", "."], { cwd: tree });
    expect({ code, out }).toMatchObject({ code: 1, out: expect.stringContaining("`adress`") });
  });

  test("the fingerprint of a finding survives lines above it", async () => {
    const prints = await Promise.all(
      [FAULTY, FAULTY.replace("## Introduction", "## Introduction\n\nMore.\n\nAnd more.")].map(async (text, index) => {
        const tree = writeTree(`fingerprint-${index}`, { ...FAULTY_TREE, "scs-0001-v2-sample.md": text });
        const { out } = await cli.run(["check", "--format", "gitlab", "."], { cwd: tree });
        return JSON.parse(out).map((one: { fingerprint: string }) => one.fingerprint);
      }),
    );
    expect(prints[1]).toEqual(prints[0]);
  });
});

describe("--fix", () => {
  test("repairs, says what it did, leaves the rest, and has nothing to do the second time", async () => {
    const tree = writeTree("fix", FAULTY_TREE);
    const first = await cli.run(["check", "--fix", "."], { cwd: tree });
    expect(first.code).toBe(1);
    expect(first.out).toContain("✔ scs-0001-v2-sample.md:6  Write `replaces` as a list\n");
    const file = join(tree, "scs-0001-v2-sample.md");
    expect(readFileSync(file, "utf8")).toBe(`---
title: Sample
type: Procedural
status: Final
track: Global
replaces:
  - scs-0001-v1-sample.md
---

## Introduction

Text — 100%, and more: "quoted".
`);
    expect(readdirSync(tree)).toEqual(["scs-0001-v1-sample.md", "scs-0001-v2-sample.md"]);
    const second = await cli.run(["check", "--fix", "."], { cwd: tree });
    expect(second.out).not.toContain("✔ scs");
    expect(second.out).toMatch(/^1 error, 1 warning in 2 files in \d+ ms\n$/m);
  });

  test("takes byte order marks and carriage returns away", async () => {
    const tree = writeTree("fix-bytes", { "scs-0001-v1-sample.md": `\uFEFF${CLEAN.replaceAll("\n", "\r\n")}` });
    expect((await cli.run(["check", "--fix", "."], { cwd: tree })).code).toBe(0);
    expect(readFileSync(join(tree, "scs-0001-v1-sample.md"), "utf8")).toBe(CLEAN);
  });
});

describe("what is shown and what counts", () => {
  test("--rule leaves out everything else, and families stand for their members", async () => {
    const tree = writeTree("rule", FAULTY_TREE);
    const rules = async (...names: string[]): Promise<string[]> => {
      const options = names.flatMap((name) => ["--rule", name]);
      const { out } = await cli.run(["check", "--format", "json", ...options, "."], { cwd: tree });
      return JSON.parse(out).findings.map(({ ruleId }: { ruleId: string }) => ruleId);
    };
    expect(await rules("front-matter-list")).toEqual(["front-matter-list"]);
    expect(new Set(await rules("typography"))).toEqual(
      new Set(["typography/m-dash", "typography/curly-double-quotes"]),
    );
    const unknown = await cli.run(["check", "--rule", "front-matter-lits", "."], { cwd: tree });
    expect(unknown).toMatchObject({ code: 2, error: expect.stringContaining("did you mean `front-matter-list`?") });
  });

  test("--quiet shows errors only, --summary only counts", async () => {
    const tree = writeTree("quiet", FAULTY_TREE);
    const quiet = await cli.run(["check", "--quiet", "."], { cwd: tree });
    expect(quiet.out).toContain("✖ error");
    expect(quiet.out).not.toContain("▲");
    const summary = await cli.run(["check", "--summary", "."], { cwd: tree });
    expect(summary.out).toMatch(/^1 error, \d+ warnings?, 1 note in 2 files in .*\n$/);
  });

  test("--max-warnings turns too many warnings into exit code 1", async () => {
    const tree = writeTree("warnings", { ...FAULTY_TREE, "scs-0001-v2-sample.md": FAULTY.replace("Final", "Draft") });
    expect((await cli.run(["check", "."], { cwd: tree })).code).toBe(0);
    expect((await cli.run(["check", "--max-warnings", "100", "."], { cwd: tree })).code).toBe(0);
    const strict = await cli.run(["check", "--max-warnings", "0", "."], { cwd: tree });
    expect(strict).toMatchObject({ code: 1, error: expect.stringContaining("more than the 0") });
    expect((await cli.run(["check", "--max-warnings", "few", "."], { cwd: tree })).code).toBe(2);
  });

  test("a document on standard input is checked under the name it is given", async () => {
    const options = ["check", "-", "--stdin-path", "scs-0001-v1-sample.md", "--format", "json"];
    expect(JSON.parse((await cli.run(options, { input: CLEAN })).out).findings).toEqual([]);
    const faulty = await cli.run(options, { input: CLEAN.replace("Draft", "Final") });
    expect(faulty.code).toBe(1);
    expect(JSON.parse(faulty.out).findings[0].place.path).toBe("scs-0001-v1-sample.md");
  });

  test("several trees are checked each by itself", async () => {
    const tree = writeTree("several", { "a/scs-0001-v1-one.md": CLEAN, "b/scs-0001-v1-one.md": CLEAN });
    const outcome = await cli.run(["check", "a", "b"], { cwd: tree });
    expect(outcome).toMatchObject({ code: 0, out: expect.stringContaining("No findings in 2 files") });
  });

  test("the tree's own markdownlint settings count", async () => {
    const text = CLEAN.replace("Text.", "Text -- dashed.");
    const tree = writeTree("style", {
      "scs-0001-v1-sample.md": text,
      ".markdownlint.jsonc": '{ "default": true, /* ours */ "search-replace": { "rules": [], }, }',
    });
    expect((await cli.run(["check", tree])).out).toContain("No findings");
  });
});

test("--watch checks again after a change and ends with Ctrl-C", async () => {
  const tree = writeTree("watch", { "scs-0001-v1-sample.md": CLEAN });
  const child = spawn(process.execPath, [cli.executable, "check", "--watch", "."], { cwd: tree });
  let out = "";
  const seen = async (text: string): Promise<void> => {
    while (!out.includes(text)) await new Promise((resolve) => child.stdout.once("data", resolve));
  };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  await seen("Watching; Ctrl-C ends.");
  writeFileSync(join(tree, "scs-0001-v1-sample.md"), CLEAN.replace("Draft", "Final"));
  await seen("✖ error 4:9");
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  child.kill("SIGINT");
  expect(await ended).toBe(1);
});

function writeTree(name: string, files: Readonly<Record<string, string>>): string {
  const root = join(cli.folder, "trees", name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
