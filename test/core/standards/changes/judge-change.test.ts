import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readCheckConfig } from "#core/standards/checking/check-config.ts";
import { judgeChange } from "#core/standards/changes/judge-change.ts";
import { verdictInWords } from "#core/standards/changes/verdict.ts";

import { documentPath, documentText } from "../documents/document-arbitrary.ts";
import { judgeStep, reasonsOf, sample, stable, tree } from "./sample-tree.ts";

const ONE = "scs-0100-v1-one.md";
const TWO = "scs-0100-v2-one.md";
const NEW = "scs-0101-v1-new.md";
const NOTES = "scs-0100-w1-notes.md";
const PROPOSAL = "scs-xxxx-v1-new.md";
const SUPPLEMENT = sample({ type: "Supplement", status: "", fields: [`supplements: [${ONE}]`] });
const UPDATE = sample({ fields: [`replaces: [${ONE}]`] });
const DEPRECATED = stable(undefined, ["stabilized_at: 2024-01-01", "deprecated_at: 2025-01-01"]).replace(
  "Stable",
  "Deprecated",
);

describe("what kind of change it is, and whether it may be made", () => {
  const base = { [ONE]: stable() };
  const draft = { [ONE]: sample() };
  test.each<[string, Record<string, string>, Record<string, string | undefined>, string, string[]]>([
    ["nothing", base, {}, "none", []],
    ["a new document with the next number", base, { [NEW]: sample() }, "add-document", []],
    ["a new document that leaves numbers out", base, { "scs-0107-v1-new.md": sample() }, "add-document", []],
    ["a new document with a number in use", base, { "scs-0100-v1-new.md": sample() }, "add-document", ["error number"]],
    ["a proposal without number", base, { [PROPOSAL]: sample() }, "add-document", ["note number"]],
    [
      "a proposal in capitals",
      base,
      { "scs-XXXX-v1-new.md": sample() },
      "add-document",
      ["error number", "note number"],
    ],
    [
      "a proposal that gets its number",
      { ...base, [PROPOSAL]: sample() },
      { [PROPOSAL]: undefined, [NEW]: sample() },
      "rename",
      [],
    ],
    [
      "two new documents",
      base,
      { [NEW]: sample(), "scs-0102-v1-more.md": sample() },
      "add-document",
      ["error one-primary"],
    ],
    ["a new document that is Stable", base, { [NEW]: stable() }, "add-document", ["error new-status"]],
    [
      "a decision that is Stable from the beginning",
      base,
      { [NEW]: stable().replace("Standard", "Decision Record") },
      "add-document",
      [],
    ],
    ["a major update", base, { [TWO]: UPDATE }, "add-document", []],
    [
      "a major update that does not name its predecessor",
      base,
      { [TWO]: sample() },
      "add-document",
      ["error major-update"],
    ],
    ["a major update of a Draft", draft, { [TWO]: UPDATE }, "add-document", ["warning major-update"]],
    [
      "a major update that leaves a version out",
      base,
      { "scs-0100-v3-one.md": UPDATE },
      "add-document",
      ["error major-update"],
    ],
    [
      "a major update that changes its predecessor",
      base,
      { [TWO]: UPDATE, [ONE]: stable("Nodes SHOULD be tested.") },
      "edit-stable",
      ["warning major-update", "note tightening"],
    ],
    [
      "a successor that is a Draft",
      { ...base, [TWO]: UPDATE },
      { [ONE]: DEPRECATED },
      "deprecate",
      ["error replaced-early"],
    ],
    [
      "a successor that is Stable",
      { ...base, [TWO]: UPDATE.replace("status: Draft", "status: Stable\nstabilized_at: 2025-01-01") },
      { [ONE]: DEPRECATED },
      "deprecate",
      [],
    ],
    ["a supplement", base, { [NOTES]: SUPPLEMENT }, "add-supplement", []],
    ["a supplement of nothing", {}, { [NOTES]: SUPPLEMENT }, "add-supplement", ["error number"]],
    [
      "a supplement with a status",
      base,
      { [NOTES]: SUPPLEMENT.replace("type:", "status: Draft\ntype:") },
      "add-supplement",
      ["error supplement-status"],
    ],
    [
      "an edited supplement",
      { ...base, [NOTES]: SUPPLEMENT },
      { [NOTES]: `${SUPPLEMENT}\nIt MUST be.\n` },
      "edit-supplement",
      [],
    ],
    ["a stabilization", draft, { [ONE]: stable() }, "stabilize", []],
    ["a stabilization without date", draft, { [ONE]: stable(undefined, []) }, "stabilize", ["error dates"]],
    [
      "a second Stable version",
      { ...base, [TWO]: UPDATE },
      { [TWO]: UPDATE.replace("status: Draft", "status: Stable\nstabilized_at: 2025-01-01") },
      "stabilize",
      ["error one-stable"],
    ],
    ["a deprecation", base, { [ONE]: DEPRECATED }, "deprecate", []],
    [
      "a deprecated Draft",
      draft,
      { [ONE]: DEPRECATED.replace("stabilized_at: 2024-01-01\n", "") },
      "deprecate",
      ["warning transition"],
    ],
    [
      "a rejection",
      draft,
      { [ONE]: sample({ status: "Rejected", fields: ["rejected_at: 2024-01-01"] }) },
      "reject",
      [],
    ],
    [
      "a Stable document that becomes a Draft",
      base,
      { [ONE]: stable().replace("Stable", "Draft") },
      "reopen",
      ["error transition"],
    ],
    [
      "a Deprecated document that comes back",
      { [ONE]: DEPRECATED },
      { [ONE]: DEPRECATED.replace("Deprecated", "Stable") },
      "reopen",
      ["error transition"],
    ],
    [
      "a changed date",
      base,
      { [ONE]: stable(undefined, ["stabilized_at: 2023-01-01"]) },
      "front-matter-only",
      ["error dates"],
    ],
    ["a changed slug", draft, { [ONE]: undefined, "scs-0100-v1-other.md": sample() }, "rename", ["error rename"]],
    ["a changed number", draft, { [ONE]: undefined, "scs-0101-v1-one.md": sample() }, "delete", ["error deletion"]],
    ["a deleted Draft", draft, { [ONE]: undefined }, "delete", ["warning deletion"]],
    ["a deleted Stable document", base, { [ONE]: undefined }, "delete", ["error deletion"]],
    ["another track", draft, { [ONE]: sample({ track: "KaaS" }) }, "front-matter-only", ["warning identity"]],
    [
      "another type of a Stable document",
      base,
      { [ONE]: stable().replace("Standard", "Procedural") },
      "front-matter-only",
      ["error identity"],
    ],
    ["an edited Draft", draft, { [ONE]: `${sample()}\nIt MUST be so.\n` }, "edit-draft", []],
    [
      "a link in a Deprecated document",
      { [ONE]: `${DEPRECATED}\n[a](b.md)\n` },
      { [ONE]: `${DEPRECATED}\n[a](c.md)\n` },
      "edit-retired",
      [],
    ],
    [
      "a demand in a Deprecated document",
      { [ONE]: DEPRECATED },
      { [ONE]: `${DEPRECATED}\nIt MUST be so.\n` },
      "edit-retired",
      ["error retired"],
    ],
    [
      "a template",
      { "scs-XXXX-vN-template.md": sample() },
      { "scs-XXXX-vN-template.md": sample({ status: "Stable" }) },
      "stabilize",
      [],
    ],
  ])("%s", (_name, before, after, kind, reasons) => {
    const verdict = judgeStep(before, after);
    expect(verdict.kind).toBe(kind);
    expect(reasonsOf(verdict)).toEqual(reasons);
    expect(verdict.allowed).toBe(!reasons.some((reason) => reason.startsWith("error")));
  });
});

describe("numbers of other open changes", () => {
  const otherHeads = [{ name: "#7", fileNames: [ONE, NEW] }];
  test("are taken", () => {
    const verdict = judgeStep({ [ONE]: stable() }, { "scs-0101-v1-mine.md": sample() }, { otherHeads });
    expect(verdict.reasons[0]).toMatchObject({
      severity: "error",
      message:
        "The number `0101` is taken by `scs-0101-v1-new.md` in #7; agree on who keeps it; the next free one is `0102`.",
    });
    expect(verdict.reasons).toHaveLength(1);
  });

  test("are left out where a proposal asks for the next one", () => {
    const verdict = judgeStep({ [ONE]: stable() }, { [PROPOSAL]: sample() }, { otherHeads });
    expect(verdict.reasons[0]?.message).toContain("`0102`");
  });
});

test("documents that are known by name only have their numbers", () => {
  const verdict = judgeStep({}, { [NEW]: sample() }, { unchanged: ["scs-0101-v1-elder.md"] });
  expect(reasonsOf(verdict)).toEqual(["error number"]);
});

describe("approvals", () => {
  test("come from the forum for the track Global, else from the team", () => {
    const { approvals } = judgeStep({ [ONE]: sample({ track: "Global" }) }, { [ONE]: sample({ track: "Ops" }) });
    expect(approvals).toEqual([
      { track: "Global", documents: [ONE], by: "a representative of the Forum SCS-Standards" },
      { track: "Ops", documents: [ONE], by: "the team of the track Ops" },
    ]);
  });

  test("come from whom the configuration of the tree names", () => {
    const { settings } = readCheckConfig("tracks: [{ id: Ops, digit: 4, approval: two operators }]\n");
    const { tracks } = settings;
    const { approvals } = judgeStep(
      { [ONE]: sample({ track: "Ops" }) },
      { [ONE]: sample({ track: "KaaS" }) },
      { tracks },
    );
    expect(approvals.map(({ by }) => by)).toEqual(["the team of the track KaaS", "two operators"]);
  });
});

describe("hostile input", () => {
  test("a document that cannot be read is a reason, not a crash and not a deletion", () => {
    const base = tree({ [ONE]: stable() });
    const head = [{ path: `Standards/${ONE}`, bytes: Uint8Array.from([0x2d, 0xff]) }];
    const verdict = judgeChange(base, head);
    expect(verdict).toMatchObject({ kind: "none", allowed: false, reasons: [{ ruleId: "document-unreadable" }] });
    expect(judgeChange(head, head)).toMatchObject({ kind: "none", allowed: true, reasons: [] });
    expect(judgeChange(head, base)).toMatchObject({ kind: "none", allowed: true });
  });

  test("any two trees have a verdict whose places lie inside the files", () => {
    const files = fc
      .array(fc.tuple(documentPath, documentText), { maxLength: 4 })
      .map((list) => tree(Object.fromEntries(list)));
    fc.assert(
      fc.property(files, files, fc.string(), (base, head, description) => {
        const verdict = judgeChange(base, head, { description });
        expect(verdictInWords(verdict)).not.toBe("");
        for (const { place } of verdict.reasons) {
          const file = [...head, ...base].find(({ path }) => path === place.path);
          const lines = new TextDecoder().decode(file?.bytes).split(/\r\n|\n|\r/).length;
          expect(place.start.line).toBeLessThanOrEqual(lines);
        }
        expect(judgeChange(head, head)).toMatchObject({ kind: "none", allowed: true, reasons: [] });
      }),
      { numRuns: 60 },
    );
  });
});
