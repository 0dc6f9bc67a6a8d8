import { moduleUnused } from "./module-unused.ts";
import { scopeDocumentLink } from "./scope-document-link.ts";
import { scopeIncludesDraft } from "./scope-includes-draft.ts";
import type { ScopeRule } from "./scope-rule.ts";
import { scopeStabilizedDate } from "./scope-stabilized-date.ts";
import { standardUntested } from "./standard-untested.ts";
import { testcasePrefix } from "./testcase-prefix.ts";
import { testcaseUnused } from "./testcase-unused.ts";
import { testcaseUrl } from "./testcase-url.ts";

/** All rules about test suites and documents, in the order of their pages. */
export const SCOPE_RULES: readonly ScopeRule[] = [
  testcasePrefix,
  testcaseUnused,
  testcaseUrl,
  moduleUnused,
  scopeIncludesDraft,
  scopeStabilizedDate,
  scopeDocumentLink,
  standardUntested,
];
