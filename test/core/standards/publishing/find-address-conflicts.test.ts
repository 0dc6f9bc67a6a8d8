import { expect, test } from "vitest";

import { findAddressConflicts } from "#core/standards/publishing/find-address-conflicts.ts";
import type { FileKind } from "#core/standards/publishing/tree-layout.ts";

function file(path: string, kind: FileKind) {
  return { path, kind, sha256: "a".repeat(64) };
}

test("two documents of one name in two folders are a conflict that names both", () => {
  const findings = findAddressConflicts([
    file("Standards/scs-0001-v1-a.md", "document"),
    file("documents/scs-0001-v1-a.md", "document"),
  ]);
  expect(findings.map((finding) => finding.message)).toEqual([
    "`documents/scs-0001-v1-a.md` and `Standards/scs-0001-v1-a.md` would both be `/standards/scs-0001-v1-a`; rename or remove one of them.",
  ]);
});

test("names that differ in case are different pages, and kinds have addresses of their own", () => {
  expect(
    findAddressConflicts([
      file("documents/scs-0001-v1-A.md", "document"),
      file("documents/scs-0001-v1-a.md", "document"),
      file("releases/scs-0001-v1-a.md", "release"),
      file("releases/r7.cdx.json", "sbom"),
      file("providers/r7.yaml", "provider"),
    ]),
  ).toEqual([]);
});
