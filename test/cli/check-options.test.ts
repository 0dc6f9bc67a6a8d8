import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { RDFormatValidator } from "@umbrelladocs/rdformat-validator";
import { Ajv, type AnySchema } from "ajv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { CODE_SCANNING_SARIF, GITLAB_CODE_QUALITY } from "./ci-schemas.ts";
import type { Finding } from "#core/base/finding.ts";

import { formatGithub } from "../../tooling/cli/formats/github.ts";
import { ROOT } from "../harness.ts";
import { installPackedCli, type PackedCli } from "./packed-cli.ts";

let cli: PackedCli;
beforeAll(async () => {
  cli = await installPackedCli();
});
afterAll(() => cli.remove());

/** What the test looks at of a diagnostic. */
interface RdDiagnostic {
  readonly code: { readonly value: string };
  readonly location: { readonly range: { readonly start: { column: number }; readonly end: { column: number } } };
  readonly suggestions: readonly { readonly range: unknown }[];
}

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

const SARIF_SCHEMA = join(ROOT, "test/fixtures/ci-schemas/sarif-2.1.0-rtm.5.json");

/** The public schema is of draft-04, of which ajv 8 knows all but the names of these two members. */
function publicSarifSchema(): AnySchema {
  const { $schema, id, ...schema } = JSON.parse(readFileSync(SARIF_SCHEMA, "utf8")) as Record<string, unknown>;
  expect({ $schema, id }).toMatchObject({ $schema: expect.stringContaining("draft-04"), id: expect.any(String) });
  return schema;
}

function faultsOf(schema: AnySchema, report: unknown): unknown {
  const isUri = (text: string): boolean => URL.canParse(text);
  const isReference = (text: string): boolean => URL.canParse(text, "https://stele.test/");
  const isDate = (text: string): boolean => !Number.isNaN(Date.parse(text));
  const formats = { uri: isUri, "uri-reference": isReference, "date-time": isDate };
  const validate = new Ajv({ strict: false, formats, unicodeRegExp: false }).compile(schema);
  void validate(report);
  return validate.errors;
}

describe("reports for CI follow their public schemas", () => {
  async function reportOf(format: string): Promise<unknown> {
    const tree = writeTree(`format-${format}`, FAULTY_TREE);
    const outcome = await cli.run(["check", "--format", format, "--site", "https://standards.example", "."], {
      cwd: tree,
    });
    expect(outcome).toMatchObject({ code: 1, error: "", out: expect.stringContaining("front-matter-value") });
    return JSON.parse(outcome.out);
  }

  test("SARIF 2.1.0, and what GitHub code scanning wants of it", async () => {
    const report = await reportOf("sarif");
    expect(faultsOf(publicSarifSchema(), report)).toBeNull();
    expect(faultsOf(CODE_SCANNING_SARIF, report)).toBeNull();
    // The schema does refuse.
    expect(faultsOf(publicSarifSchema(), { ...(report as object), version: "3" })).not.toBeNull();
  });

  test("GitLab Code Quality", async () => {
    expect(faultsOf(GITLAB_CODE_QUALITY, await reportOf("gitlab"))).toBeNull();
  });

  test("reviewdog's rdjson, with columns in bytes", async () => {
    const report = (await reportOf("rdjson")) as { diagnostics: RdDiagnostic[] };
    const validator = new RDFormatValidator({ strictMode: true });
    expect(validator.validateObject(report)).toMatchObject({ valid: true, errors: [] });
    expect(validator.validateObject({ ...report, severity: "FATAL" })).toMatchObject({ valid: false });
    const quotes = report.diagnostics.find(({ code }) => code.value === "typography/curly-double-quotes");
    const line = Buffer.from("Text -- 100%, and more: “quoted”.");
    const { start, end } = quotes?.location.range ?? { start: { column: 0 }, end: { column: 0 } };
    expect(line.subarray(start.column - 1, end.column - 1).toString()).toBe("“");
    const last = report.diagnostics.findLast(({ code }) => code.value === "typography/curly-double-quotes");
    expect(line.subarray((last?.location.range.start.column ?? 0) - 1).toString()).toBe("”.");
    expect(last?.suggestions[0]?.range).toEqual(last?.location.range);
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
  });

  test("commands of GitHub byte by byte: what ends a line, a property or a message is escaped", () => {
    const place = { path: "a,b:c%.md", start: { line: 2, column: 3 }, end: { line: 2, column: 7 } };
    const one: Finding = {
      ruleId: "typography/m-dash",
      severity: "note",
      message: "100% of\r\nlines: a, b",
      place,
      source: { clause: "A clause" },
    };
    const two: Finding = { ...one, severity: "warning", place: { ...place, end: { line: 3, column: 1 } } };
    const report = {
      findings: [one, two],
      counts: { error: 0, warning: 1, note: 1 },
      files: 1,
      milliseconds: 1,
      siteAddress: "https://standards.example",
      textOf: () => undefined,
    };
    const message = "100%25 of%0D%0Alines: a, b (A clause) https://standards.example/docs/rules/typography";
    expect(formatGithub(report, { color: false, columns: 80, isSummary: false })).toBe(
      [
        `::warning file=a%2Cb%3Ac%25.md,line=2,endLine=3,title=typography/m-dash::${message}`,
        `::notice file=a%2Cb%3Ac%25.md,line=2,endLine=2,col=3,endColumn=7,title=typography/m-dash::${message}`,
        "0 errors, 1 warning, 1 note in 1 file",
        "",
      ].join("\n"),
    );
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
    for (const format of ["sarif", "rdjson", "github", "gitlab", "pretty"]) {
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
    expect(second.out).toMatch(/^1 error, 1 warning in 2 files in [\d.]+ m?s\n$/m);
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
    const rows = summary.out.trimEnd().split("\n");
    expect(rows[0]).toBe("     1  ✖ error    front-matter-value");
    expect(rows).toContain("     2  ▲ warning  typography/curly-double-quotes");
    expect(rows.at(-1)).toMatch(/^1 error, \d+ warnings?, 1 note in 2 files in /);
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

  test("a document on standard input goes by the settings of the tree in which it would lie", async () => {
    const config = "check: { severities: { front-matter-value: off } }\n";
    const tree = writeTree("stdin", { "stele.config.yaml": config });
    const faulty = CLEAN.replace("Draft", "Final");
    const options = ["check", "-", "--stdin-path", "documents/scs-0001-v1-sample.md", "--format", "json"];
    expect(await cli.run(options, { input: faulty, cwd: tree })).toMatchObject({ code: 0, error: "" });
    expect(await cli.run(options, { input: faulty })).toMatchObject({ code: 1, error: "" });
  });

  test("links to files of the repository are looked at where the tree is a clone", async () => {
    const link = "https://github.com/SovereignCloudStack/standards/blob/main/Tests";
    const text = CLEAN.replace("Text.", `The [old](${link}/old.py) and the [new](${link}/new.py) test.`);
    const files = { "Standards/scs-0001-v1-sample.md": text, "Tests/new.py": "" };
    const excerpt = writeTree("excerpt", files);
    expect(await cli.run(["check", excerpt])).toMatchObject({ code: 0 });
    const clone = writeTree("clone", { ...files, ".git/HEAD": "ref: refs/heads/main\n" });
    const outcome = await cli.run(["check", clone, "--format", "json"]);
    expect(JSON.parse(outcome.out).findings).toMatchObject([
      { ruleId: "link-repository-path", message: expect.stringContaining("Tests/old.py") },
    ]);
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
