import type { Profile } from "./profile.ts";

/** SCS-0001 to the letter, also where the letter contradicts itself or everybody's practice. */
export const STRICT: Profile = {
  name: "strict",
  summary: "SCS-0001 to the letter",
  sectionAliases: {},
  supplementDescribesTests: false,
  // The table of fields lists five tracks, the table of numbers six.
  tracksBarredFromField: ["Scopes"],
  notForRetired: [],
  severities: {},
};
