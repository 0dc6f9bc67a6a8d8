import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const HEAD = `# Decisions

Choices that somebody might ask about, one record each. A new record takes the next free number of its area; the areas were
numbered apart so that people could write at the same time, so **a number that is missing was never used**.

| number | decision | status |
| --- | --- | --- |
`;

/** Writes `docs/decisions/README.md`: every record with its title and status. Throws where two have one number. */
export function writeDecisionIndex(root: string): void {
  const folder = join(root, "docs/decisions");
  writeFileSync(join(folder, "README.md"), decisionIndex(readRecords(folder)));
}

interface DecisionRecord {
  readonly file: string;
  readonly text: string;
}

/** The index of records, by number. Throws where two have one number or one has no title or status. */
export function decisionIndex(records: readonly DecisionRecord[]): string {
  const numbers = new Map<string, string>();
  const rows = records.map(({ file, text }) => {
    const number = file.slice(0, 3);
    const other = numbers.get(number);
    if (other !== undefined) throw new Error(`${file} and ${other} have one number.`);
    numbers.set(number, file);
    const heading = /^# (?<number>\d{3}): (?<title>.+)$/m.exec(text)?.groups;
    const title = heading?.["number"] === number ? heading["title"] : undefined;
    const status = /^- Status: (?<status>.+)$/m.exec(text)?.groups?.["status"];
    if (title === undefined || status === undefined)
      throw new Error(`${file} lacks "# ${number}: …" or "- Status: …".`);
    return `| [${number}](${file}) | ${title} | ${status} |\n`;
  });
  return HEAD + rows.join("");
}

function readRecords(folder: string): DecisionRecord[] {
  const files = readdirSync(folder).filter((name) => /^\d{3}-.*\.md$/.test(name));
  return files.toSorted().map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) writeDecisionIndex(process.cwd());
