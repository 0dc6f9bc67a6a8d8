// Node only: reads ../shared/corpus, and skips when it is not there.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";

import { checkFiles, type TreeFile } from "#core/standards/checking/check-files.ts";
import type { ChangeKind } from "#core/standards/changes/change.ts";
import { judgeChange } from "#core/standards/changes/judge-change.ts";
import type { Verdict } from "#core/standards/changes/verdict.ts";

const SCS = join(import.meta.dirname, "../../../../../shared/corpus");
const CHANGES = join(SCS, "prs");
const names = existsSync(CHANGES) ? readdirSync(CHANGES).sort() : [];

interface Judgement {
  readonly change: string;
  readonly allowed: boolean;
  /** Rules of errors and warnings, in the order of their names. */
  readonly rules: readonly string[];
  /** What a person who knows SCS-0001 says of it. */
  readonly because: string;
}

/** The written judgement of every change. */
const JUDGEMENTS: readonly Judgement[] = [
  {
    change: "2023-02-21-f8b8fcc9",
    allowed: false,
    rules: ["major-update"],
    because: "0100-v2 arrives without a v1: its predecessor lay in another folder under another name.",
  },
  {
    change: "2023-03-02-c58a45b2",
    allowed: true,
    rules: [],
    because: "The file moves to another folder, its name and address stay.",
  },
  {
    change: "2023-03-06-eb2bca46",
    allowed: true,
    rules: [],
    because: "Draft becomes Stable with its date; one link is repaired on the way.",
  },
  { change: "2023-04-14-b74018d9", allowed: true, rules: [], because: "A Draft may change as its authors like." },
  {
    change: "2023-06-05-ae75c3d8",
    allowed: false,
    rules: ["major-update", "major-update"],
    because: "0100-v3 names the old Markdown file in `replaces`, not v2, and v2 is a Draft: it could have been edited.",
  },
  {
    change: "2023-06-14-4e560d29",
    allowed: true,
    rules: ["identity"],
    because: "0110 becomes Stable; that it turns from a Standard into a Decision Record is not said anywhere.",
  },
  {
    change: "2023-06-27-e2abcc9a",
    allowed: false,
    rules: ["new-status", "number"],
    because: "0100-v1 is supplied after v2 and v3, and has no status.",
  },
  {
    change: "2023-08-18-92b3e8cc",
    allowed: true,
    rules: [],
    because: "A proposal moves to its folder; what its header lacks, it lacked before.",
  },
  { change: "2023-10-26-def75ccb", allowed: true, rules: [], because: "Two slips of the pen in a Stable document." },
  {
    change: "2023-11-28-1745d4b0",
    allowed: false,
    rules: ["dates", "one-stable"],
    because: "0100-v1 becomes Stable without a date while v3 is; 0412 gets the track that its number says, a repair.",
  },
  {
    change: "2024-02-13-0301deac",
    allowed: false,
    rules: ["deletion", "number", "one-primary"],
    because:
      "The number of 0212 goes to another document, so links to it lead astray; 0218, where its text goes on, is free.",
  },
  {
    change: "2024-02-14-7664f03b",
    allowed: false,
    rules: ["dates"],
    because:
      "v2 becomes Stable as v1 is deprecated, in the right order, but the date of v1 stands in a field that does not exist.",
  },
  { change: "2024-02-27-70022c8a", allowed: true, rules: [], because: "Draft becomes Stable with its date." },
  {
    change: "2024-03-14-947fa5e5",
    allowed: false,
    rules: ["tightening"],
    because:
      "The Stable SCS-0001 requires another field than before: documents that conformed no longer do. This needs a waiver.",
  },
  {
    change: "2024-06-25-3f68cc48",
    allowed: false,
    rules: ["identity", "supplement-status"],
    because: "A Stable Standard becomes Procedural, and its supplement comes with a status.",
  },
  {
    change: "2024-06-26-ef991585",
    allowed: true,
    rules: [],
    because: "Templates are for authors; they have no life cycle.",
  },
  {
    change: "2024-08-08-d87f0d6d",
    allowed: false,
    rules: ["tightening"],
    because:
      "A mandatory property of a Stable Standard has another name: images that had the old one no longer conform.",
  },
  { change: "2024-09-17-e9d26bc7", allowed: true, rules: [], because: "One new Draft with the next number." },
  {
    change: "2024-11-13-6a43781c",
    allowed: false,
    rules: ["supplement-status"],
    because: "One new Draft with its supplement, which comes with a status.",
  },
  {
    change: "2024-11-20-a3bc95c7",
    allowed: false,
    rules: ["number", "number", "supplement-status"],
    because: "Merged without a number; the supplement has none either, and it has a status.",
  },
  { change: "2025-04-01-8ebb19d8", allowed: true, rules: [], because: "Draft becomes Stable with its date." },
  {
    change: "2025-04-30-bb968be1",
    allowed: true,
    rules: [],
    because: "v1 is deprecated, v2 is Stable: the right order.",
  },
  {
    change: "2026-07-24-cf4fd523",
    allowed: true,
    rules: ["retired"],
    because: "Links of live documents follow the scopes; in a Deprecated one a few words changed with them.",
  },
];

/** Categories of the corpus in our words. */
const KIND_OF: Readonly<Record<string, ChangeKind>> = { stabilise: "stabilize" };

/** Where our kinds differ from the categories of the corpus, and why. */
const OTHER_KINDS: Readonly<Record<string, readonly ChangeKind[]>> = {
  // The corpus counts `Standards/README.md` as an added document.
  "2023-06-14-4e560d29": ["stabilize", "edit-draft"],
  // Documents that were Deprecated before get the new name of the date's field: no step.
  "2024-03-14-947fa5e5": ["edit-stable", "edit-draft", "front-matter-only"],
  // The corpus could not read the status of 0007-v1 (Deprecated) and 0007-v2 (Stable), which begin with a byte order mark.
  "2026-07-24-cf4fd523": ["edit-supplement", "edit-retired", "edit-stable"],
};

describe.runIf(names.length > 0)("the changes of the SCS (skipped without ../shared/corpus)", () => {
  test("there is a written judgement of each", () => {
    expect(names.map(idOf)).toEqual(JUDGEMENTS.map(({ change }) => change));
  });

  test.each(JUDGEMENTS)("$change: $because", ({ change, allowed, rules }) => {
    const { meta, verdict } = judge(change);
    expect(verdict.kind).toBe(OTHER_KINDS[change]?.[0] ?? KIND_OF[meta.category] ?? meta.category);
    const kinds = OTHER_KINDS[change] ?? meta.all_categories.map((category) => KIND_OF[category] ?? category);
    expect([...verdict.kinds].sort()).toEqual([...kinds].sort());
    expect(rulesOf(verdict)).toEqual(rules.map((rule) => `change/${rule}`));
    expect(verdict.allowed).toBe(allowed);
  });

  test.each(JUDGEMENTS)(
    "$change: every new error of the upstream check is a reason or a finding",
    async ({ change }) => {
      const { meta, verdict, head, isComplete } = judge(change);
      const known = new Set(meta.upstream_chk_adrs_before.lines.map(normalize));
      const fresh = meta.upstream_chk_adrs_after.lines.filter(
        (line) => line.startsWith("ERROR") && !known.has(normalize(line)),
      );
      const { findings } = await checkFiles(head, { isComplete, withStyle: false });
      const rules = [...findings, ...verdict.reasons]
        .filter(({ severity }) => severity === "error")
        .map(({ ruleId }) => ruleId);
      for (const line of fresh) expect(rules, line).toContain(ruleFor(line));
    },
  );

  test("a change that upstream accepted without a new error, and we do not, has a reason that only a base can give", () => {
    const stricter = JUDGEMENTS.filter(({ change, allowed }) => {
      const { meta } = judge(change);
      const known = new Set(meta.upstream_chk_adrs_before.lines.map(normalize));
      const isAccepted = meta.upstream_chk_adrs_after.lines.every(
        (line) => !line.startsWith("ERROR") || known.has(normalize(line)),
      );
      return isAccepted && !allowed;
    });
    expect(stricter.map(({ change, rules }) => [change, [...new Set(rules)].join()])).toEqual([
      ["2024-02-13-0301deac", "deletion,number,one-primary"],
      ["2024-03-14-947fa5e5", "tightening"],
      ["2024-08-08-d87f0d6d", "tightening"],
    ]);
  });

  test("a waiver lets a tightening pass, and stays with it", () => {
    const { verdict } = judge(
      "2024-03-14-947fa5e5",
      "Rename the field.\n\nwaiver: agreed in the forum, no document used it rightly\n",
    );
    expect(verdict.allowed).toBe(true);
    const waived = verdict.reasons.find(({ ruleId }) => ruleId === "change/tightening");
    expect(waived).toMatchObject({ severity: "warning", waiver: "agreed in the forum, no document used it rightly" });
  });
});

interface Meta {
  readonly category: ChangeKind;
  readonly all_categories: readonly ChangeKind[];
  readonly documents: readonly { readonly path: string; readonly old_path: string | null }[];
  readonly documents_present_after: readonly string[];
  readonly upstream_chk_adrs_before: { readonly lines: readonly string[] };
  readonly upstream_chk_adrs_after: { readonly lines: readonly string[] };
}

interface Judged {
  readonly meta: Meta;
  readonly verdict: Verdict;
  readonly head: readonly TreeFile[];
  /** The text of every document of the tree is known. */
  readonly isComplete: boolean;
}

/** Judges a change in its tree: an untouched document has the text that the corpus knew last, or else only its name. */
function judge(change: string, description = ""): Judged {
  const name = names.find((candidate) => idOf(candidate) === change) ?? change;
  const folder = join(CHANGES, name);
  const meta: Meta = JSON.parse(readFileSync(join(folder, "meta.json"), "utf8"));
  const paths = meta.documents
    .flatMap(({ path, old_path: oldPath }) => (oldPath === null ? [path] : [path, oldPath]))
    .filter((path) => basename(path) !== "README.md");
  const touched = new Set(paths.map((path) => basename(path)));
  const others = meta.documents_present_after.filter((file) => !touched.has(file) && /-\d{4}-/.test(file));
  const around = others.flatMap((file) => lastKnown(file, name));
  const unchanged = others.filter((file) => !around.some(({ path }) => basename(path) === file));
  const head = [...paths.flatMap((path) => readIfThere(join(folder, "after"), path)), ...around];
  const base = [...paths.flatMap((path) => readIfThere(join(folder, "before"), path)), ...around];
  const verdict = judgeChange(base, head, { description, unchanged });
  return { meta, verdict, head, isComplete: unchanged.length === 0 };
}

/** The text that an untouched document had before a change: of the newest change or snapshot that is older. */
function lastKnown(file: string, change: string): TreeFile[] {
  const snapshots = ["2023-03-23", "2024-03-20", "2025-06-01"].map((date) => ({
    date,
    folder: join(SCS, "scs/snapshots", date),
  }));
  const changes = names.map((name) => ({ date: name, folder: join(CHANGES, name, "after") }));
  const older = [...snapshots, ...changes]
    .filter(({ date }) => date < change)
    .sort((a, b) => (a.date < b.date ? 1 : -1));
  for (const { folder } of older) {
    const [found] = readIfThere(folder, `Standards/${file}`);
    if (found !== undefined) return [found];
  }
  return [];
}

function readIfThere(folder: string, path: string): TreeFile[] {
  const file = join(folder, path);
  return existsSync(file) ? [{ path, bytes: readFileSync(file) }] : [];
}

function rulesOf({ reasons }: Verdict): string[] {
  return reasons
    .filter(({ severity }) => severity !== "note")
    .map(({ ruleId }) => ruleId)
    .sort();
}

function idOf(name: string): string {
  return name.split("-").slice(0, 4).join("-");
}

/** The upstream check writes sets in any order. */
function normalize(line: string): string {
  return line.replace(/\{(.*)\}/, (_whole, list: string) => list.split(", ").sort().join(", "));
}

/** Which of our rules says what the upstream check says. */
function ruleFor(line: string): string {
  if (line.includes("not found")) return "change/major-update";
  if (line.includes("shouldn't have status")) return "change/supplement-status";
  if (line.includes("date is missing")) return "change/dates";
  if (line.includes("duplicate stable")) return "change/one-stable";
  if (line.includes("syntax errors with key(s)")) return "front-matter-required";
  return `no rule for: ${line}`;
}
