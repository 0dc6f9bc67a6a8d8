import type { JsonPatch } from "#core/base/json/json-patch.ts";

import type { SbomContent } from "../view/sbom-content.ts";
import type {
  ComponentOf,
  ComponentRule,
  ComponentsView,
  Floor,
  Judgement,
  Outcome,
  ProfileFacts,
  ProfileOf,
  RuleFacts,
  Wording,
} from "./profile.ts";

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
  /** What a machine can repair, for the first `MAX_REPAIRS` places; to be applied before the document is changed otherwise. */
  readonly patch?: JsonPatch;
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

/** Places repaired by one patch: repair, evaluate, and repair again where there are more. */
const MAX_REPAIRS = 200;

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
    const tally = new Tally(formatRule);
    tally.add(formatRule.read(content), "");
    results.push(tally.conclude(acceptsUnknown));
  }
  const { rules, remarks, floor } = view === undefined ? NO_JUDGEMENTS : judgeView(definition, view);
  results.push(...rules);
  // The floor speaks only where all else is silent.
  if (floor !== undefined && results.every(({ share = 1 }) => share === 1)) results.push(floor);
  const shares = results.flatMap(({ share }) => share ?? []);
  const mean = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
  const isSatisfied = shares.every((share) => share === 1);
  const score = Math.floor(mean * 100 + 1e-9);
  return { profile, isSatisfied, score, grade: gradeOf(score, isSatisfied), rules: results, remarks };
}

/** What is said of a view. */
interface ViewJudgement extends Pick<ProfileResult, "rules" | "remarks"> {
  /** The floor, if no component meets it. */
  readonly floor?: RuleResult | undefined;
}

const NO_JUDGEMENTS: ViewJudgement = { rules: [], remarks: [] };

/** Every component is made, shown to all rules and forgotten: a long document costs time, not memory. */
function judgeView<View extends ComponentsView>(
  { rules, acceptsUnknown, remarks, floor }: ProfileOf<View>,
  view: View,
): ViewJudgement {
  const tallies = rules.map((rule) => new Tally(rule));
  const perComponent: { readonly tally: Tally; readonly read: ComponentRule<ComponentOf<View>>["read"] }[] = [];
  for (const [index, rule] of rules.entries()) {
    const tally = tallies[index];
    if (tally === undefined) continue;
    if (rule.about === "document") tally.add(rule.read(view), "");
    else perComponent.push({ tally, read: rule.read });
  }
  const counter = remarks?.(view);
  let isFloorMet = floor === undefined;
  for (const component of view.components as Iterable<ComponentOf<View>>) {
    // By number: iterators for a dozen rules and each of many components would cost more than some of the rules.
    for (let index = 0; index < perComponent.length; index += 1) {
      const one = perComponent[index];
      one?.tally.add(one.read(component), component.pointer);
    }
    counter?.see(component);
    isFloorMet ||= floor?.isMetBy(component) ?? true;
  }
  return {
    rules: tallies.map((tally) => tally.conclude(acceptsUnknown)),
    remarks: counter?.conclude() ?? [],
    floor: floor === undefined || isFloorMet ? undefined : missedFloor(floor),
  };
}

function missedFloor({ isMetBy: _isMetBy, reason, ...rule }: Floor<never>): RuleResult {
  const tally = new Tally(rule);
  tally.add({ outcome: "missing", reason }, "");
  return tally.conclude(false);
}

/** Two places may need the same step. */
function joinPatches(patches: readonly JsonPatch[]): JsonPatch {
  const steps = new Map(patches.flat().map((operation) => [JSON.stringify(operation), operation]));
  return [...steps.values()];
}

/** Outcomes whose places are worth showing. */
const OPEN: ReadonlySet<Outcome> = new Set<Outcome>(["missing", "unknown", "withheld", "wrong"]);

/** Counts how a rule is met, and keeps the first places. */
class Tally {
  readonly #rule: RuleFacts;
  readonly #counts: Record<Outcome, number> = {
    present: 0,
    unknown: 0,
    withheld: 0,
    missing: 0,
    wrong: 0,
    absent: 0,
    exempt: 0,
  };
  readonly #places: RulePlace[] = [];
  readonly #notes: RulePlace[] = [];
  readonly #repairs: JsonPatch[] = [];
  #isAsked = false;

  constructor(rule: RuleFacts) {
    this.#rule = rule;
  }

  add(judged: Outcome | Judgement, pointer: string): void {
    this.#isAsked = true;
    const outcome = typeof judged === "string" ? judged : judged.outcome;
    const reason = typeof judged === "string" ? undefined : judged.reason;
    this.#counts[outcome] += 1;
    const isOpen = OPEN.has(outcome);
    if (typeof judged !== "string" && judged.repair !== undefined && this.#repairs.length < MAX_REPAIRS) {
      this.#repairs.push(judged.repair());
    }
    const list = isOpen ? this.#places : this.#notes;
    if ((!isOpen && reason === undefined) || list.length >= MAX_PLACES) return;
    const place = typeof judged === "string" ? pointer : (judged.pointer ?? pointer);
    list.push({ pointer: place, ...(reason === undefined ? {} : { reason }) });
  }

  conclude(acceptsUnknown: boolean): RuleResult {
    const { present, missing, wrong } = this.#counts;
    const unknown = this.#counts.unknown + this.#counts.withheld;
    const wanted = present + unknown + missing + wrong;
    const satisfied = present + ((this.#rule.acceptsUnknown ?? acceptsUnknown) ? unknown : 0);
    // A document without components says nothing about any, so it lacks what is required of each.
    const isSilent = !this.#isAsked && (this.#rule.tier ?? "required") === "required";
    const share = wanted > 0 ? satisfied / wanted : isSilent ? 0 : undefined;
    const patch = joinPatches(this.#repairs);
    return {
      rule: this.#rule,
      counts: this.#counts,
      places: this.#places,
      notes: this.#notes,
      share,
      ...(patch.length === 0 ? {} : { patch }),
    };
  }
}

function gradeOf(score: number, isSatisfied: boolean): Grade {
  if (isSatisfied) return "A";
  if (score >= 90) return "B";
  if (score >= 75) return "C";
  return score >= 50 ? "D" : "E";
}
