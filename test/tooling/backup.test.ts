/** What docs/operations.md says of copies: the tables that it names can be put back, and the rest comes by itself. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
/** The query of the document as the shell hands it over. */
const QUERY = readFileSync(join(ROOT, "docs/operations.md"), "utf8")
  .match(/--command \\\n +"(SELECT '--table [^"]+)"/)?.[1]
  ?.replaceAll("\\\\", "\\");

function migrated(): DatabaseSync {
  const database = new DatabaseSync(":memory:");
  const folder = join(ROOT, "workers/migrations");
  for (const name of readdirSync(folder).sort()) database.exec(readFileSync(join(folder, name), "utf8"));
  return database;
}

function copiedTables(database: DatabaseSync): readonly string[] {
  const { t } = database.prepare(QUERY ?? "").get() as { t: string };
  return t.split("--table ").flatMap((name) => (name.trim() === "" ? [] : [name.trim()]));
}

function rowsOf(database: DatabaseSync, table: string): readonly object[] {
  return database.prepare(`SELECT * FROM "${table}"`).all();
}

test("no table is copied that triggers or migrations fill: putting its rows back would count them twice, or fail", () => {
  const database = migrated();
  const tables = copiedTables(database);
  expect(tables).toContain("latest_result");
  const triggers = database.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").all() as { sql: string }[];
  const written = triggers.flatMap(({ sql }) =>
    [...sql.matchAll(/\b(?:INTO|DELETE FROM|(?<!AFTER |BEFORE |DO )UPDATE) (\w+)/g)].map(([, table = ""]) => table),
  );
  expect(written).toContain("passing_count");
  expect(tables.filter((table) => written.includes(table))).toEqual([]);
  expect(tables.filter((table) => rowsOf(database, table).length > 0)).toEqual([]);
});

const FACTS = `
  INSERT INTO account (subject, demo, group_name) VALUES ('alpha', 1, 'pair'), ('beta', 0, NULL);
  INSERT INTO report (uuid, subject, scope_uuid, checked_at, uploaded_at, uploaded_by, format, document_sha256,
                      document_index, signature_sha256, key_name, key_type, key_blob)
    SELECT value, value, 's', '2026-01-01', '', '', 'yaml', '', 0, '', '', '', '' FROM json_each('["r1", "r2", "r3"]');
  INSERT INTO latest_result (subject, scope_uuid, testcase, version, value, checked_at, expires_at, report_uuid)
    VALUES ('alpha', 's', 't', '*', 1, '2026-01-01', '2999-01-01T00:00:00.000000Z', 'r1'),
           ('beta', 's', 't', '*', -1, '2026-01-01', '2999-01-01T00:00:00.000000Z', 'r2'),
           ('gone', 's', 't', '*', 1, '2026-01-01', '2020-01-01T00:00:00.000000Z', 'r3');
  INSERT INTO certificate (id, number, subject, scope_uuid, scope_alias, scope_name, version, regions, demo)
    VALUES ('2026-0001', 0, 'delta', 's', 'a', 'A', 'v1', '[]', 0);`;

test("what is put back in the order of its tables is what was there, and what follows from it too", () => {
  const [before, after] = [migrated(), migrated()];
  before.exec(FACTS);
  const tables = copiedTables(before);
  for (const table of tables) {
    for (const row of rowsOf(before, table)) {
      const columns = Object.keys(row);
      const places = columns.map(() => "?").join(", ");
      after.prepare(`INSERT INTO "${table}" (${columns.join(", ")}) VALUES (${places})`).run(...Object.values(row));
    }
  }
  for (const table of [...tables, "cloud", "passing_count"])
    expect(rowsOf(after, table)).toEqual(rowsOf(before, table));
  const pairs = "SELECT subject, scope_uuid FROM standing ORDER BY 1, 2";
  expect(after.prepare(pairs).all()).toEqual(before.prepare(pairs).all());
  expect(rowsOf(after, "passing_count")).toMatchObject([{ tested: 2, passing: 1, demo: 1 }]);
});
