import type { DocumentView } from "./document-view.ts";
import type { Profile, ProfileRule, Statement } from "./profile.ts";

/** What a document says about one fact. */
interface RuleResult {
  readonly rule: ProfileRule;
  /** Components (or the document, which counts 1) by what they say. */
  readonly counts: Readonly<Record<Statement, number>>;
  /** JSON pointers of the first places where the fact is missing or unknown. */
  readonly places: readonly string[];
  /** 0 to 1: how much of what the rule wants is there. */
  readonly share: number;
}

/** What a document is to a profile. */
export interface ProfileResult {
  readonly profile: Profile;
  readonly isSatisfied: boolean;
  /** 0 to 100, the mean of the rules, rounded down: 100 means satisfied. */
  readonly score: number;
  readonly rules: readonly RuleResult[];
}

/** Places listed per rule; the count says how many there are. */
const MAX_PLACES = 20;

/** Holds a document against a profile. */
export function evaluateProfile(profile: Profile, view: DocumentView): ProfileResult {
  const rules = profile.rules.map((rule) => evaluateRule(rule, view, profile.acceptsUnknown));
  const mean = rules.reduce((sum, { share }) => sum + share, 0) / Math.max(1, rules.length);
  return {
    profile,
    isSatisfied: rules.every(({ share }) => share === 1),
    score: Math.floor(mean * 100 + 1e-9),
    rules,
  };
}

function evaluateRule(rule: ProfileRule, view: DocumentView, acceptsUnknown: boolean): RuleResult {
  const counts: Record<Statement, number> = { present: 0, unknown: 0, missing: 0 };
  const places: string[] = [];
  const count = (statement: Statement, pointer: string): void => {
    counts[statement] += 1;
    if (statement !== "present" && places.length < MAX_PLACES) places.push(pointer);
  };
  if (rule.about === "document") count(rule.read(view), "");
  else for (const component of view.components) count(rule.read(component), component.pointer);
  const total = counts.present + counts.unknown + counts.missing;
  const satisfied = counts.present + (acceptsUnknown ? counts.unknown : 0);
  // A document without components says nothing about any.
  return { rule, counts, places, share: total === 0 ? 0 : satisfied / total };
}
