import type { Profile } from "./profile.ts";

/** What a maintainer would act on: the same duties, with the wording that reviewers have accepted for years. */
export const PRACTICAL: Profile = {
  name: "practical",
  summary: "what a maintainer would act on",
  sectionAliases: {
    abstract: ["introduction", "summary"],
    context: ["motivation", "background", "problem statement"],
    introduction: ["abstract", "overview"],
    "conformance tests": ["tests", "automated tests", "implementation and testing notes"],
  },
  supplementDescribesTests: true,
  tracksBarredFromField: [],
  notForRetired: [
    "front-matter-unknown-field",
    "standard-introduction",
    "standard-motivation",
    "standard-conformance-tests",
    "record-abstract",
    "record-context",
    "record-decision",
    "empty-section",
    "heading-rank",
    "unfinished-text",
    "link-relative",
    "link-absolute",
    "link-text",
    "code-language",
    "keyword-missing",
    "keyword-unknown",
    "slug-characters",
    "slug-start",
    "supplement-target",
  ],
  severities: {
    // The published page says what the key words mean, and links a document to its supplements.
    "keyword-definition": "off",
    "supplement-linked": "off",
    // Recommendations and hints that help a reviewer of one change, but not a maintainer of a whole tree.
    "keyword-lowercase": "off",
    "terminology-section": "off",
    "record-related-documents": "off",
    "duplicate-heading": "off",
    description: "off",
    "title-changed": "off",
    "type-changed": "off",
    "image-remote": "off",
    "unfinished-text": "off",
    // A supplement of a procedure or a decision has been accepted again and again.
    "supplement-target": "off",
    // The width of table columns in the source is nobody's business but the editor's.
    "markdownlint/MD060": "off",
    // Names of test cases stand in the reports of providers and do not change any more; modules wait for their version.
    "testcase-prefix": "off",
    "module-unused": "off",
    // A proposal is numbered last; until then it is just not finished.
    "proposal-number": "note",
  },
};
