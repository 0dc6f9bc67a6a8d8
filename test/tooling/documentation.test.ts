/** Documents for the next person are held against what they speak of. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { describe, expect, test } from "vitest";

import { decisionIndex } from "../../tooling/build/decision-index.ts";
import { ROOT } from "../harness.ts";

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

describe("docs/storage-schema.md", () => {
  const documented = new Set(
    [...read("docs/storage-schema.md").matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name ?? ""),
  );
  const migrations = globSync(join(ROOT, "workers/migrations/*.sql")).map((path) => readFileSync(path, "utf8"));
  const created = migrations.join("\n").matchAll(/^CREATE (?:VIRTUAL )?TABLE (\w+)/gm);
  const dropped = new Set([...migrations.join("\n").matchAll(/^DROP TABLE (\w+)/gm)].map(([, name]) => name));
  const tables = [...created].map(([, name]) => name ?? "").filter((name) => !dropped.has(name));

  test("has a row for every table of the migrations, and for no other", () => {
    expect(tables.filter((name) => !documented.has(name))).toEqual([]);
    expect([...documented].filter((name) => !tables.includes(name))).toEqual([]);
  });
});

describe.each(
  globSync("{*.md,docs/*.md,docs/decisions/*.md,docs/rules/README.md,core/*/*.md,workers/*.md,test/**/README.md}", {
    cwd: ROOT,
  }),
)("%s", (path) => {
  const lines = read(path).split("\n");

  test("has no row that an empty line cuts off from its table", () => {
    const cut = lines.flatMap((line, index) => {
      const isFirst = line.startsWith("|") && !(lines[index - 1] ?? "").startsWith("|");
      return isFirst && !/^\|[-:| ]+\|$/.test(lines[index + 1] ?? "") ? [index + 1] : [];
    });
    expect(cut).toEqual([]);
  });

  test("links to files that are there", () => {
    const links = [...read(path).matchAll(/\]\((?!https?:|mailto:|#|\/)([^)#\s]+)/g)].map(([, target]) => target ?? "");
    expect(links.filter((target) => !existsSync(join(ROOT, dirname(path), target)))).toEqual([]);
  });

  test("names files of the repository that are there", () => {
    const named = [...read(path).matchAll(/`((?:core|site|workers|tooling|test|schemas|docs|bench)\/[\w./-]+\.\w+)`/g)];
    const missing = named.map(([, target]) => target ?? "").filter((target) => !target.includes("/compiled/"));
    expect(missing.filter((target) => !existsSync(join(ROOT, target)))).toEqual([]);
  });
});

describe("the index of decisions", () => {
  const record = (file: string, text = `# ${file.slice(0, 3)}: A title\n\n- Status: accepted\n`) => ({ file, text });

  test("has a row for each record", () => {
    expect(decisionIndex([record("001-a.md"), record("007-b.md")])).toContain(
      "| [007](007-b.md) | A title | accepted |",
    );
  });

  test.each([
    ["two records have one number", [record("001-a.md"), record("001-b.md")], "one number"],
    ["a record has no status", [record("001-a.md", "# 001: A title")], "lacks"],
    ["a title names another number", [record("001-a.md", "# 002: A title\n\n- Status: accepted")], "lacks"],
  ])("refuses where %s", (_, records, message) => {
    expect(() => decisionIndex(records)).toThrow(message);
  });
});
