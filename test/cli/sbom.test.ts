import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { CommandIo } from "../../tooling/cli/command.ts";
import { COMMANDS } from "../../tooling/cli/commands/index.ts";
import { runCli } from "../../tooling/cli/run-cli.ts";
import { nestedBom, syntheticBom } from "../../tooling/sboms/synthetic-bom.ts";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "stele-sbom-"));
  writeFileSync(join(folder, "good.json"), syntheticBom(3));
  writeFileSync(join(folder, "bad.json"), syntheticBom(3).replace('"MIT"', '"mit"'));
  writeFileSync(join(folder, "nested.json"), nestedBom(1000));
});

afterAll(() => rmSync(folder, { recursive: true }));

async function stele(
  args: readonly string[],
  input = "",
  isErrorTerminal = false,
): Promise<{ code: number; out: string; error: string }> {
  let [out, error] = ["", ""];
  const io: CommandIo = {
    writeOut: (text) => void (out += text),
    writeError: (text) => void (error += text),
    readInput: async () => new TextEncoder().encode(input),
    color: false,
    isErrorTerminal,
    columns: 100,
    cwd: folder,
    env: {},
    now: () => new Date(0),
    signal: new AbortController().signal,
  };
  const code = await runCli(args, io, { commands: COMMANDS, version: "0.0.0" });
  return { code, out, error };
}

test("a valid file is said to be valid, exit code 0", async () => {
  expect(await stele(["sbom", "check", "good.json"])).toEqual({
    code: 0,
    out: "good.json: valid CycloneDX 1.6, 3 components, no findings\n",
    error: "",
  });
});

test("an invalid file is explained with place, reason and remedy, exit code 1", async () => {
  const { code, out } = await stele(["sbom", "check", "good.json", "bad.json"]);
  expect(code).toBe(1);
  expect(out).toMatch(/^bad\.json:1:\d+: error sbom-schema$/m);
  expect(out).toContain("did you mean `MIT`? (in `package-0@0.0.0`)");
  expect(out).toContain('at /components/0/licenses/0/license/id "mit"');
  expect(out).toContain("fix: Write `MIT`");
  expect(out).toContain("bad.json: not valid CycloneDX 1.6, 1 error\n");
});

test("--json says the same for machines", async () => {
  const { code, out } = await stele(["sbom", "check", "--json", "bad.json", "-"], syntheticBom(2));
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject([
    { path: "bad.json", valid: false, findingCounts: { error: 1 }, findings: [{ ruleId: "sbom-schema" }] },
    { path: "stdin", valid: true, format: "CycloneDX", specVersion: "1.6", components: 2, findings: [] },
  ]);
});

test("a thousand nested components are refused with the place", async () => {
  const { code, out } = await stele(["sbom", "check", "nested.json"]);
  expect(code).toBe(1);
  expect(out).toContain("nested.json:1:");
  expect(out).toContain("more than 64 deep");
  expect(out).toContain("/components/0/components/0");
});

test("forty thousand components in fourteen megabytes are accepted", async () => {
  const bom = syntheticBom(40_000);
  expect(bom.length).toBeGreaterThan(14_000_000);
  const { code, out } = await stele(["sbom", "check", "-"], bom);
  expect(out).toBe("stdin: valid CycloneDX 1.6, 40000 components, no findings\n");
  expect(code).toBe(0);
});

test("a file that is not there is exit code 2, the others are checked all the same", async () => {
  const { code, out, error } = await stele(["sbom", "check", "missing.json", "good.json", "."]);
  expect(code).toBe(2);
  expect(error).toContain("There is no file `missing.json`.");
  expect(out).toContain("good.json: valid");
});

test("a score says what is missing, where, and what to write", async () => {
  const { code, out } = await stele(["sbom", "score", "good.json"]);
  expect(code).toBe(1);
  expect(out).toContain("good.json: CISA minimum elements (2026): ");
  expect(out).toContain("to be re-verified");
  expect(out).toContain(
    "Producer of the component: 4 missing\n    at /metadata/component, /components/0, /components/1, …\n",
  );
  expect(out).toContain("BSI TR-03183-2 v2.1.0: ");
  expect(out).toContain("Write `manufacturer.name`.");
  const json = await stele(["sbom", "score", "--json", "good.json", "bad.json"]);
  expect(JSON.parse(json.out)).toMatchObject([
    {
      path: "good.json",
      valid: true,
      profiles: [
        { id: "bsi-tr-03183-2", grade: "E" },
        { id: "cisa-2026" },
        { id: "cra" },
        { id: "ntia-2021" },
        { id: "openchain-telco" },
      ],
    },
    { path: "bad.json", valid: false, findingCounts: { error: 1 } },
  ]);
});

test("CI systems get findings in the formats that they read", async () => {
  const { code, out } = await stele(["sbom", "check", "--format", "sarif", "good.json", "bad.json"]);
  expect(code).toBe(1);
  const { runs } = JSON.parse(out) as { runs: { results: unknown[] }[] };
  expect(runs[0]?.results).toMatchObject([
    { ruleId: "sbom-schema", locations: [{ physicalLocation: { artifactLocation: { uri: "bad.json" } } }] },
  ]);
  expect((await stele(["sbom", "check", "--format", "github", "bad.json"])).out).toMatch(/^::error file=bad\.json,/);
  expect((await stele(["sbom", "check", "--format", "xml", "bad.json"])).error).toContain("`sarif`");
});

test("--fix writes what a machine can repair into the file, and says how much", async () => {
  writeFileSync(
    join(folder, "fix.json"),
    JSON.stringify(JSON.parse(syntheticBom(3).replaceAll('"MIT"', '"mit"')), null, 2),
  );
  const { code, out, error } = await stele(["sbom", "check", "--fix", "fix.json"]);
  expect([code, error]).toEqual([0, "fix.json: 1 repair made\n"]);
  expect(out).toContain("fix.json: valid");
  expect(readFileSync(join(folder, "fix.json"), "utf8")).toBe(JSON.stringify(JSON.parse(syntheticBom(3)), null, 2));
  expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  expect((await stele(["sbom", "check", "--fix", "fix.json"])).error).toBe("");
  expect((await stele(["sbom", "check", "--fix", "-"], "{}")).error).toContain("name one instead of `-`");
});

test("score --fix also writes what a profile asks for and a machine knows", async () => {
  writeFileSync(join(folder, "score.json"), syntheticBom(3).replace('"version":"0.0.0",', ""));
  const before = await stele(["sbom", "score", "--profile", "ntia-2021", "score.json"]);
  expect(before.out).toContain("Version of the component: 1 missing");
  const after = await stele(["sbom", "score", "--profile", "ntia-2021", "--fix", "score.json"]);
  expect(after.error).toBe("score.json: 1 repair made\n");
  expect(after.out).not.toContain("Version of the component");
  expect(readFileSync(join(folder, "score.json"), "utf8")).toContain('"version":"0.0.0"');
});

test("scores and differences are findings with places for CI systems too", async () => {
  const score = await stele([
    "sbom",
    "score",
    "--format",
    "sarif",
    "--language",
    "de",
    "--profile",
    "bsi-tr-03183-2",
    "good.json",
  ]);
  const { runs } = JSON.parse(score.out) as { runs: { results: { ruleId: string; message: { text: string } }[] }[] };
  const creator = runs[0]?.results.find(({ ruleId }) => ruleId === "bsi-tr-03183-2/sbom-creator");
  expect(creator).toMatchObject({ level: "error", locations: [{ physicalLocation: { region: { startLine: 1 } } }] });
  expect(creator?.message.text).toContain("Ersteller der SBOM: 1 fehlt. Es gibt weder E-Mail-Adresse noch URL");
  const other = syntheticBom(4).replace('"version":"0.0.0"', '"version":"0.0.1"').replace("@0.0.0", "@0.0.1");
  const diff = await stele(["sbom", "diff", "--format", "github", "good.json", "-"], other);
  expect(diff.code).toBe(1);
  expect(diff.out).toMatch(/^::notice file=-,.*Added: package-3 3\.3\.3/m);
  expect(diff.out).toMatch(/^::notice file=-,.*Changed: package-0: version 0\.0\.0 → 0\.0\.1/m);
});

test("a diff says what came, what went and what changed, across formats", async () => {
  const same = await stele(["sbom", "diff", "good.json", "good.json"]);
  expect([same.code, same.out]).toEqual([0, expect.stringMatching(/^0 added, 0 removed, 0 changed, \d+ the same\n$/)]);
  const spdx = JSON.stringify({
    SPDXID: "SPDXRef-DOCUMENT",
    spdxVersion: "SPDX-2.3",
    name: "x",
    dataLicense: "CC0-1.0",
    documentNamespace: "https://example.org/x",
    creationInfo: { created: "2026-01-01T00:00:00Z", creators: ["Tool: t-1"] },
    packages: [{ SPDXID: "SPDXRef-n", name: "newcomer", versionInfo: "1", downloadLocation: "NOASSERTION" }],
  });
  const other = await stele(["sbom", "diff", "good.json", "-"], spdx);
  expect(other.code).toBe(1);
  expect(other.out).toContain("+ newcomer 1\n");
  expect(other.out).toContain("1 added, ");
  const json = await stele(["sbom", "diff", "--json", "good.json", "-"], spdx);
  expect(JSON.parse(json.out)).toMatchObject({ counts: { added: 1 }, added: [{ name: "newcomer" }] });
});

test("a score of one profile in German", async () => {
  const { out } = await stele(["sbom", "score", "--profile", "bsi-tr-03183-2", "--language", "de", "good.json"]);
  expect(out).toContain("Ersteller der SBOM: 1 fehlt\n    Es gibt weder E-Mail-Adresse noch URL");
  expect(out).not.toContain("NTIA");
});

test.each([
  [["sbom", "score", "--profile", "tr", "good.json"], "There is no profile `tr`; there are `bsi-tr-03183-2`"],
  [["sbom", "score", "--language", "fr", "good.json"], "there are `en` and `de`"],
  [["sbom", "score", "--format", "xml", "good.json"], "`sarif`"],
  [["sbom", "diff", "--format", "xml", "good.json", "good.json"], "`sarif`"],
  [["sbom", "publish", "good.json"], "Say where to"],
  [["sbom", "publish", "good.json", "--to", "https://stele.test"], "STELE_TOKEN"],
  [["sbom", "publish", "--to", "ftp://stele.test", "--key", "k", "good.json"], "not an http(s) address"],
  [["sbom", "publish", "--to", "https://stele.test", "--key", "k"], "Name the SBOM files"],
  [["sbom", "diff", "good.json"], "Name two SBOM files"],
  [["sbom", "diff", "good.json", "bad.json"], "`bad.json` is not a valid SBOM"],
  [["sbom"], "stele sbom check <file>"],
  [["sbom", "chekc"], "There is no `stele sbom chekc`"],
  [["sbom", "check"], "Name the SBOM files"],
  [["sbom", "check", "--nonsense"], "stele sbom --help"],
])("%j is a wrong call, exit code 2", async (args, message) => {
  const { code, error } = await stele(args);
  expect(code).toBe(2);
  expect(error).toContain(message);
});

/** Erases the line of progress. */
const CLEAR = "\r\u001b[K";

test.each([
  ["check", "Checking"],
  ["score", "Scoring"],
  ["diff", "Comparing"],
])("%s of several files shows on a terminal where it stands, and leaves nothing behind", async (subcommand, verb) => {
  const { out, error } = await stele(["sbom", subcommand, "good.json", "good.json"], "", true);
  const lines = error.split(CLEAR).filter((line) => line !== "");
  expect(lines).toEqual([
    expect.stringMatching(`^${verb} 1 of 2: good.json \\(\\d kB\\)$`),
    expect.stringMatching(`^${verb} 2 of 2:`),
  ]);
  expect(error.endsWith(CLEAR)).toBe(true);
  expect(out).not.toContain("\u001b");
});

test.each(["check", "score", "diff"])(
  "%s of several files writes no progress where there is no terminal",
  async (subcommand) => {
    expect((await stele(["sbom", subcommand, "good.json", "good.json"])).error).toBe("");
  },
);

test("one short file is done too soon for progress, a long one is not", async () => {
  writeFileSync(join(folder, "long.json"), syntheticBom(14_000));
  expect((await stele(["sbom", "check", "good.json"], "", true)).error).toBe("");
  expect((await stele(["sbom", "check", "long.json"], "", true)).error).toMatch(/Checking long\.json \(5\.\d MB\)/);
});

test("progress gives way to complaints and is cleared when the command fails", async () => {
  const missing = await stele(["sbom", "check", "good.json", "nowhere.json"], "", true);
  expect(missing.error).toContain(`${CLEAR}stele: There is no file \`nowhere.json\`.\n`);
  const invalid = await stele(["sbom", "diff", "good.json", "bad.json"], "", true);
  expect(invalid.code).toBe(2);
  expect(invalid.error).toMatch(/Comparing 2 of 2: bad\.json [^\n]*\r\u001b\[Kstele: /);
});

test("a hostile file name cannot move the cursor from the line of progress", async () => {
  const name = "evil\u001b[2J.json";
  writeFileSync(join(folder, name), syntheticBom(1));
  const { error } = await stele(["sbom", "check", name, name], "", true);
  expect(error).toContain("evil\\u{1b}[2J.json");
  expect(error.replaceAll(CLEAR, "")).not.toContain("\u001b");
});

describe("in CI", () => {
  const flawed = JSON.stringify({
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    components: Array.from({ length: 30 }, (_nothing, index) => ({
      type: "library",
      name: index === 0 ? "=cmd|x" : `n${index}`,
      licenses: [{ license: { id: "GPL-2.0" } }],
      ...(index === 7 ? { hashes: [{ alg: "MD5", content: "d41d8cd98f00b204e9800998ecf8427e" }] } : {}),
    })),
  });

  beforeAll(() => {
    mkdirSync(join(folder, "boms/inner/node_modules"), { recursive: true });
    writeFileSync(join(folder, "boms/a.cdx.json"), syntheticBom(2));
    writeFileSync(join(folder, "boms/inner/named-otherwise.json"), flawed);
    writeFileSync(join(folder, "boms/inner/package.json"), "{}");
    writeFileSync(join(folder, "boms/inner/broken.spdx.json"), "{");
    writeFileSync(join(folder, "boms/inner/node_modules/b.cdx.json"), syntheticBom(1));
    mkdirSync(join(folder, "nothing"));
  });

  test("a folder stands for the SBOMs in it, whatever they are called", async () => {
    const { code, out } = await stele(["sbom", "check", "--json", "boms"]);
    expect(code).toBe(1);
    expect((JSON.parse(out) as { path: string }[]).map(({ path }) => path)).toEqual([
      "boms/a.cdx.json",
      "boms/inner/broken.spdx.json",
      "boms/inner/named-otherwise.json",
    ]);
    expect(await stele(["sbom", "check", "nothing"])).toMatchObject({
      code: 2,
      error: expect.stringContaining("There is no SBOM in `nothing`"),
    });
  });

  test.each([
    ["boms/*.json", ["boms/a.cdx.json"]],
    ["boms/**/*.cdx.json", ["boms/a.cdx.json"]],
    ["**/named-*.json", ["boms/inner/named-otherwise.json"]],
    ["./boms/inner/named*", ["boms/inner/named-otherwise.json"]],
  ])("the pattern %s stands for the files that it describes", async (pattern, paths) => {
    const { out } = await stele(["sbom", "check", "--json", pattern]);
    expect((JSON.parse(out) as { path: string }[]).map(({ path }) => path)).toEqual(paths);
  });

  test("a pattern that describes nothing says so", async () => {
    expect(await stele(["sbom", "check", "boms/*.xml"])).toMatchObject({
      code: 2,
      error: expect.stringContaining("No file is described by `boms/*.xml`"),
    });
  });

  test.each([
    ["error", 0],
    ["warning", 1],
    ["note", 1],
    ["never", 0],
  ])("--fail-on %s ends with exit code %i for a document with a warning", async (severity, code) => {
    expect((await stele(["sbom", "check", "--fail-on", severity, "-"], flawed)).code).toBe(code);
  });

  test("--fail-on never lets also what is not valid pass", async () => {
    expect((await stele(["sbom", "check", "--fail-on", "never", "bad.json"])).code).toBe(0);
    expect((await stele(["sbom", "check", "--fail-on", "loud", "bad.json"])).error).toContain("`never`");
  });

  test("--min-score is enough, and is a number", async () => {
    const score = ["sbom", "score", "--profile", "ntia", "good.json"];
    expect((await stele([...score, "--min-score", "100"])).code).toBe(1);
    expect((await stele([...score, "--min-score", "1"])).code).toBe(0);
    expect(await stele([...score, "--min-score", "most"])).toMatchObject({ code: 2 });
  });

  test("a profile is named by how it begins, and a misspelled one is suggested", async () => {
    const { out } = await stele(["sbom", "score", "--profile", "bsi", "--summary", "good.json"]);
    expect(out).toMatch(/^good\.json: BSI TR-03183-2 v2\.1\.0: \d+ of 100, grade [A-E]\n$/);
    expect((await stele(["sbom", "score", "--profile", "nita-2021", "x"])).error).toContain(
      "Did you mean `ntia-2021`?",
    );
    expect((await stele(["sbom", "score", "--profile", "c", "x"])).error).toContain("There is no profile `c`");
  });

  test("JUnit has a suite per file, a test per rule, and failures as grave as asked for", async () => {
    const args = ["sbom", "check", "--format", "junit", "good.json", "-"];
    const lenient = await stele(args, flawed);
    expect(lenient.out).toContain('<testsuites name="stele" tests="3" failures="0"');
    expect(lenient.out).toContain('<testsuite name="good.json" tests="1" failures="0">');
    const { out, code } = await stele([...args, "--fail-on", "warning"], flawed);
    expect(code).toBe(1);
    expect(out).toContain('<testsuite name="stdin" tests="2" failures="1">');
    expect(out).toContain('<failure type="sbom-hash-of-nothing"');
    expect(out).toMatch(/note \(30 times\): .*GPL-2\.0/);
  });

  test("CSV is a table that no spreadsheet takes for formulas", async () => {
    const { out } = await stele(["sbom", "check", "--format", "csv", "-"], flawed);
    expect(out).toMatch(/^path,line,column,severity,rule,count,message,pointer,clause\r\n/);
    expect(out).toContain("stdin,1,");
    expect(out).toContain(",sbom-license-deprecated,30,");
    const list = await stele(["sbom", "list", "--format", "csv", "-"], flawed);
    expect(list.out).toContain(",'=cmd|x,");
  });

  test("HTML is a page by itself, and what a document says is text in it", async () => {
    const hostile = JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.6", "<script>x</script>": 1 });
    const { out } = await stele(["sbom", "check", "--format", "html", "-"], hostile);
    expect(out).toContain("<h1>1 error, 0 warnings, 0 notes in 1 file</h1>");
    expect(out).toContain("&lt;script&gt;");
    expect(out).not.toMatch(/<script|https?:\/\/(?!cyclonedx)/);
  });

  test("SARIF has one result for one cause", async () => {
    const { out } = await stele(["sbom", "check", "--format", "sarif", "-"], flawed);
    const { runs } = JSON.parse(out) as { runs: { results: { ruleId: string }[] }[] };
    const results = runs[0]?.results.filter(({ ruleId }) => ruleId === "sbom-license-deprecated");
    expect(results).toHaveLength(1);
    expect(results?.[0]).toMatchObject({ occurrenceCount: 30, relatedLocations: { length: 9 } });
  });

  test("a summary says how often each rule speaks, in one line each", async () => {
    const { out } = await stele(["sbom", "check", "--summary", "good.json", "-"], flawed);
    const lines = out.trimEnd().split("\n");
    expect(lines).toHaveLength(4);
    expect(lines[2]).toMatch(/^ +1 {2}warning {2}sbom-hash-of-nothing: /);
    expect(lines[3]).toMatch(/^ +30 {2}note {5}sbom-license-deprecated: /);
    expect(lines.every((line) => line.length <= 100)).toBe(true);
  });

  test("what components lack is listed, and a fact that is none is suggested", async () => {
    const { code, out } = await stele(["sbom", "list", "--missing", "hash", "-"], flawed);
    expect(code).toBe(1);
    // One has a hash of nothing, which is none.
    expect(out).toContain("30 components\n");
    expect(out).toContain("n7 ");
    expect((await stele(["sbom", "list", "-"], flawed)).code).toBe(0);
    expect((await stele(["sbom", "list", "--missing", "suplier", "x"])).error).toContain("Did you mean `supplier`?");
  });
});
