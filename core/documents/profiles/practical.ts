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
  severities: {},
};
