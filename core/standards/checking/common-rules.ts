/** Rules that are no functions of a list: other parts of the check report them. */
import type { Severity, Source } from "#core/base/finding.ts";

import { DIRECTIVE_RULE } from "./directives.ts";
import { UNREADABLE_RULE } from "../documents/read-document.ts";
import { GOOD_PRACTICE, scs0001 } from "../rules/parts/sources.ts";

/** What is said about a rule where all rules are listed. */
export interface DescribedRule {
  readonly id: string;
  /** Severity in the profile `strict`. */
  readonly severity: Severity;
  readonly source: Source;
  readonly summary: string;
  /** Ids of findings that share the page of this rule. */
  readonly members?: readonly string[];
}

/** In the order of their ids. */
export const COMMON_RULES: readonly DescribedRule[] = [
  {
    id: "change",
    severity: "error",
    source: scs0001("Process"),
    summary: "A change of a tree follows the life cycle, and a Stable document asks for no more than before.",
  },
  {
    id: "config",
    severity: "error",
    source: GOOD_PRACTICE,
    summary: "`stele.config.yaml` is YAML and says only what its schema knows.",
    members: ["config-syntax", "config-schema"],
  },
  DIRECTIVE_RULE,
  {
    id: UNREADABLE_RULE,
    severity: "error",
    source: { clause: "SCS-0001, Document format" },
    summary: "A document is a UTF-8 text of a size that can be parsed.",
  },
  {
    id: "markdownlint",
    severity: "warning",
    source: { clause: "markdownlint", url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/Rules.md" },
    summary: "Markdown is written as the tree's markdownlint configuration asks.",
  },
  {
    id: "published-file",
    severity: "error",
    source: GOOD_PRACTICE,
    summary: "A file that a site publishes can be read, says what its schema asks for, and has an address of its own.",
    members: [
      "address-taken",
      "file-not-utf8",
      ...["provider", "release", "guide", "news"].flatMap((kind) => [`${kind}-syntax`, `${kind}-schema`]),
    ],
  },
  {
    id: "scope-file",
    severity: "error",
    source: { clause: "SCS-0003, Scope files" },
    summary: "A scope file follows its schema, and what it names exists.",
    members: [
      "scope-syntax",
      "scope-schema",
      "scope-duplicate",
      "scope-reference",
      "scope-date",
      "scope-parameter",
      "scope-target",
    ],
  },
  {
    id: "typography",
    severity: "warning",
    source: GOOD_PRACTICE,
    summary: "Quotes, dashes and spaces are written alike in all documents.",
  },
  {
    id: "unused-ignore",
    severity: "warning",
    source: GOOD_PRACTICE,
    summary: "An ignore of the configuration still matches a finding.",
  },
];
