// A rule of change speaks of what the change did, never of what was there before.
import { describe, expect, test } from "vitest";

import { checkChange, type TreeState } from "#core/standards/changes/check-change.ts";
import { verdictInWords } from "#core/standards/changes/verdict.ts";

import { judgeStep, reasonsOf, sample, stable } from "./sample-tree.ts";

const SUPPLEMENT = "scs-0100-w1-notes.md";
const [MAIN, TWIN] = ["scs-0100-v1-one.md", "scs-0100-v1-two.md"];
const withStatus = (text: string): string =>
  sample({ type: "Supplement", status: "Draft", fields: [`supplements: [${MAIN}]`], body: text });

describe("what was there before", () => {
  test("a supplement that always had a status may be edited", () => {
    const verdict = judgeStep(
      { [MAIN]: stable(), [SUPPLEMENT]: withStatus("Text.\n") },
      { [SUPPLEMENT]: withStatus("Better text.\n") },
    );
    expect(reasonsOf(verdict)).toEqual([]);
  });

  test("a supplement that gets a status may not", () => {
    const plain = withStatus("Text.\n").replace("status: Draft\n", "");
    const verdict = judgeStep({ [MAIN]: stable(), [SUPPLEMENT]: plain }, { [SUPPLEMENT]: withStatus("Text.\n") });
    expect(reasonsOf(verdict)).toEqual(["error supplement-status"]);
  });

  test("one of two documents that share a number gets another one", () => {
    const text = stable("It MUST run.\n\nAnd stop.\n\nAnd run again.");
    const verdict = judgeStep({ [MAIN]: stable(), [TWIN]: text }, { [TWIN]: undefined, "scs-0101-v1-two.md": text });
    expect(verdict.kind).toBe("rename");
    expect(reasonsOf(verdict)).toEqual(["warning rename"]);
  });

  test("a new number that somebody has repairs nothing", () => {
    const text = stable("It MUST run.\n\nAnd stop.\n\nAnd run again.");
    const verdict = judgeStep(
      { [MAIN]: stable(), [TWIN]: text, "scs-0101-v1-other.md": stable() },
      { [TWIN]: undefined, "scs-0101-v1-two.md": text },
    );
    expect(reasonsOf(verdict)).toContain("error number");
  });

  test("a slug that broke the rule for file names gets one that does not", () => {
    const verdict = judgeStep(
      { "scs-0100-v1-One_Two.md": stable() },
      { "scs-0100-v1-One_Two.md": undefined, "scs-0100-v1-one-two.md": stable() },
    );
    expect(reasonsOf(verdict)).toEqual(["warning rename"]);
  });

  test("a track that did not fit the number is put right", () => {
    const wrong = stable().replace("track: IaaS", "track: KaaS");
    expect(reasonsOf(judgeStep({ [MAIN]: wrong }, { [MAIN]: stable() }))).toEqual([]);
    expect(reasonsOf(judgeStep({ [MAIN]: stable() }, { [MAIN]: wrong }))).toEqual(["error identity"]);
  });

  test("any free number is a good one", () => {
    const draft = sample();
    const tree = { [MAIN]: stable(), "scs-0110-v1-ten.md": stable() };
    expect(reasonsOf(judgeStep(tree, { "scs-0102-v1-new.md": draft }))).toEqual([]);
    expect(reasonsOf(judgeStep(tree, { "scs-0110-v1-new.md": draft }))).toEqual(["error number"]);
  });
});

describe("the kind of a change", () => {
  test("that touches nothing but the ends of lines", () => {
    const verdict = judgeStep({ [MAIN]: stable() }, { [MAIN]: stable().replaceAll("\n", "\r\n") });
    expect([verdict.kind, verdict.allowed, reasonsOf(verdict)]).toEqual(["line-ends-only", true, []]);
  });

  test("that gives a deprecated document its date", () => {
    const old = sample({ status: "Deprecated", fields: ["stabilized_at: 2024-01-01"] });
    const dated = sample({ status: "Deprecated", fields: ["stabilized_at: 2024-01-01", "deprecated_at: 2025-01-01"] });
    expect(judgeStep({ [MAIN]: old }, { [MAIN]: dated }).kind).toBe("front-matter-only");
  });
});

describe("what others rely on", () => {
  const headed = (title: string): string => stable(`### ${title}\n\nNodes MUST be up.`);

  test("a heading that is gone names those who link to it", () => {
    const other = sample({ body: "## Introduction\n\nSee [it](scs-0100-v1-one.md#old-name).\n" });
    const tree = { [MAIN]: headed("Old name"), "scs-0101-v1-other.md": other };
    const [reason] = judgeStep(tree, { [MAIN]: headed("New name") }).reasons.filter(
      ({ ruleId }) => ruleId === "change/anchor",
    );
    expect(reason?.severity).toBe("warning");
    expect(reason?.message).toContain("`#old-name`");
    expect(reason?.message).toContain("`Standards/scs-0101-v1-other.md:10`");
  });

  test("a heading to which nobody links may go", () => {
    expect(
      judgeStep({ [MAIN]: headed("Old name") }, { [MAIN]: headed("New name") }).reasons.map(({ ruleId }) => ruleId),
    ).not.toContain("change/anchor");
  });

  test("test cases link as well", async () => {
    const scope = {
      path: "Tests/scope.yaml",
      bytes: bytesOf("testcases:\n  - url: https://a.test/standards/scs-0100-v1-one#old-name\n"),
    };
    const { verdict } = await checkChange(
      { ...treeOf({ [MAIN]: headed("Old name") }), scopes: [scope] },
      { ...treeOf({ [MAIN]: headed("New name") }), scopes: [scope] },
      { withStyle: false },
    );
    const anchors = verdict.reasons.filter(({ ruleId }) => ruleId === "change/anchor");
    expect(anchors.map(({ message }) => message.includes("`Tests/scope.yaml:2`"))).toEqual([true]);
  });

  test("a document that a demand of a Stable one points to is a part of that demand", () => {
    const points = stable(`Nodes MUST be built as in [the notes](${SUPPLEMENT}).`);
    const notes = (text: string): string =>
      sample({ type: "Supplement", status: "", fields: [`supplements: [${MAIN}]`], body: text });
    const verdict = judgeStep(
      { [MAIN]: points, [SUPPLEMENT]: notes("With 3 doors.\n") },
      { [SUPPLEMENT]: notes("With 5 doors.\n") },
    );
    expect(reasonsOf(verdict)).toEqual(["warning included"]);
    expect(verdict.reasons[0]?.message).toContain(`\`${MAIN}\``);
  });
});

describe("one verdict", () => {
  test("an error that a change brings into a file stands against it, and the step is called fine", async () => {
    const head = stable("Nodes MUST be up, see [it](#nowhere).");
    const { verdict, counts } = await checkChange(
      treeOf({ [MAIN]: stable("Nodes MUST be up, see it.") }),
      treeOf({ [MAIN]: head }),
      {
        withStyle: false,
        isComplete: true,
      },
    );
    expect(counts.error).toBeGreaterThan(0);
    expect(verdict).toMatchObject({ allowed: false, newErrors: counts.error });
    expect(verdictInWords(verdict)).toMatch(
      /^Not allowed as it is: edit-stable; the step itself is fine, but it brings \d+ new errors? in the files\.$/,
    );
  });

  test("an error that was there before does not", async () => {
    const broken = stable("Nodes MUST be up, see [it](#nowhere).");
    const { verdict } = await checkChange(treeOf({ [MAIN]: broken }), treeOf({ [MAIN]: `${broken}\nMore.\n` }), {
      withStyle: false,
    });
    expect(verdict).toMatchObject({ allowed: true, newErrors: 0 });
  });
});

function treeOf(files: Readonly<Record<string, string>>): TreeState {
  return {
    documents: Object.entries(files).map(([name, text]) => ({ path: `Standards/${name}`, bytes: bytesOf(text) })),
  };
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
