import { quoteValue } from "../../../checking/quote-value.ts";
import { SPDX_TEXT, type SayFault, type SpdxRule } from "./spdx-rule.ts";

/** Whoever delivers or makes a package is a person or an organization. */
const AGENT = /^(?:Person|Organization): ?\S/;
/** A document may also be made by a tool. */
const CREATOR = /^(?:Person|Organization|Tool): ?\S/;

/** Who somebody is stands before the name. */
export const AGENTS: SpdxRule = {
  ruleId: "sbom-spdx-agent",
  source: {
    clause: "SPDX 2.3, clauses 6.8, 7.5 and 7.6: Person: or Organization: before the name, or NOASSERTION",
    url: `${SPDX_TEXT}/package-information/#75-package-supplier-field`,
  },
  visit: ({ creationInfo, packages = [] }, say) => {
    for (const [index, creator] of (creationInfo.creators ?? []).entries()) {
      judge(creator, CREATOR, "`Person: …`, `Organization: …` or `Tool: …`", `/creationInfo/creators/${index}`, say);
    }
    for (const [index, { supplier, originator }] of packages.entries()) {
      for (const [member, text] of Object.entries({ supplier, originator })) {
        if (text === undefined || text === "NOASSERTION") continue;
        const expected = "`Person: …`, `Organization: …` or `NOASSERTION`";
        judge(text, AGENT, expected, `/packages/${index}/${member}`, say);
      }
    }
  },
};

function judge(text: string, pattern: RegExp, expected: string, pointer: string, say: SayFault): void {
  if (pattern.test(text)) return;
  say({ pointer, cause: text, message: `${quoteValue(text)} does not say who this is, expected ${expected}` });
}
