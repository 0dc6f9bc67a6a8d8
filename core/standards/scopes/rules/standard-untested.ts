import { classifyLink } from "../../checking/link-target.ts";
import { SCS_0003_TESTING } from "../../rules/parts/sources.ts";
import type { ScopeContext, ScopeRule } from "./scope-rule.ts";

/** A standard that nobody is measured by. */
export const standardUntested: ScopeRule = {
  id: "standard-untested",
  severity: "warning",
  source: SCS_0003_TESTING,
  summary: "Every Stable Standard has a test case or module in a scope.",
  *check(context) {
    if (context.scopes.length === 0 || !context.index.isComplete) return;
    const tested = testedNumbers(context);
    for (const { path, summary } of context.index.entries) {
      if (summary.type !== "Standard" || summary.status !== "Stable" || summary.track === "Scopes") continue;
      if (summary.number === undefined || tested.has(summary.number)) continue;
      const start = { line: 1, column: 1 };
      yield {
        message: `No scope has a test case or module for \`${summary.documentId}\`, which is Stable; expected one, even if it is checked by hand.`,
        place: { path, start, end: start },
      };
    }
  },
};

/** Numbers of the documents that test cases and modules lead to. */
function testedNumbers({ scopes, settings }: ScopeContext): ReadonlySet<string> {
  const urls = scopes.flatMap(({ file }) => [
    ...(file.scripts ?? []).flatMap(({ testcases }) => testcases.map(({ url }) => url)),
    ...file.modules.map(({ url }) => url),
  ]);
  const numbers = urls.map((url) => {
    const target = url === undefined ? undefined : classifyLink(url, settings.addresses);
    return target?.kind === "document" ? /-(\d{4})-/.exec(target.documentId)?.[1] : undefined;
  });
  return new Set(numbers.filter((number) => number !== undefined));
}
