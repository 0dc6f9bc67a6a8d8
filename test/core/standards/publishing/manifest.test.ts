import { expect, test } from "vitest";

import { isPublishablePath, manifestText, type ManifestFile } from "#core/standards/publishing/manifest.ts";

const a: ManifestFile = { path: "documents/a.md", kind: "document", sha256: "a".repeat(64) };
const b: ManifestFile = { path: "documents/b.md", kind: "document", sha256: "b".repeat(64) };

test("the order of files does not change the name of a snapshot", () => {
  expect(manifestText([b, a])).toBe(manifestText([a, b]));
  expect(manifestText([a])).toBe(`${"a".repeat(64)} document documents/a.md\n`);
});

test.each([
  ["documents/a.md", true],
  ["Standards/scs-0121-v1-Ä.md", true],
  ["../secrets", false],
  ["a/../../b", false],
  ["/etc/passwd", false],
  ["a//b", false],
  ["./a", false],
  ["a\\b", false],
  ["a\nb", false],
  ["", false],
  ["a/".repeat(200), false],
])("whether %j may be published: %s", (path, publishable) => {
  expect(isPublishablePath(path)).toBe(publishable);
});
