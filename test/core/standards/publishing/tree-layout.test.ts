import { expect, test } from "vitest";

import { classifyPath } from "#core/standards/publishing/tree-layout.ts";

test.each([
  ["stele.config.yaml", "config"],
  ["documents/scs-0100-v3-flavor-naming.md", "document"],
  ["Standards/scs-0121-v1-Availability-Zones-Standard.md", "document"],
  ["Standards/not-a-proper-name.md", "document"],
  ["Standards/README.md", undefined],
  ["Standards/scs-XXXX-vN-standard-template.md", undefined],
  ["Standards/scs-xxxx-v1-proposal.md", "document"],
  ["Standards/deeper/scs-0100-v3-flavor-naming.md", undefined],
  ["Tests/scs-compatible-iaas.yaml", "scope"],
  ["Tests/config.toml", undefined],
  ["Tests/iaas/scs-0104-v1-images.yaml", undefined],
  ["releases/r7.md", "release"],
  ["releases/r7.cdx.json", "sbom"],
  ["providers/demo-alpha.yaml", "provider"],
  ["guides/certification/overview.md", "guide"],
  ["guides/certification/README.md", undefined],
  ["guides/certification/overview.template.md", undefined],
  ["guides/overview.md", undefined],
  ["guides/a/b/c.md", undefined],
  ["news/2026-06-11-next.md", "news"],
  ["accounts.yaml", undefined],
  ["compliance-monitor/bootstrap.yaml", undefined],
])("%s is published as %s", (path, kind) => {
  expect(classifyPath(path)).toBe(kind);
});

test("a tree may name its own folders, and then only these count", () => {
  const layouts = [{ documents: "text/standards" }];
  expect(classifyPath("text/standards/scs-0001-v1-a.md", layouts)).toBe("document");
  expect(classifyPath("Standards/scs-0001-v1-a.md", layouts)).toBeUndefined();
});
