import { expect, test } from "vitest";

import { tightTests } from "../../../tooling/gate/durations.ts";

test("tests beyond a tenth of the limit are named, slowest first; at a tenth there is room enough", () => {
  const report = {
    testResults: [
      {
        name: "a.test.ts",
        assertionResults: [
          { fullName: "quick", duration: 10 },
          { fullName: "tight", duration: 101 },
        ],
      },
      {
        name: "b.test.ts",
        assertionResults: [
          { fullName: "tenth", duration: 100 },
          { fullName: "slow", duration: 5_000 },
        ],
      },
      { name: "c.test.ts", assertionResults: [{ fullName: "skipped" }, { fullName: "unknown", duration: null }] },
    ],
  };
  expect(tightTests(report, 1_000)).toEqual(["b.test.ts: slow (5 s)", "a.test.ts: tight (0 s)"]);
});
