import type { Source } from "#core/base/finding.ts";

const SCS_0001 = "https://docs.scs.community/standards/scs-0001-v1-sovereign-cloud-standards";
const SCS_0003 = "https://docs.scs.community/standards/scs-0003-v2-sovereign-cloud-standards-testing";

/** A section of SCS-0001, by its heading. */
export function scs0001(heading: string): Source {
  return {
    clause: `SCS-0001, ${heading}`,
    url: `${SCS_0001}#${heading
      .toLowerCase()
      .replace(/[^a-z0-9 -]/g, "")
      .replaceAll(" ", "-")}`,
  };
}

/** The rules for test suites, SCS-0003. */
export const SCS_0003_TESTING: Source = { clause: "SCS-0003, Sovereign Cloud Standards testing", url: SCS_0003 };

/** The key words of RFC 2119 as amended by RFC 8174 (BCP 14). */
export const BCP_14: Source = { clause: "BCP 14 (RFC 2119, RFC 8174)", url: "https://www.rfc-editor.org/info/bcp14" };

/** A habit of good Markdown that no clause demands. */
export const GOOD_PRACTICE: Source = { clause: "Stele, good practice" };
