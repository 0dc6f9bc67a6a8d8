import { expect, test } from "vitest";

import { listApprovals } from "#core/standards/changes/approvals.ts";
import type { DocumentChange, DocumentSide } from "#core/standards/changes/change.ts";

/** A side of which only track and file name count here. */
function side(fileName: string, track: string | undefined): DocumentSide {
  return { document: { fileName }, summary: { track } } as unknown as DocumentSide;
}

function change(before: DocumentSide | undefined, after: DocumentSide | undefined): DocumentChange {
  return { before, after } as DocumentChange;
}

test("tracks and documents come in alphabetical order, each once", () => {
  const documents = [
    change(side("c.md", "Ops"), side("c.md", "Ops")),
    change(undefined, side("b.md", "IaaS")),
    change(side("a.md", "IaaS"), undefined),
    change(undefined, side("d.md", "KaaS")),
  ];
  expect(listApprovals(documents, [])).toEqual([
    { track: "IaaS", documents: ["a.md", "b.md"], by: "the team of the track IaaS" },
    { track: "KaaS", documents: ["d.md"], by: "the team of the track KaaS" },
    { track: "Ops", documents: ["c.md"], by: "the team of the track Ops" },
  ]);
});

test("a document that changes its track needs both, under its new name", () => {
  expect(listApprovals([change(side("old.md", "Ops"), side("new.md", "IaaS"))], [])).toEqual([
    { track: "IaaS", documents: ["new.md"], by: "the team of the track IaaS" },
    { track: "Ops", documents: ["new.md"], by: "the team of the track Ops" },
  ]);
});

test("whoever the configuration names approves; a document without track needs nobody", () => {
  const tracks = [
    { id: "KaaS", approval: "others" },
    { id: "IaaS", approval: "the infrastructure team" },
  ] as unknown as Parameters<typeof listApprovals>[1];
  expect(listApprovals([change(undefined, side("a.md", "IaaS"))], tracks)).toEqual([
    { track: "IaaS", documents: ["a.md"], by: "the infrastructure team" },
  ]);
  expect(listApprovals([change(side("a.md", undefined), side("a.md", undefined))], tracks)).toEqual([]);
});
