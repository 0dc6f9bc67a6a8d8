import { SCS_0003_TESTING } from "../../rules/parts/sources.ts";
import type { ScopeRule } from "./scope-rule.ts";

/** A test that decides nothing. */
export const testcaseUnused: ScopeRule = {
  id: "testcase-unused",
  severity: "warning",
  source: SCS_0003_TESTING,
  summary: "Every test case belongs to a module.",
  *check({ scopes }) {
    for (const { file, placeAt } of scopes) {
      const used = new Set(file.modules.flatMap(({ targets }) => Object.values(targets ?? {}).flat()));
      for (const [script, { testcases }] of (file.scripts ?? []).entries()) {
        for (const [position, { id }] of testcases.entries()) {
          if (used.has(id)) continue;
          yield {
            message: `No module lists the test case \`${id}\`, so its result counts nowhere; expected a module, or no test case.`,
            place: placeAt(`/scripts/${script}/testcases/${position}/id`),
          };
        }
      }
    }
  },
};
