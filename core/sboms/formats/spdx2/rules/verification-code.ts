import type { SpdxPackage } from "../spdx.ts";
import { SPDX_TEXT, type SpdxRule } from "./spdx-rule.ts";

const TEXTS = {
  without:
    "`filesAnalyzed` is true and `packageVerificationCode` is missing, expected the code, or `filesAnalyzed` false",
  silent:
    "`filesAnalyzed` is left out, which means true, and `packageVerificationCode` is missing; expected the code, or `filesAnalyzed` false",
  code: "`filesAnalyzed` is false and there is a `packageVerificationCode`, expected no code of files that nobody looked at",
  licenses:
    "`filesAnalyzed` is false and there are `licenseInfoFromFiles`, expected none from files that nobody looked at",
} as const;

/** A code over the files of a package is there exactly when somebody looked at them. */
export const VERIFICATION_CODE: SpdxRule = {
  ruleId: "sbom-spdx-files-analyzed",
  source: {
    clause: "SPDX 2.3, clauses 7.8 and 7.9: filesAnalyzed and the package verification code",
    url: `${SPDX_TEXT}/package-information/#79-package-verification-code-field`,
  },
  visit: ({ packages = [] }, say) => {
    for (const [index, one] of packages.entries()) {
      const fault = faultOf(one);
      if (fault === undefined) continue;
      // Nearly all generators leave it out of packages of which they list no file.
      const isLetter = fault === "silent" && (one.hasFiles ?? []).length === 0;
      say({ pointer: `/packages/${index}`, message: TEXTS[fault], cause: fault, isLetter });
    }
  },
};

function faultOf(one: SpdxPackage): keyof typeof TEXTS | undefined {
  const { filesAnalyzed, packageVerificationCode: code, licenseInfoFromFiles = [] } = one;
  if (filesAnalyzed === false) {
    if (code !== undefined) return "code";
    return licenseInfoFromFiles.some((license) => license !== "NOASSERTION" && license !== "NONE")
      ? "licenses"
      : undefined;
  }
  if (code !== undefined) return undefined;
  return filesAnalyzed === true ? "without" : "silent";
}
