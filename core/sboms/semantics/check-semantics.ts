import type { FindingReport } from "../checking/finding-report.ts";
import type { SbomContent } from "../view/sbom-content.ts";
import { checkDependencyGraph } from "./check-dependency-graph.ts";
import { visitCycloneDxFacts } from "./cyclonedx-facts.ts";
import type { Fact } from "./fact.ts";
import { judgeCpe } from "./judge-cpe.ts";
import { judgeDate } from "./judge-date.ts";
import { judgeHash } from "./judge-hash.ts";
import { judgeLicense } from "./judge-license.ts";
import { judgePurl } from "./judge-purl.ts";
import { judgeUrl } from "./judge-url.ts";
import { visitSpdx3Facts } from "./spdx3-facts.ts";
import { visitSpdxFacts } from "./spdx-facts.ts";

/**
 * What no schema says: whether names, hashes, licenses and links mean something, and whether the graph hangs together. SPDX 2 makes
 * the grammar of licenses a rule of its own, so there the strict hold it for an error.
 */
export function checkSemantics(content: SbomContent, isStrict: boolean, report: FindingReport): void {
  const isLicenseRule = isStrict && content.kind === "SPDX";
  const visit = (fact: Fact): void => judgeFact(fact, isLicenseRule, report);
  if (content.kind === "SPDX3") {
    visitSpdx3Facts(content.document, visit);
  } else if (content.kind === "SPDX") {
    visitSpdxFacts(content.document, visit);
  } else {
    visitCycloneDxFacts(content.document, visit);
    checkDependencyGraph(content.document, report);
  }
}

function judgeFact(fact: Fact, isLicenseRule: boolean, report: FindingReport): void {
  switch (fact.kind) {
    case "purl":
      return judgePurl(fact.text, fact.pointer, report);
    case "cpe":
      return judgeCpe(fact.text, fact.pointer, report);
    case "license":
      return judgeLicense(fact, isLicenseRule, report);
    case "date":
      return judgeDate(fact.text, fact.pointer, report);
    case "url":
      return judgeUrl(fact.text, fact.pointer, report);
    case "hash":
      return judgeHash(fact, report);
  }
}
