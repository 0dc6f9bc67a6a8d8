import { expect, test } from "vitest";

import type { JudgeOptions } from "#core/standards/changes/judge-change.ts";

import { judgeStep, sample, stable } from "./sample-tree.ts";

const ONE = "scs-0100-v1-one.md";
const TWO = "scs-0100-v2-one.md";
const THREE = "scs-0100-v3-one.md";
const NEW = "scs-0101-v1-new.md";
const NOTES = "scs-0100-w1-notes.md";
const DATES = "stabilized_at: 2024-01-01";
const UPDATE = sample({ fields: [`replaces: [${ONE}]`] });
const SUPPLEMENT = sample({ type: "Supplement", status: "", fields: [`supplements: [${ONE}]`] });
const OTHER_TEXT =
  "## Introduction\n\nAltogether different.\n\n## Regulations\n\nNothing of it stays.\n\nNo line does.\n";

/** A document with a status and its dates. */
function retired(status: string, fields: readonly string[], rule?: string): string {
  return stable(rule, fields).replace("status: Stable", `status: ${status}`);
}

const FINAL = "the end of a life is final; propose a new document or version instead.";
const DEPRECATED = retired("Deprecated", [DATES, "deprecated_at: 2025-01-01"]);

type Case = [
  name: string,
  before: Record<string, string>,
  after: Record<string, string | undefined>,
  reasons: string[],
  options?: JudgeOptions,
];

/** Where and why, word by word: authors have nothing else to go by. */
test.each<Case>([
  // transition
  [
    "a Draft that is deprecated",
    { [ONE]: sample() },
    { [ONE]: retired("Deprecated", ["deprecated_at: 2025-01-01"]) },
    [
      "warning transition scs-0100-v1-one.md:4:9 `Draft` became `Deprecated`: a Draft is `Rejected`; only what was Stable is deprecated.",
    ],
  ],
  [
    "a Stable document that becomes a Draft",
    { [ONE]: stable() },
    { [ONE]: stable().replace("Stable", "Draft") },
    [
      "error transition scs-0100-v1-one.md:4:9 `Stable` became `Draft`: others rely on a Stable document; deprecate it, or propose a new version.",
    ],
  ],
  [
    "a template that becomes Stable, its lines broken elsewhere",
    { [ONE]: sample() },
    {
      [ONE]: stable(
        "Say what MUST hold, one demand per\nsentence, so that each can be tested.\n\nTerm\n  What this document means by it.",
      ),
    },
    [
      "error template scs-0100-v1-one.md:15:1 `Say what MUST hold, one demand per sentence, so that each can be tested.` and 1 more comes from the template and would bind; expected what the document has to say.",
    ],
  ],
  [
    "a Stable document that always held a sentence of the template",
    { [ONE]: stable("Name the standards that this decision shapes.\n\nText.") },
    { [ONE]: stable("Name the standards that this decision shapes.\n\nOther text.") },
    [
      "note tightening scs-0100-v1-one.md:1:1 The words of a Stable document changed outside its demands; read them once.",
    ],
  ],
  [
    "a Stable document that is rejected",
    { [ONE]: stable() },
    { [ONE]: retired("Rejected", [DATES, "rejected_at: 2025-01-01"]) },
    [
      "error transition scs-0100-v1-one.md:4:9 `Stable` became `Rejected`: a Stable document is deprecated; rejection is for Drafts.",
    ],
  ],
  [
    "a Deprecated document that is a Draft again",
    { [ONE]: DEPRECATED },
    { [ONE]: DEPRECATED.replace("Deprecated", "Draft") },
    [
      "error transition scs-0100-v1-one.md:4:9 `Deprecated` became `Draft`: the end of a life is final; propose a new document or version instead.",
    ],
  ],
  [
    "a Deprecated document that is Stable again",
    { [ONE]: DEPRECATED },
    { [ONE]: DEPRECATED.replace("Deprecated", "Stable") },
    [
      "error transition scs-0100-v1-one.md:4:9 `Deprecated` became `Stable`: the end of a life is final; propose a new document or version instead.",
    ],
  ],
  [
    "a Deprecated document that is rejected",
    { [ONE]: DEPRECATED },
    { [ONE]: DEPRECATED.replace("status: Deprecated", "status: Rejected\nrejected_at: 2025-06-01") },
    [
      "error transition scs-0100-v1-one.md:4:9 `Deprecated` became `Rejected`: the end of a life is final; propose a new document or version instead.",
    ],
  ],
  ...(["Draft", "Stable", "Deprecated"] as const).map<Case>((status) => [
    `a Rejected document that becomes ${status}`,
    { [ONE]: retired("Rejected", [DATES, "rejected_at: 2025-01-01"]) },
    { [ONE]: retired(status, [DATES, "rejected_at: 2025-01-01", "deprecated_at: 2026-01-01"]) },
    [`error transition ${ONE}:4:9 \`Rejected\` became \`${status}\`: ${FINAL}`],
  ]),
  [
    "a status that is gone",
    { [ONE]: stable() },
    { [ONE]: stable().replace("status: Stable\n", "") },
    ["error transition scs-0100-v1-one.md:1:1 The status `Stable` is gone; expected one of the life cycle."],
  ],
  [
    "a status that nobody knows",
    { [ONE]: stable() },
    { [ONE]: stable().replace("status: Stable", "status: Final") },
    ["error transition scs-0100-v1-one.md:4:9 The status `Stable` is gone; expected one of the life cycle."],
  ],
  // dates
  [
    "a stabilization without date",
    { [ONE]: sample() },
    { [ONE]: sample({ status: "Stable" }) },
    [
      "error dates scs-0100-v1-one.md:4:9 The document becomes `Stable` without `stabilized_at`; give the date from which this counts.",
    ],
  ],
  [
    "a deprecation without date",
    { [ONE]: stable() },
    { [ONE]: retired("Deprecated", [DATES]) },
    [
      "error dates scs-0100-v1-one.md:4:9 The document becomes `Deprecated` without `deprecated_at`; give the date from which this counts.",
    ],
  ],
  [
    "a rejection without date",
    { [ONE]: sample() },
    { [ONE]: sample({ status: "Rejected" }) },
    [
      "error dates scs-0100-v1-one.md:4:9 The document becomes `Rejected` without `rejected_at`; give the date from which this counts.",
    ],
  ],
  [
    "a day of stabilization that changes",
    { [ONE]: stable() },
    { [ONE]: stable(undefined, ["stabilized_at: 2023-01-01"]) },
    [
      "error dates scs-0100-v1-one.md:6:16 `stabilized_at` was `2024-01-01` and became `2023-01-01`; the day on which others could begin to rely on the document does not change.",
    ],
  ],
  [
    "a day of stabilization that is gone",
    { [ONE]: stable() },
    { [ONE]: stable(undefined, []) },
    [
      "error dates scs-0100-v1-one.md:1:1 `stabilized_at` was `2024-01-01` and is gone; the day on which others could begin to rely on the document does not change.",
    ],
  ],
  [
    "a day of stabilization of a Draft that changes",
    { [ONE]: sample({ fields: [DATES] }) },
    { [ONE]: sample({ fields: ["stabilized_at: 2025-01-01"] }) },
    [],
  ],
  [
    "a day of deprecation that moves",
    { [ONE]: DEPRECATED },
    { [ONE]: DEPRECATED.replace("2025-01-01", "2025-02-01") },
    [
      "warning dates scs-0100-v1-one.md:7:16 `deprecated_at` was announced as `2025-01-01` and became `2025-02-01`; say in the description why.",
    ],
  ],
  [
    "an announced deprecation that is taken back",
    { [ONE]: stable(undefined, [DATES, "deprecated_at: 2030-01-01"]) },
    { [ONE]: stable() },
    [
      "warning dates scs-0100-v1-one.md:1:1 `deprecated_at` was announced as `2030-01-01` and is gone; say in the description why.",
    ],
  ],
  [
    "a day of rejection that moves",
    { [ONE]: retired("Rejected", ["rejected_at: 2025-01-01"]) },
    { [ONE]: retired("Rejected", ["rejected_at: 2025-02-01"]) },
    [
      "warning dates scs-0100-v1-one.md:6:14 `rejected_at` was announced as `2025-01-01` and became `2025-02-01`; say in the description why.",
    ],
  ],
  // deletion and renames
  [
    "a Draft that is gone",
    { [ONE]: sample() },
    { [ONE]: undefined },
    [
      "warning deletion scs-0100-v1-one.md:1:1 The Draft is gone; a proposal that failed becomes `Rejected`, so that the next one can learn from it.",
    ],
  ],
  [
    "a Stable document that is gone",
    { [ONE]: stable() },
    { [ONE]: undefined },
    [
      "error deletion scs-0100-v1-one.md:1:1 The document was `Stable` and is gone; others refer to it. Deprecate it instead.",
    ],
  ],
  [
    "a Deprecated document that is gone",
    { [ONE]: DEPRECATED },
    { [ONE]: undefined },
    ["error deletion scs-0100-v1-one.md:1:1 The document was `Deprecated` and is gone; others refer to it. Keep it."],
  ],
  [
    "a supplement that is gone",
    { [ONE]: stable(), [NOTES]: SUPPLEMENT },
    { [NOTES]: undefined },
    ["note deletion scs-0100-w1-notes.md:1:1 The supplement is gone; links to its page will break."],
  ],
  [
    "a proposal without number that is gone",
    { "scs-xxxx-v1-new.md": sample() },
    { "scs-xxxx-v1-new.md": undefined },
    [],
  ],
  ["a file without a name of ours that is gone", { "notes.md": sample() }, { "notes.md": undefined }, []],
  [
    "a document that goes on under another number",
    { [ONE]: stable() },
    { [ONE]: undefined, [NEW]: stable() },
    [
      "error deletion scs-0100-v1-one.md:1:1 The document goes on as `scs-0101-v1-new.md`; links to its number would break. Keep the number.",
      "error new-status scs-0101-v1-new.md:4:9 The new document is `Stable`; expected `Draft`.",
    ],
  ],
  [
    "another document of another number",
    { [ONE]: stable() },
    { [ONE]: undefined, [NEW]: sample({ body: OTHER_TEXT }) },
    [
      "error deletion scs-0100-v1-one.md:1:1 The document goes on as `scs-0101-v1-new.md`; links to its number would break. Keep the number.",
    ],
  ],
  [
    "another slug",
    { [ONE]: stable() },
    { [ONE]: undefined, "scs-0100-v1-other.md": stable() },
    [
      "error rename scs-0100-v1-other.md:1:1 `scs-0100-v1-one.md` became `scs-0100-v1-other.md`; links to the old name would break. Keep the name.",
    ],
  ],
  [
    "a supplement with another slug",
    { [ONE]: stable(), [NOTES]: SUPPLEMENT },
    { [NOTES]: undefined, "scs-0100-w1-more.md": SUPPLEMENT },
    [],
  ],
  // identity
  [
    "another track of a Draft",
    { [ONE]: sample() },
    { [ONE]: sample({ track: "KaaS" }) },
    ["warning identity scs-0100-v1-one.md:5:8 The track was `IaaS` and became `KaaS`; say so in the description."],
  ],
  [
    "another track of a Draft, which the description names",
    { [ONE]: sample() },
    { [ONE]: sample({ track: "KaaS" }) },
    [],
    { description: "Another Track fits." },
  ],
  [
    "another type of a Draft, while the description names prototypes",
    { [ONE]: sample() },
    { [ONE]: sample({ type: "Procedural" }) },
    [
      "warning identity scs-0100-v1-one.md:3:7 The type was `Standard` and became `Procedural`; say so in the description.",
    ],
    { description: "prototypes" },
  ],
  [
    "a track that is gone",
    { [ONE]: sample() },
    { [ONE]: sample().replace("track: IaaS\n", "") },
    ["warning identity scs-0100-v1-one.md:1:1 The track was `IaaS` and is gone; say so in the description."],
  ],
  [
    "another type of a Stable document",
    { [ONE]: stable() },
    { [ONE]: stable().replace("type: Standard", "type: Procedural") },
    [
      "error identity scs-0100-v1-one.md:3:7 The type was `Standard` and became `Procedural`, but the document was `Stable`.",
    ],
  ],
  [
    "the same with a reason",
    { [ONE]: stable() },
    { [ONE]: stable().replace("type: Standard", "type: Procedural") },
    [
      "warning identity scs-0100-v1-one.md:3:7 The type was `Standard` and became `Procedural`, but the document was `Stable`. [it always was one]",
    ],
    { description: "waiver: it always was one" },
  ],
  [
    "another track of a supplement",
    { [ONE]: stable(), [NOTES]: SUPPLEMENT },
    { [NOTES]: SUPPLEMENT.replace("IaaS", "KaaS") },
    [],
  ],
  // versions
  [
    "a second Stable version",
    { [ONE]: stable(), [TWO]: UPDATE },
    { [TWO]: UPDATE.replace("status: Draft", `status: Stable\n${DATES}`) },
    [
      "error one-stable scs-0100-v2-one.md:4:9 `scs-0100-v1-one.md` is Stable too; deprecate it from the day on which this one is Stable.",
    ],
  ],
  [
    "a second Stable version while the end of the first is announced",
    { [ONE]: stable(undefined, [DATES, "deprecated_at: 2030-01-01"]), [TWO]: UPDATE },
    { [TWO]: UPDATE.replace("status: Draft", `status: Stable\n${DATES}`) },
    [],
  ],
  [
    "a version that is there already",
    { [ONE]: stable(), [TWO]: UPDATE },
    { "scs-0100-v2-other.md": sample({ body: OTHER_TEXT }) },
    ["error major-update scs-0100-v2-other.md:1:1 There is a version 2 of `0100` already."],
  ],
  [
    "a version that leaves one out",
    { [ONE]: stable() },
    { [THREE]: UPDATE },
    ["error major-update scs-0100-v3-one.md:1:1 There is no version 2 of `0100` that version 3 could follow."],
  ],
  [
    "a version that does not name the one before",
    { [ONE]: stable() },
    { [TWO]: sample({ fields: ["replaces: [scs-0107-v1-x.md]"] }) },
    ["error major-update scs-0100-v2-one.md:6:11 `replaces` does not name `scs-0100-v1-one.md`, the version before."],
  ],
  [
    "a version of a Draft",
    { [ONE]: sample() },
    { [TWO]: UPDATE },
    [
      "warning major-update scs-0100-v2-one.md:1:1 Version 1 is `Draft`; only a Stable document needs a new version, any other is edited.",
    ],
  ],
  [
    "a version of a document without status",
    { [ONE]: sample({ status: "" }) },
    { [TWO]: UPDATE },
    [
      "warning major-update scs-0100-v2-one.md:1:1 Version 1 is `without status`; only a Stable document needs a new version, any other is edited.",
    ],
  ],
  [
    "a version together with an edit of the one before",
    { [ONE]: stable() },
    { [TWO]: UPDATE, [ONE]: stable("Nodes SHOULD be tested.") },
    [
      "warning major-update scs-0100-v1-one.md:1:1 Version 1 changes together with its successor; leave it alone until version 2 is Stable.",
      "note tightening scs-0100-v1-one.md:1:1 The demands of a Stable document changed, none of them towards more.",
    ],
  ],
  [
    "a deprecation in favor of a Draft that names it",
    { [ONE]: stable(), [TWO]: UPDATE },
    { [ONE]: DEPRECATED },
    [
      "error replaced-early scs-0100-v1-one.md:4:9 `scs-0100-v2-one.md`, which replaces this document, is a Draft still; wait until it is Stable.",
    ],
  ],
  [
    "a Draft that is newly named as the successor",
    { [ONE]: stable(), [TWO]: sample() },
    { [ONE]: stable(undefined, [DATES, `replaced_by: [${TWO}]`]) },
    [
      "error replaced-early scs-0100-v1-one.md:7:14 `scs-0100-v2-one.md`, which replaces this document, is a Draft still; wait until it is Stable.",
    ],
  ],
  [
    "a Draft that was named as the successor before",
    { [ONE]: stable(undefined, [DATES, `replaced_by: [${TWO}]`]), [TWO]: sample() },
    { [ONE]: stable("Nodes SHOULD be tested.", [DATES, `replaced_by: [${TWO}]`]) },
    ["note tightening scs-0100-v1-one.md:1:1 The demands of a Stable document changed, none of them towards more."],
  ],
  [
    "a successor that nobody has",
    { [ONE]: stable() },
    { [ONE]: stable(undefined, [DATES, `replaced_by: [${TWO}]`]) },
    [],
  ],
  // new documents
  [
    "a new document that is Stable",
    { [ONE]: stable() },
    { [NEW]: sample({ status: "Stable", fields: [DATES], body: OTHER_TEXT }) },
    ["error new-status scs-0101-v1-new.md:4:9 The new document is `Stable`; expected `Draft`."],
  ],
  [
    "a new document without status",
    { [ONE]: stable() },
    { [NEW]: sample({ status: "", body: OTHER_TEXT }) },
    ["error new-status scs-0101-v1-new.md:1:1 The new document has no status; expected `Draft`."],
  ],
  [
    "a new Decision Record that is Stable",
    { [ONE]: stable() },
    { [NEW]: sample({ type: "Decision Record", status: "Stable", fields: [DATES], body: OTHER_TEXT }) },
    [],
  ],
  [
    "a new Decision Record that is Deprecated",
    { [ONE]: stable() },
    { [NEW]: sample({ type: "Decision Record", status: "Deprecated", body: OTHER_TEXT }) },
    ["error new-status scs-0101-v1-new.md:4:9 The new document is `Deprecated`; expected `Draft`."],
  ],
  [
    "a second new document",
    {},
    { "scs-0100-v1-a.md": sample(), "scs-0101-v1-b.md": sample({ body: OTHER_TEXT }) },
    [
      "error one-primary scs-0101-v1-b.md:1:1 A second new document beside `scs-0100-v1-a.md`; propose each in a change of its own.",
    ],
  ],
  [
    "a number in use",
    { [ONE]: stable() },
    { "scs-0100-v1-new.md": sample({ body: OTHER_TEXT }) },
    [
      "error number scs-0100-v1-new.md:1:1 The number `0100` belongs to `scs-0100-v1-one.md`; the next free one is `0101`.",
    ],
  ],
  [
    "a number of which only a later version is there",
    { [TWO]: stable() },
    { "scs-0100-v1-new.md": sample({ body: OTHER_TEXT }) },
    [
      "warning number scs-0100-v1-new.md:1:1 A version 1 of `0100` comes after `scs-0100-v2-one.md`; versions go up, unless this one was published before; the next free one is `0101`.",
    ],
  ],
  [
    "a number that this change sets free",
    { [ONE]: stable() },
    { [ONE]: undefined, "scs-0100-v1-new.md": sample({ body: OTHER_TEXT }) },
    [
      "error dates scs-0100-v1-new.md:1:1 `stabilized_at` was `2024-01-01` and is gone; the day on which others could begin to rely on the document does not change.",
      "error rename scs-0100-v1-new.md:1:1 `scs-0100-v1-one.md` became `scs-0100-v1-new.md`; links to the old name would break. Keep the name.",
      "note tightening scs-0100-v1-new.md:1:1 The demands of a Stable document changed, none of them towards more.",
      "error transition scs-0100-v1-new.md:4:9 `Stable` became `Draft`: others rely on a Stable document; deprecate it, or propose a new version.",
    ],
  ],
  ["any free number may be taken", { [ONE]: stable() }, { "scs-0107-v1-new.md": sample({ body: OTHER_TEXT }) }, []],
  [
    "a proposal in capitals",
    { [ONE]: stable() },
    { "scs-XXXX-v1-new.md": sample({ body: OTHER_TEXT }) },
    [
      "error number scs-XXXX-v1-new.md:1:1 `scs-XXXX-v1-new.md`: a proposal without number is written `xxxx`, in lower case.",
      "note number scs-XXXX-v1-new.md:1:1 A proposal gets its number before it is merged; the next free one is `0101` (`stele accept` writes it).",
    ],
  ],
  [
    "a proposal of a track that nobody knows",
    { [ONE]: stable() },
    { "scs-xxxx-v1-new.md": sample({ track: "Sea", body: OTHER_TEXT }) },
    ["note number scs-xxxx-v1-new.md:1:1 A proposal gets its number before it is merged."],
  ],
  [
    "a supplement in capitals",
    { [ONE]: stable() },
    { "scs-XXXX-w1-notes.md": SUPPLEMENT },
    [
      "error number scs-XXXX-w1-notes.md:1:1 `scs-XXXX-w1-notes.md` has no number; a supplement has the number of its main document.",
    ],
  ],
  [
    "a supplement of nothing",
    {},
    { [NOTES]: SUPPLEMENT },
    ["error number scs-0100-w1-notes.md:1:1 There is no main document of the number `0100` for this supplement."],
  ],
  [
    "a supplement with a status",
    { [ONE]: stable() },
    { [NOTES]: SUPPLEMENT.replace("type:", "status: Draft\ntype:") },
    ["error supplement-status scs-0100-w1-notes.md:3:9 A supplement has no status; remove the field."],
  ],
  [
    "a version that somebody else proposes too",
    { [ONE]: stable() },
    { [TWO]: UPDATE },
    [
      "error number scs-0100-v2-one.md:1:1 The version `0100-v2` is taken by `scs-0100-v2-two.md` in #7; agree on who keeps it; the next free one is `0101`.",
    ],
    { otherHeads: [{ name: "#7", fileNames: [ONE, "scs-0100-v2-two.md"] }] },
  ],
  [
    "a number that somebody else's later version has",
    { [ONE]: stable() },
    { [NEW]: sample({ body: OTHER_TEXT }) },
    [
      "error number scs-0101-v1-new.md:1:1 The number `0101` is taken by `scs-0101-v3-x.md` in #8; agree on who keeps it; the next free one is `0102`.",
    ],
    { otherHeads: [{ name: "#8", fileNames: ["scs-0101-v3-x.md"] }] },
  ],
  [
    "a number that somebody else's supplement has",
    { [ONE]: stable() },
    { [NEW]: sample({ body: OTHER_TEXT }) },
    [],
    { otherHeads: [{ name: "#9", fileNames: ["scs-0101-w1-x.md"] }] },
  ],
  // edits
  [
    "new words in a Deprecated document",
    { [ONE]: DEPRECATED },
    { [ONE]: DEPRECATED.replace("Text.", "Words.") },
    [
      "warning retired scs-0100-v1-one.md:1:1 The words of a `Deprecated` document changed; only editorial changes are for it.",
    ],
  ],
  [
    "new words in a Rejected document",
    { [ONE]: retired("Rejected", ["rejected_at: 2025-01-01"]) },
    { [ONE]: retired("Rejected", ["rejected_at: 2025-01-01"]).replace("Text.", "Words.") },
    [
      "warning retired scs-0100-v1-one.md:1:1 The words of a `Rejected` document changed; only editorial changes are for it.",
    ],
  ],
  [
    "another demand in a Deprecated document",
    { [ONE]: DEPRECATED },
    { [ONE]: `${DEPRECATED}\nIt MUST be so.\n` },
    [
      "error retired scs-0100-v1-one.md:18:1 The demands of a `Deprecated` document changed (a demand that was not there); its text is history.",
    ],
  ],
  [
    "one demand less in a Deprecated document",
    { [ONE]: DEPRECATED },
    { [ONE]: DEPRECATED.replace("Nodes MUST be tested.", "Nodes are.") },
    [
      "error retired scs-0100-v1-one.md:1:1 The demands of a `Deprecated` document changed (a demand is gone); its text is history.",
    ],
  ],
  [
    "new words in a Stable document",
    { [ONE]: stable() },
    { [ONE]: stable().replace("Text.", "Words.") },
    [
      "note tightening scs-0100-v1-one.md:1:1 The words of a Stable document changed outside its demands; read them once.",
    ],
  ],
  [
    "another number in a Stable document",
    { [ONE]: stable().replace("Text.", "Seen 3 times.") },
    { [ONE]: stable().replace("Text.", "Seen 4 times.") },
    [
      "warning tightening scs-0100-v1-one.md:1:1 Numbers, tables or code of a Stable document changed outside its demands; read whether a demand goes by them.",
    ],
  ],
  [
    "a demand less in a Stable document",
    { [ONE]: stable() },
    { [ONE]: stable("Nodes SHOULD be tested.") },
    ["note tightening scs-0100-v1-one.md:1:1 The demands of a Stable document changed, none of them towards more."],
  ],
  [
    "a demand more in a Stable document",
    { [ONE]: stable() },
    { [ONE]: stable("Nodes MUST be tested.\n\nDisks MUST be tested.") },
    [
      'error tightening scs-0100-v1-one.md:17:1 A Stable document asks for more: a demand that was not there: "Disks MUST be tested.". Propose a new version, or give the reason as `waiver: …`.',
    ],
  ],
  [
    "advice more in a Stable document",
    { [ONE]: stable() },
    { [ONE]: stable("Nodes MUST be tested.\n\nDisks SHOULD be tested.") },
    [
      'warning tightening scs-0100-v1-one.md:17:1 A Stable document advises more: new advice: "Disks SHOULD be tested.". Propose a new version, or give the reason as `waiver: …`.',
    ],
  ],
])("%s", (_, before, after, expected, options) => {
  expect(wordsOf(before, after, options)).toEqual(expected);
});

function wordsOf(before: Case[1], after: Case[2], options?: JudgeOptions): string[] {
  return judgeStep(before, after, options).reasons.map(({ severity, ruleId, place, message, waiver }) => {
    const file = place.path.replace("Standards/", "");
    const at = `${file}:${place.start.line}:${place.start.column}`;
    return `${severity} ${ruleId.replace("change/", "")} ${at} ${message}${waiver === undefined ? "" : ` [${waiver}]`}`;
  });
}
