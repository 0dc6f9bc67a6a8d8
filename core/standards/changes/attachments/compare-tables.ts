/** Compares two versions of a table: rows by their first cell, columns by their heads, cells as quantities. */
import type { Table, TableRow } from "mdast";

import { COST_NOUNS } from "../bounds/lexicon.ts";
import { strictest, type Judged } from "../bounds/judge-sentence.ts";
import type { Announcement } from "./announcement.ts";
import { judgeEntryText } from "./compare-entries.ts";
import { plainText } from "./plain-text.ts";

interface TableText {
  readonly heads: readonly string[];
  /** By key. */
  readonly rows: ReadonlyMap<string, readonly string[]>;
}

/** Columns that explain. */
const EXPLAINS =
  /\b(?:notes?|comments?|remarks?|description|purpose|example|reference|see|rationale|reason|meaning)\b/i;
/** Columns in which a change may take back what the others say. */
const EXCEPTS = /\b(?:exceptions?|optional|conditions?|if|when|since|until|deprecated|not|except|applies)\b/i;

/** What became of a table; undefined where nothing did. */
export function compareTables(before: Table, after: Table, announced: Announcement): Judged | undefined {
  const [from, to] = [readTable(before), readTable(after)];
  const judged: Judged[] = [...judgeColumns(from, to, announced)];
  for (const [key, cells] of to.rows) {
    const earlier = from.rows.get(key);
    if (earlier === undefined) judged.push({ effect: announced.added, evidence: `the row ${shown(key)} is new` });
    else judged.push(...judgeCells(key, from.heads, earlier, to.heads, cells, announced));
  }
  for (const key of from.rows.keys()) {
    if (!to.rows.has(key)) judged.push({ effect: announced.removed, evidence: `the row ${shown(key)} is gone` });
  }
  return strictest(judged);
}

function readTable({ children: [head, ...body] }: Table): TableText {
  const rows = new Map<string, readonly string[]>();
  for (const row of body) {
    const cells = cellsOf(row);
    let key = cells[0] ?? "";
    // Two rows may begin alike; they are told apart by their order.
    for (let copy = 2; rows.has(key); copy += 1) key = `${cells[0] ?? ""} (${copy})`;
    rows.set(key, cells);
  }
  return { heads: head === undefined ? [] : cellsOf(head), rows };
}

function cellsOf(row: TableRow): string[] {
  return row.children.map((cell) => plainText(cell));
}

function* judgeColumns(from: TableText, to: TableText, announced: Announcement): Iterable<Judged> {
  for (const head of to.heads) {
    if (from.heads.includes(head)) continue;
    yield { effect: EXPLAINS.test(head) ? "unclear" : announced.added, evidence: `the column ${shown(head)} is new` };
  }
  for (const head of from.heads) {
    if (to.heads.includes(head)) continue;
    const effect = EXPLAINS.test(head) || EXCEPTS.test(head) ? "unclear" : announced.removed;
    yield { effect, evidence: `the column ${shown(head)} is gone` };
  }
}

function* judgeCells(
  key: string,
  headsBefore: readonly string[],
  before: readonly string[],
  headsAfter: readonly string[],
  after: readonly string[],
  announced: Announcement,
): Iterable<Judged> {
  for (const [index, cell] of after.entries()) {
    const head = headsAfter[index] ?? "";
    const at = head === "" || headsBefore[index] === head ? index : headsBefore.indexOf(head);
    const earlier = before[at];
    if (at < 0 || earlier === undefined || earlier === cell) continue;
    const { effect, evidence } = judgeCell(earlier, cell, head, announced);
    yield { effect, evidence: `in the row ${shown(key)}, ${evidence}` };
  }
}

function judgeCell(before: string, after: string, head: string, announced: Announcement): Judged {
  const limit = limitOfHead(head) ?? announced.limit;
  if (before === "" || after === "") {
    const evidence = before === "" ? `${shown(after)} is new` : `${shown(before)} is gone`;
    const isPlain = !EXPLAINS.test(head) && !EXCEPTS.test(head);
    return { effect: isPlain ? (before === "" ? announced.added : announced.removed) : "unclear", evidence };
  }
  const judged = judgeEntryText(before, after, { ...announced, limit });
  return EXPLAINS.test(head) && judged.effect !== "none" ? { ...judged, effect: "unclear" } : judged;
}

/** A head such as `Min. RAM` sets the direction of its numbers; a maximum does so where less is better. */
function limitOfHead(head: string): "upper" | "lower" | undefined {
  const words = head.toLowerCase().match(/[\p{L}≤≥<>=]+/gu) ?? [];
  if (words.some((word) => /^(?:min|minimum|minimal|≥|>=)$/.test(word))) return "lower";
  const isMaximum = words.some((word) => /^(?:max|maximum|maximal|≤|<=)$/.test(word));
  return isMaximum && words.some((word) => COST_NOUNS.has(word)) ? "upper" : undefined;
}

function shown(text: string): string {
  return text.startsWith("`") ? text : `\`${text.length > 60 ? `${text.slice(0, 59)}…` : text}\``;
}
