import { expect, test } from "vitest";

import type { BadgeFace } from "#core/badges/face.ts";
import { titleOf } from "#core/badges/title.ts";

const FACE: BadgeFace = { kind: "passing", tone: "good", icon: "check", label: "", message: "v1 passing" };

test.each([
  ["SCS", undefined, "SCS: v1 passing"],
  ["", undefined, "v1 passing"],
  ["  ", "  ", "v1 passing"],
  ["My label", "SCS", "My label (SCS): v1 passing"],
  ["", "SCS", "SCS: v1 passing"],
  ["SCS", "", "SCS: v1 passing"],
  [" SCS ", undefined, "SCS: v1 passing"],
])("a badge with the label %j about %j is heard as %j", (label, subject, title) => {
  expect(titleOf({ ...FACE, label, ...(subject === undefined ? {} : { subject }) })).toBe(title);
});

test("the message is cleaned as what is shown", () => {
  expect(titleOf({ ...FACE, label: "a", message: " b " })).toBe("a: b");
});
