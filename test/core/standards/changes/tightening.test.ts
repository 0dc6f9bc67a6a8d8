import { describe, expect, test } from "vitest";

import { findWaiver } from "#core/standards/changes/waiver.ts";

import { judgeStep, reasonsOf, stable } from "./sample-tree.ts";

const NAME = "scs-0100-v1-one.md";

function edit(before: string, after: string, description = "") {
  return judgeStep({ [NAME]: stable(before) }, { [NAME]: stable(after) }, { description });
}

describe("an edit of a Stable document", () => {
  test.each<[string, string, string, string, string, string, string[]]>([
    [
      "adds a demand",
      "It MUST run.",
      "It MUST run.\n\nDisks MUST be encrypted.",
      "added",
      "tightens",
      "a demand that was not there",
      ["error"],
    ],
    [
      "adds advice",
      "It MUST run.",
      "It MUST run.\n\nDisks SHOULD be encrypted.",
      "added",
      "tightens",
      "new advice",
      ["warning"],
    ],
    [
      "takes a demand away",
      "It MUST run.\n\nDisks MUST be encrypted.",
      "It MUST run.",
      "removed",
      "relaxes",
      "a demand is gone",
      ["note"],
    ],
    [
      "takes an allowance away",
      "It MUST run.\n\nClouds MAY fail.",
      "It MUST run.",
      "removed",
      "unclear",
      "an allowance is gone",
      ["warning"],
    ],
    [
      "raises advice",
      "Disks SHOULD be encrypted.",
      "Disks MUST be encrypted.",
      "raised",
      "tightens",
      "SHOULD became MUST",
      ["error"],
    ],
    [
      "relaxes a demand",
      "Disks MUST be encrypted.",
      "Disks SHOULD be encrypted.",
      "relaxed",
      "relaxes",
      "MUST became SHOULD",
      ["note"],
    ],
    [
      "tightens a number",
      "Patches MUST come no later than 4 weeks after release.",
      "Patches MUST come no later than 3 weeks after release.",
      "changed",
      "tightens",
      "4 weeks became 3 weeks",
      ["error"],
    ],
    [
      "relaxes a number",
      "Patches MUST come no later than 1 week after release.",
      "Patches MUST come no later than 2 weeks after release.",
      "changed",
      "relaxes",
      "1 week became 2 weeks",
      ["note"],
    ],
    [
      "turns a demand round",
      "Nodes MUST share a disk.",
      "Nodes MUST NOT share a disk.",
      "changed",
      "tightens",
      "a demand became a prohibition or the other way round",
      ["error"],
    ],
    [
      "renames a property",
      "Images MUST have `min_disk_size` set.",
      "Images MUST have `min_disk` set.",
      "changed",
      "tightens",
      "`min_disk_size` became `min_disk`",
      ["error"],
    ],
    [
      "adds an entry",
      "These MUST be there:\n\n- a node\n- a disk",
      "These MUST be there:\n\n- a node\n- a disk\n- a key",
      "changed",
      "tightens",
      "the list that it announces: a new entry: a key",
      ["error"],
    ],
    [
      "adds a choice",
      "It MUST offer one of these:\n\n- a node\n- a disk",
      "It MUST offer one of these:\n\n- a node\n- a disk\n- a key",
      "changed",
      "relaxes",
      "the list that it announces: a new entry: a key",
      ["note"],
    ],
    [
      "uses other words",
      "Nodes MUST be tested by the provider.",
      "Nodes MUST be tested by the customer.",
      "changed",
      "unclear",
      '"provider" became "customer"',
      ["warning"],
    ],
    [
      "demands in lower case where nothing is capitalized",
      "Nodes must run.",
      "Nodes must run. Disks must be encrypted.",
      "added",
      "tightens",
      "a demand that was not there",
      ["error"],
    ],
    [
      "explains in lower case beside capitals",
      "Nodes MUST run.",
      "Nodes MUST run. Disks must be encrypted.",
      "added",
      "tightens",
      "a demand that was not there",
      ["warning"],
    ],
  ])("%s", (_name, before, after, change, effect, evidence, severities) => {
    const verdict = edit(before, after);
    expect(verdict.requirements).toMatchObject([{ path: `Standards/${NAME}`, change, effect, evidence }]);
    expect(reasonsOf(verdict)).toEqual(severities.map((severity) => `${severity} tightening`));
  });

  test.each([
    [
      "markup and the scheme of a link",
      "It MUST run **well**, see [a](http://a.test).",
      "It MUST run _well_, see [a](https://a.test/).",
    ],
    ["line breaks", "It MUST run\nwell.", "It MUST run well."],
    ["the period of a demand", "It MUST run well", "It MUST run well."],
  ])("may change %s", (_name, before, after) => {
    const verdict = edit(before, after);
    expect(verdict.allowed).toBe(true);
    expect(verdict.requirements.every(({ effect }) => effect === "none")).toBe(true);
  });

  test("the reason names the line, the clause and the way out", () => {
    const [reason] = edit("It MUST run.", "It MUST run.\n\nDisks MUST be encrypted.").reasons;
    expect(reason).toMatchObject({
      ruleId: "change/tightening",
      place: { path: `Standards/${NAME}`, start: { line: 17, column: 1 }, quote: "Disks MUST be encrypted." },
      source: { clause: "SCS-0001, Stabilized phase (Stable)" },
      message: expect.stringContaining("`waiver: …`"),
    });
  });

  test("a demand that is too long to be compared whole is a warning", () => {
    const long = `It MUST run ${"well and ".repeat(300)}`;
    expect(reasonsOf(edit(`${long} 3 days.`, `${long} 2 days.`))).toEqual(["warning tightening"]);
  });

  test("a Draft may ask for whatever its authors like", () => {
    const [before, after] = [stable("It MUST run."), stable("It MUST fly.")].map((text) =>
      text.replace("Stable", "Draft"),
    );
    const verdict = judgeStep({ [NAME]: before ?? "" }, { [NAME]: after ?? "" });
    expect(verdict.requirements).toHaveLength(1);
    expect(reasonsOf(verdict)).toEqual([]);
  });
});

describe("a waiver", () => {
  test("lowers a tightening to a warning and keeps the reason", () => {
    const verdict = edit(
      "It MAY fail.",
      "It MUST run.\n\nIt MAY fail.",
      "Text.\n\nWaiver: agreed on 3 May, nobody is affected",
    );
    expect(verdict.allowed).toBe(true);
    expect(verdict.reasons).toMatchObject([{ severity: "warning", waiver: "agreed on 3 May, nobody is affected" }]);
  });

  test("answers for nothing else", () => {
    const verdict = judgeStep(
      { [NAME]: stable() },
      { [NAME]: undefined },
      { description: "waiver: we do not like it" },
    );
    expect(verdict.allowed).toBe(false);
  });

  test.each(["", "waiver:", "waiver: yes", "waiver: <your reason>", "no waiver: given here", "a\rwaiver :x y"])(
    "is none without a reason: %j",
    (description) => {
      expect(findWaiver(description)).toBeUndefined();
    },
  );

  test("is found in a list and in a quote, in linear time", () => {
    expect(findWaiver("- waiver: agreed by all")).toBe("agreed by all");
    expect(findWaiver("> waiver: agreed by all\r\nmore")).toBe("agreed by all");
    expect(findWaiver("waiver: ".repeat(100_000))).toHaveLength(500);
    expect(findWaiver(" ".repeat(1_000_000))).toBeUndefined();
  });
});
