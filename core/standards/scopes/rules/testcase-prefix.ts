import { SCS_0003_TESTING } from "../../rules/parts/sources.ts";
import type { ScopeRule } from "./scope-rule.ts";

/** A test case says which document it is about. */
export const testcasePrefix: ScopeRule = {
  id: "testcase-prefix",
  severity: "warning",
  source: SCS_0003_TESTING,
  summary: "The id of a test case begins with the number of the standard that it tests.",
  *check({ scopes }) {
    for (const { file, placeAt } of scopes) {
      for (const [script, { testcases }] of (file.scripts ?? []).entries()) {
        for (const [position, { id }] of testcases.entries()) {
          if (/^[a-z][a-z0-9]*-\d{4}-/.test(id)) continue;
          yield {
            message: `The test case is called \`${id}\`, expected a name that begins with the standard, such as \`scs-0100-…\`.`,
            place: placeAt(`/scripts/${script}/testcases/${position}/id`),
          };
        }
      }
    }
  },
};
