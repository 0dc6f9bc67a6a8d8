import { describe, expect, test } from "vitest";

import { checkFiles } from "#core/standards/checking/check-files.ts";
import { changeStatus, type StatusChange } from "#core/standards/editing/change-status.ts";
import { setField } from "#core/standards/editing/edit-front-matter.ts";
import { newDocument, slugify, type NewDocument } from "#core/standards/editing/new-document.ts";
import { nextNumber } from "#core/standards/editing/next-number.ts";
import { renameReferences } from "#core/standards/editing/rename-references.ts";
import { readDocumentText } from "#core/standards/documents/read-document.ts";

describe("setting a field", () => {
  test.each([
    ["replaces a value and keeps the comment", "status: Draft  # see 12", "status: Stable  # see 12"],
    ["adds a missing field behind those before it", "title: a\ntrack: IaaS", "title: a\nstatus: Stable\ntrack: IaaS"],
    ["puts it first where nothing comes before", "track: IaaS", "status: Stable\ntrack: IaaS"],
    ["fills an empty value", "status:", "status: Stable"],
    ["keeps quoted neighbours", "title: \"a: b\"\nstatus: 'Draft'", 'title: "a: b"\nstatus: Stable'],
  ])("%s", (_name, before, after) => {
    const changed = setField(`---\n${before}\n---\n\nText.\n`, "status", "Stable");
    expect(changed).toBe(`---\n${after}\n---\n\nText.\n`);
  });

  test("writes a list item by item, in place of a single name or of a list", () => {
    const list = ["a.md", "b.md"];
    const expected = "---\ntitle: x\nreplaced_by:\n  - a.md\n  - b.md\n---\n";
    expect(setField("---\ntitle: x\nreplaced_by: c.md\n---\n", "replaced_by", list)).toBe(expected);
    expect(setField("---\ntitle: x\nreplaced_by:\n- c.md\n---\n", "replaced_by", list)).toBe(expected);
    expect(setField("---\ntitle: x\n---\n", "replaced_by", list)).toBe(expected);
  });

  test("keeps carriage returns, and a text without front matter", () => {
    expect(setField("---\r\ntitle: x\r\n---\r\n", "status", "Draft")).toBe(
      "---\r\ntitle: x\r\nstatus: Draft\r\n---\r\n",
    );
    expect(setField("Text.\n", "status", "Draft")).toBe("Text.\n");
  });
});

describe("a step in the life of a document", () => {
  const step = (header: string, change: Partial<StatusChange>) => {
    const read = readDocumentText("scs-0100-v1-a.md", `---\ntitle: A\ntype: Standard\n${header}\ntrack: IaaS\n---\n`);
    if (!read.ok) throw new Error(read.failure.message);
    return changeStatus(read.value, { to: "Stable", on: "2024-06-30", replacedBy: [], ...change });
  };

  test("a Draft becomes Stable with its date", () => {
    expect(step("status: Draft", {})).toEqual({
      ok: true,
      value: "---\ntitle: A\ntype: Standard\nstatus: Stable\ntrack: IaaS\nstabilized_at: 2024-06-30\n---\n",
    });
  });

  test("a Stable document is deprecated in favor of another", () => {
    const change: Partial<StatusChange> = { to: "Deprecated", on: "2025-01-01", replacedBy: ["scs-0100-v2-a.md"] };
    expect(step("status: Stable\nstabilized_at: 2024-06-30", change)).toMatchObject({
      ok: true,
      value: expect.stringMatching(
        /status: Deprecated\n[^]*replaced_by:\n {2}- scs-0100-v2-a\.md\n[^]*deprecated_at: 2025-01-01\n/,
      ),
    });
  });

  test.each<[string, string, Partial<StatusChange>, string]>([
    ["a Draft is not deprecated", "status: Draft", { to: "Deprecated" }, "only a document that is `Stable`"],
    ["a Deprecated document is not stabilized again", "status: Deprecated", {}, "only a document that is `Draft`"],
    ["a Stable document is not rejected", "status: Stable", { to: "Rejected" }, "stele deprecate"],
    ["a date has to be one", "status: Draft", { on: "tomorrow" }, "not a date like 2024-06-30"],
    [
      "no step back in time",
      "status: Stable\nstabilized_at: 2024-06-30",
      { to: "Deprecated", on: "2023-01-01" },
      "stable since",
    ],
    ["only a retired document is replaced", "status: Draft", { replacedBy: ["x.md"] }, "Deprecated or Rejected"],
  ])("%s", (_name, header, change, reason) => {
    expect(step(header, change)).toEqual({ ok: false, failure: expect.stringContaining(reason) });
  });
});

test("the next number is one above the highest of the track, and none beyond the hundred", () => {
  const names = ["scs-0100-v1-a.md", "scs-0104-v1-b.md", "scs-0210-v1-c.md", "scs-xxxx-v1-d.md", "README.md"];
  expect(nextNumber(names, 1)).toBe("0105");
  expect(nextNumber(names, 3)).toBe("0300");
  expect(nextNumber(["scs-0199-v1-a.md"], 1)).toBeUndefined();
});

describe("a new document has no findings but its missing number and the hints for its author", () => {
  test.each<NewDocument>([
    { type: "Standard", title: "Flavor naming", track: "IaaS" },
    { type: "Decision Record", title: "Why: SSD & “fast” disks?", track: "Ops" },
    {
      type: "Supplement",
      title: "3 notes",
      track: "IaaS",
      supplement: { of: ["scs-0100-v1-a.md"], number: "0100", version: 2 },
    },
  ])("$type", async (wanted) => {
    const { fileName, text } = newDocument(wanted);
    const { findings } = await checkFiles([{ path: fileName, bytes: new TextEncoder().encode(text) }]);
    const rules = findings.map(({ ruleId }) => ruleId);
    const hints = text.match(/^(?:Say|Name) .*|^ {2}What .*/gm)?.length ?? 0;
    expect(hints).toBeGreaterThan(2);
    expect(rules.filter((rule) => rule === "template-leftover")).toHaveLength(hints);
    expect(rules.filter((rule) => rule !== "template-leftover")).toEqual(
      wanted.type === "Supplement" ? [] : ["proposal-number"],
    );
  });
});

test.each([
  ["Flavor naming, again", "flavor-naming-again"],
  ["Äußere Größe", "aeussere-groesse"],
  ["Gro\u0308\u00dfe", "groesse"],
  ["Łódź: Smørrebrød & Þing", "lodz-smoerrebroed-thing"],
  ["Größe 尺寸", "groesse"],
  ["3 zones", "zones"],
  ["???", undefined],
  ["尺寸", undefined],
])("the title `%s` becomes the slug `%s`", (title, slug) => {
  expect(slugify(title)).toBe(slug);
});

test("a proposal gets its number where its whole name stands, not where other names begin alike", () => {
  const text = "[a](scs-xxxx-v1-disk.md#x) [b](scs-xxxx-v1-disk-encryption.md) `scs-xxxx-v1-disk` my-scs-xxxx-v1-disk";
  expect(renameReferences(text, "scs-xxxx-v1-disk", "scs-0110-v1-disk")).toBe(
    "[a](scs-0110-v1-disk.md#x) [b](scs-xxxx-v1-disk-encryption.md) `scs-0110-v1-disk` my-scs-xxxx-v1-disk",
  );
});
