/** Compares the entries of two versions of a list, nested ones among them. */
import type { List, ListItem, Nodes } from "mdast";

import { judgeSentence, strictest, type Judged } from "../bounds/judge-sentence.ts";
import type { Announcement } from "./announcement.ts";
import { judgeAmount } from "./judge-amount.ts";
import { plainText } from "./plain-text.ts";

/** Share of common words from which on an entry is another version of one. */
const MIN_COMMON = 0.5;
const MAX_ENTRIES = 400;
const MAX_SHOWN = 60;

/** The texts of a list, every entry by itself. */
export function entriesOf(list: List): string[] {
  const entries: string[] = [];
  const pending: Nodes[] = [list];
  for (let node = pending.pop(); node !== undefined && entries.length < MAX_ENTRIES; node = pending.pop()) {
    if (node.type === "listItem") {
      const text = ownText(node);
      if (text !== "") entries.push(text);
    }
    if (node.type === "list" || node.type === "listItem") pending.push(...node.children.toReversed());
  }
  return entries;
}

function ownText(item: ListItem): string {
  return plainText(...item.children.filter(({ type }) => type !== "list"));
}

/** What became of the entries; undefined where nothing did. */
export function compareEntries(
  before: readonly string[],
  after: readonly string[],
  announced: Announcement,
): Judged | undefined {
  const keys = (entries: readonly string[]): string[] => entries.map(keyOf);
  const [from, to] = [keys(before), keys(after)];
  const lost = before.filter((_entry, index) => !to.includes(from[index] ?? ""));
  const fresh = after.filter((_entry, index) => !from.includes(to[index] ?? ""));
  const judged: Judged[] = [];
  for (const entry of fresh) {
    const partner = nearest(entry, lost);
    if (partner === undefined) judged.push({ effect: announced.added, evidence: `a new entry: ${cut(entry)}` });
    else {
      lost.splice(lost.indexOf(partner), 1);
      judged.push(judgeEntryText(partner, entry, announced));
    }
  }
  for (const entry of lost) judged.push({ effect: announced.removed, evidence: `an entry is gone: ${cut(entry)}` });
  return strictest(judged);
}

/** One entry before and after. */
export function judgeEntryText(before: string, after: string, announced: Announcement): Judged {
  return judgeAmount(before, after, announced) ?? judgeSentence(before, after, announced.place);
}

/** Commas and periods at the end of an entry belong to the list. */
function keyOf(entry: string): string {
  return entry.replace(/(?:[,;.]|,? (?:and|or))$/, "").trimEnd();
}

function nearest(entry: string, others: readonly string[]): string | undefined {
  const words = new Set(wordsOf(entry));
  let best: { readonly other: string; readonly share: number } | undefined;
  for (const other of others) {
    const own = wordsOf(other);
    const share = (2 * own.filter((word) => words.has(word)).length) / (own.length + words.size || 1);
    if (share >= MIN_COMMON && share > (best?.share ?? 0)) best = { other, share };
  }
  return best?.other;
}

function wordsOf(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))];
}

function cut(text: string): string {
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN - 1)}…` : text;
}
