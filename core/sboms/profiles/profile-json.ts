import type { JsonPatch } from "#core/base/json/json-patch.ts";

import type { Grade, ProfileResult, RulePlace } from "./evaluate-profile.ts";
import type { Outcome, RuleFacts, Wording } from "./profile.ts";

/** A rule and how it is met. */
export interface RuleJson extends Readonly<Record<Outcome, number>> {
  readonly id: string;
  readonly title: Wording;
  readonly clause: string;
  readonly tier: NonNullable<RuleFacts["tier"]>;
  readonly remedy: RuleFacts["remedy"];
  /** 0 to 1; absent where the rule wants nothing of the document. */
  readonly share?: number;
  readonly places: readonly RulePlace[];
  readonly notes: readonly RulePlace[];
  /** RFC 6902. */
  readonly patch?: JsonPatch;
}

/** A result as it is stored, and as the command line and the API give it: all languages, pointers, counts, clauses. */
export interface ProfileJson {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly caveat?: string;
  readonly satisfied: boolean;
  /** 0 to 100. */
  readonly score: number;
  readonly grade: Grade;
  readonly remarks: readonly Wording[];
  readonly rules: readonly RuleJson[];
}

/** The plain form of a result. */
export function profileJson({ profile, score, grade, isSatisfied, rules, remarks }: ProfileResult): ProfileJson {
  const { id, title, url, caveat } = profile;
  return {
    id,
    title,
    url,
    ...(caveat === undefined ? {} : { caveat }),
    satisfied: isSatisfied,
    score,
    grade,
    remarks,
    rules: rules.map(({ rule, counts, places, notes, share, patch }) => ({
      id: rule.id,
      title: rule.title,
      clause: rule.clause,
      tier: rule.tier ?? "required",
      remedy: rule.remedy,
      ...(share === undefined ? {} : { share }),
      ...counts,
      places,
      notes,
      ...(patch === undefined ? {} : { patch }),
    })),
  };
}
