import type { SbomContent } from "../sbom-content.ts";
import type { ComponentsView, Judgement, Outcome, ProfileFacts, ProfileOf, RuleFacts, Wording } from "./profile.ts";

/** A place in the document and what is to be said about it. */
export interface RulePlace {
  /** JSON pointer; empty for the document. */
  readonly pointer: string;
  readonly reason?: Wording;
}

/** What a document says about one fact. */
export interface RuleResult {
  readonly rule: RuleFacts;
  /** Components (or the document, which counts 1) by outcome. */
  readonly counts: Readonly<Record<Outcome, number>>;
  /** The first places where the fact is missing, unknown or wrong. */
  readonly places: readonly RulePlace[];
  /** The first places where the rule is satisfied and something is worth knowing. */
  readonly notes: readonly RulePlace[];
  /** 0 to 1: how much of what the rule wants is there; undefined when it wants nothing here. */
  readonly share: number | undefined;
}

/** `A` satisfies the profile; `B` from 90, `C` from 75, `D` from 50, `E` below. */
export type Grade = "A" | "B" | "C" | "D" | "E";

/** What a document is to a profile. */
export interface ProfileResult {
  readonly profile: ProfileFacts;
  readonly isSatisfied: boolean;
  /** 0 to 100, the mean of the rules, rounded down: 100 means satisfied. */
  readonly score: number;
  readonly grade: Grade;
  readonly rules: readonly RuleResult[];
  readonly remarks: readonly Wording[];
}

/** A profile that can be asked. */
export interface Profile extends ProfileFacts {
  readonly rules: readonly RuleFacts[];
  readonly evaluate: (content: SbomContent) => ProfileResult;
}

/** Places listed per rule; the counts say how many there are. */
const MAX_PLACES = 20;

/** Binds the rules of a profile to their view, so that profiles over different views stand in one list. */
export function defineProfile<View extends ComponentsView>(definition: ProfileOf<View>): Profile {
  const { id, title, url, caveat, formatRule, rules } = definition;
  const facts: ProfileFacts = { id, title, url, ...(caveat === undefined ? {} : { caveat }) };
  return {
    ...facts,
    rules: formatRule === undefined ? rules : [formatRule, ...rules],
    evaluate: (content) => evaluate(facts, definition, content),
  };
}

function evaluate<View extends ComponentsView>(
  profile: ProfileFacts,
  definition: ProfileOf<View>,
  content: SbomContent,
): ProfileResult {
  const { formatRule, acceptsUnknown } = definition;
  const view = definition.view(content);
  const results: RuleResult[] = [];
  if (formatRule !== undefined) {
    results.push(tally(formatRule, acceptsUnknown, DOCUMENT, () => formatRule.read(content)));
  }
  if (view !== undefined) {
    for (const rule of definition.rules) {
      results.push(
        rule.about === "document"
          ? tally(rule, acceptsUnknown, DOCUMENT, () => rule.read(view))
          : tally<View["components"][number]>(rule, acceptsUnknown, view.components, rule.read),
      );
    }
  }
  const shares = results.flatMap(({ share }) => share ?? []);
  const mean = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
  const isSatisfied = shares.every((share) => share === 1);
  const score = Math.floor(mean * 100 + 1e-9);
  const remarks = view === undefined ? [] : (definition.remarks?.(view) ?? []);
  return { profile, isSatisfied, score, grade: gradeOf(score, isSatisfied), rules: results, remarks };
}

/** The document as the one thing that a rule looks at. */
const DOCUMENT = [{ pointer: "" }] as const;

function tally<Item extends { readonly pointer: string }>(
  rule: RuleFacts,
  acceptsUnknown: boolean,
  items: readonly Item[],
  judge: (item: Item) => Outcome | Judgement,
): RuleResult {
  const counts: Record<Outcome, number> = { present: 0, unknown: 0, missing: 0, wrong: 0, absent: 0, exempt: 0 };
  const places: RulePlace[] = [];
  const notes: RulePlace[] = [];
  for (const item of items) {
    const judged = judge(item);
    const judgement: Judgement = typeof judged === "string" ? { outcome: judged } : judged;
    const { outcome, reason } = judgement;
    counts[outcome] += 1;
    const isOpen = outcome === "missing" || outcome === "unknown" || outcome === "wrong";
    const list = isOpen ? places : notes;
    if ((isOpen || reason !== undefined) && list.length < MAX_PLACES) {
      list.push({ pointer: judgement.pointer ?? item.pointer, ...(reason === undefined ? {} : { reason }) });
    }
  }
  const wanted = counts.present + counts.unknown + counts.missing + counts.wrong;
  const satisfied = counts.present + (acceptsUnknown ? counts.unknown : 0);
  // A document without components says nothing about any, so it lacks what is required of each.
  const isSilent = items.length === 0 && (rule.tier ?? "required") === "required";
  const share = wanted > 0 ? satisfied / wanted : isSilent ? 0 : undefined;
  return { rule, counts, places, notes, share };
}

function gradeOf(score: number, isSatisfied: boolean): Grade {
  if (isSatisfied) return "A";
  if (score >= 90) return "B";
  if (score >= 75) return "C";
  return score >= 50 ? "D" : "E";
}
