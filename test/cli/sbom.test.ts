import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

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
  expect(error).toContain("`.` is a folder");
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
  [["sbom", "score", "--profile", "bsi", "good.json"], "There is no profile `bsi`; there are `bsi-tr-03183-2`"],
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
