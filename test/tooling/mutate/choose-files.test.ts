import { expect, test } from "vitest";

import { changedLines } from "../../../tooling/mutate/choose-files.ts";

const DIFF = `diff --git a/core/a.ts b/core/a.ts
--- a/core/a.ts
+++ b/core/a.ts
@@ -3,0 +4,2 @@ function a() {
+x
+y
@@ -9 +11 @@
-z
+w
@@ -20,2 +21,0 @@
-gone
-gone
diff --git a/core/b.ts b/core/b.ts
deleted file mode 100644
--- a/core/b.ts
+++ /dev/null
@@ -1 +0,0 @@
-all
`;

test("of a change only the lines that are new are mutated", () => {
  expect(changedLines(DIFF)).toEqual([{ file: "core/a.ts", lines: new Set([4, 5, 11]) }]);
});
