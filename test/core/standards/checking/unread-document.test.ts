import { expect, test } from "vitest";

import { checkFiles, type TreeFile } from "#core/standards/checking/check-files.ts";

const HEAD = "---\ntitle: A\ntype: Procedural\nstatus: Draft\ntrack: IaaS\n";
const file = (path: string, text: string): TreeFile => ({ path, bytes: new TextEncoder().encode(text) });
const UNREADABLE: TreeFile = { path: "scs-0138-v1-binary.md", bytes: Uint8Array.of(0x2d, 0xff, 0xfe) };

/** Says where and which, without the unreadable file's own finding. */
async function findingsOf(files: readonly TreeFile[]): Promise<string[]> {
  const { findings } = await checkFiles(files, { isComplete: true, withStyle: false });
  return findings
    .filter(({ ruleId }) => !["description", "document-unreadable"].includes(ruleId))
    .map(({ place, ruleId }) => `${place.path}:${place.start.line} ${ruleId}`);
}

const FAULTY = file(
  "scs-0140-v1-m.md",
  `${HEAD}replaces:\n  - scs-0999-v1-x.md\n---\n\n[one](scs-0150-v1-nope.md) [two](https://docs.scs.community/standards/scs-0151)\n`,
);
const GAP = file("scs-0141-v3-other.md", `${HEAD}---\n\nText.\n`);

test("one file that cannot be read hides no fault of the others", async () => {
  const without = await findingsOf([FAULTY, GAP]);
  expect(without.length).toBeGreaterThanOrEqual(4);
  expect(await findingsOf([UNREADABLE, FAULTY, GAP])).toEqual(without);
});

test("what is there but cannot be read is not called missing, and what it may hold is not judged", async () => {
  const linking = file(
    "scs-0140-v1-m.md",
    `${HEAD}replaces:\n  - scs-0138-v1-binary.md\n---\n\n[one](scs-0138-v1-binary.md#any) [two](https://docs.scs.community/standards/scs-0138)\n`,
  );
  const next = file("scs-0138-v2-binary.md", `${HEAD}---\n\nText.\n`);
  const rules = (await findingsOf([UNREADABLE, linking, next])).join("\n");
  for (const rule of ["link-target", "link-anchor", "unknown-document", "version-gap"])
    expect(rules).not.toContain(rule);
});

test("two documents share a number although one of them cannot be read", async () => {
  const twin = file("scs-0138-v1-twin.md", `${HEAD}---\n\nText.\n`);
  expect(await findingsOf([UNREADABLE, twin])).toContain("scs-0138-v1-twin.md:1 unique-number");
});

test("the finding about the file says what is not judged because of it", async () => {
  const { findings } = await checkFiles([UNREADABLE], { isComplete: true, withStyle: false });
  expect(findings.map(({ message }) => message)).toEqual([
    "Byte 0xFF at offset 1 is not UTF-8: save the file as UTF-8. Until then nothing is said about its text, nor about links to its sections.",
  ]);
});
