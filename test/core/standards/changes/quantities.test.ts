import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { compareQuantities, findQuantities } from "#core/standards/changes/quantities.ts";

describe("quantities of a sentence", () => {
  test.each([
    ["no later than 4 months after release", [{ value: 2922, unit: "time", bound: "upper", text: "4 months" }]],
    [
      "at least 20GB and at most two disks",
      [
        { value: 20, unit: "gb", bound: "lower", text: "20GB" },
        { value: 2, unit: "disk", bound: "upper", text: "two disks" },
      ],
    ],
    ["within a week", [{ value: 168, unit: "time", bound: "upper", text: "a week" }]],
    ["exactly 3 nodes", [{ value: 3, unit: "node", bound: undefined, text: "3 nodes" }]],
    ["names such as scs-0100-v3, SCS-4V-16-50, x86 and v1.31", []],
  ])("%s", (text, quantities) => {
    expect(findQuantities(text)).toEqual(quantities);
  });
});

describe("a changed quantity", () => {
  test.each([
    ["no later than 4 months", "no later than 3 months", "tightens", "4 months became 3 months"],
    ["no later than 1 week", "no later than two weeks", "relaxes", "1 week became two weeks"],
    ["at least 3 nodes", "at least 4 nodes", "tightens", "3 nodes became 4 nodes"],
    ["at least 3 nodes", "at least 2 nodes", "relaxes", "3 nodes became 2 nodes"],
    ["less than 7 days", "less than 2 weeks", "relaxes", "7 days became 2 weeks"],
    ["at most 5 disks", "at least 5 disks", "tightens", "5 disks became 5 disks"],
    ["uses 3 nodes", "uses 2 nodes", "tightens", "3 nodes became 2 nodes; nothing says that this asks for less"],
    ["at least 3 nodes", "at least 3 nodes and 2 disks", "tightens", "3 nodes became 3 nodes, 2 disks"],
  ])("%s → %s", (before, after, effect, evidence) => {
    expect(compareQuantities(before, after)).toEqual({ effect, evidence });
  });

  test("the same time in other units is no change", () => {
    expect(compareQuantities("within 7 days", "within a week")).toBeUndefined();
  });
});

test("no text makes it throw, and a text is never a change of itself", () => {
  const word = fc.constantFrom(
    "at least",
    "no later than",
    "3",
    "0",
    "two",
    "a week",
    "20GB",
    "%",
    "99.9%",
    "`x`",
    "-1",
    "\n",
  );
  const text = fc.array(fc.oneof(word, fc.string({ maxLength: 8 })), { maxLength: 30 }).map((words) => words.join(" "));
  fc.assert(fc.property(text, (sentence) => compareQuantities(sentence, sentence) === undefined));
});
