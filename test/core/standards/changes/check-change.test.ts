import { expect, test } from "vitest";

import { checkChange } from "#core/standards/changes/check-change.ts";

import { sample, tree } from "./sample-tree.ts";

const NAME = "scs-0100-v1-sample.md";
const BROKEN = "[it](#nowhere)";
const withBody = (text: string): string =>
  sample({
    body: `## Introduction\n\n${text}\n\n## Motivation\n\nA reason.\n\n## Regulations\n\nNodes MUST be tested.\n`,
  });

async function newFindings(before: string, after: string, options = {}): Promise<readonly string[]> {
  const state = (text: string) => ({ documents: tree({ [NAME]: text }) });
  const { findings } = await checkChange(state(before), state(after), options);
  return findings.map(({ ruleId }) => ruleId);
}

test("a state that did not change has nothing new, whatever is wrong with it", async () => {
  const text = withBody(`See ${BROKEN}.`);
  const { findings, counts, files } = await checkChange(
    { documents: tree({ [NAME]: text }) },
    { documents: tree({ [NAME]: text }) },
  );
  expect([findings, counts, files]).toEqual([[], { error: 0, warning: 0, note: 0 }, 0]);
});

test("a fault that stands there once more is new once, wherever the others moved", async () => {
  const once = withBody(`See ${BROKEN}.`);
  const newErrors = async (before: string, after: string) => newFindings(before, after, { withStyle: false });
  const faults = await newErrors(withBody("See it."), once);
  expect(faults).toHaveLength(1);
  expect(await newErrors(once, withBody(`Moved.\n\nSee ${BROKEN}.`))).toEqual([]);
  expect(await newErrors(once, withBody(`See ${BROKEN}.\n\nSee ${BROKEN}.`))).toEqual(faults);
  expect(await newErrors(once, withBody(`See ${BROKEN}.\n\nSee ${BROKEN}.\n\nSee ${BROKEN}.`))).toEqual([
    ...faults,
    ...faults,
  ]);
});

test("style is judged in files that were touched, and only where it is wanted", async () => {
  const messy = withBody("Trailing   \n\n\n\nlines.");
  const isStyle = (rule: string): boolean => rule.startsWith("markdownlint");
  expect((await newFindings(withBody("Text."), messy)).some(isStyle)).toBe(true);
  expect((await newFindings(withBody("Text."), messy, { withStyle: false })).some(isStyle)).toBe(false);
});

test("files that were touched are counted: documents and scopes, those of the same bytes not", async () => {
  const documents = (more: Record<string, string> = {}) => tree({ [NAME]: withBody("Text."), ...more });
  const scope = (text: string) => [{ path: "Tests/a.yaml", bytes: new TextEncoder().encode(text) }];
  const touched = async (base: object, head: object): Promise<number> =>
    (await checkChange({ documents: documents(), ...base }, { documents: documents(), ...head })).files;
  expect(await touched({}, { documents: documents({ "scs-0101-v1-other.md": withBody("Text.") }) })).toBe(1);
  expect(await touched({ scopes: scope("uuid: a") }, { scopes: scope("uuid: a") })).toBe(0);
  expect(await touched({ scopes: scope("uuid: a") }, { scopes: scope("uuid: b") })).toBe(1);
  expect(await touched({ scopes: scope("uuid: a") }, { scopes: scope("uuid: ab") })).toBe(1);
});
