import type { ProfileResult } from "./evaluate-profile.ts";

/** A result as the command line and the API give it: all languages, pointers, counts, clauses. */
export function profileJson({ profile, score, grade, isSatisfied, rules, remarks }: ProfileResult) {
  return {
    id: profile.id,
    title: profile.title,
    url: profile.url,
    caveat: profile.caveat,
    satisfied: isSatisfied,
    score,
    grade,
    remarks,
    rules: rules.map(({ rule, counts, places, notes, share }) => ({
      id: rule.id,
      title: rule.title,
      clause: rule.clause,
      tier: rule.tier ?? "required",
      remedy: rule.remedy,
      share,
      ...counts,
      places,
      notes,
    })),
  };
}
