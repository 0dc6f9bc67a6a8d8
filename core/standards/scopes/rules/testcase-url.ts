import { classifyLink } from "../../checking/link-target.ts";
import { SCS_0003_TESTING } from "../../rules/parts/sources.ts";
import type { ScopeContext, ScopeReport, ScopeRule } from "./scope-rule.ts";

/** Who sees a failed test can read what it tests. */
export const testcaseUrl: ScopeRule = {
  id: "testcase-url",
  severity: "error",
  source: SCS_0003_TESTING,
  summary: "The address of a test case or module leads to a document and heading that exist.",
  *check(context) {
    for (const { file, placeAt } of context.scopes) {
      const addresses = [
        ...(file.scripts ?? []).flatMap(({ testcases }, script) =>
          testcases.map(({ url }, position) => ({ url, pointer: `/scripts/${script}/testcases/${position}/url` })),
        ),
        ...file.modules.map(({ url }, position) => ({ url, pointer: `/modules/${position}/url` })),
      ];
      for (const { url, pointer } of addresses) {
        const message = url === undefined ? undefined : faultOf(url, context);
        if (message !== undefined) yield { message, place: placeAt(pointer) } satisfies ScopeReport;
      }
    }
  },
};

function faultOf(url: string, { index, settings }: ScopeContext): string | undefined {
  const target = classifyLink(url, settings.addresses);
  if (target.kind !== "document" || !index.isComplete) return undefined;
  if (index.isUnread(target.documentId)) return undefined;
  const entry = index.find(target.documentId);
  if (entry === undefined) return `There is no document \`${target.documentId}.md\`; expected one of this tree.`;
  if (target.anchor === undefined || target.anchor === "" || entry.anchors.includes(target.anchor)) return undefined;
  return `\`${target.documentId}.md\` has no heading for \`#${target.anchor}\`; expected the id of a heading.`;
}
