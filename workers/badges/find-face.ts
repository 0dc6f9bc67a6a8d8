import { GROUP_PREFIX } from "#core/trust/accounts/reserved-names.ts";
import { groupFace } from "#core/badges/group-face.ts";
import type { BadgeFace } from "#core/badges/face.ts";
import { faceOf, labelOf, plainFace, recommendedFace } from "#core/badges/standing-face.ts";
import type { Language } from "#core/badges/words.ts";
import type { SubjectStanding } from "#core/compliance/standing/standing.ts";
import type { Scope } from "#core/standards/scopes/scope.ts";
import { calendarOf } from "#core/base/time/calendar.ts";

import type { Bindings } from "../state/bindings.ts";
import { MEMORY_BOUNDS } from "../state/memory-bounds.ts";
import { createMemory } from "../state/memory.ts";
import { commonFacts, type BadgeFacts } from "./badge-facts.ts";
import type { BadgeScope, BadgeSources } from "./badge-sources.ts";

/** What the address of a badge names. */
export type BadgeTarget =
  | { readonly kind: "standing" | "recommended"; readonly subject: string; readonly scope: string }
  /** All clouds of a provider, in one scope or in all that they aim at. */
  | { readonly kind: "provider"; readonly provider: string; readonly scope: string | undefined }
  | { readonly kind: "nothing" };

/** What a badge shows, and how long that is true. */
export interface BadgeState {
  readonly face: BadgeFace;
  readonly isDemo: boolean;
  /** The words that may be asked for as its label. */
  readonly labels: readonly string[];
  /** The earliest instant at which it may show something else without new facts; undefined for never. */
  readonly nextChange: Date | undefined;
}

/** Where and when to look. */
export interface BadgeContext {
  readonly env: Bindings;
  readonly sources: BadgeSources;
  readonly now: Date;
  readonly language: Language;
}

/** The state of a badge; what the address names and nobody knows has a face too. */
export async function findFace(target: BadgeTarget, context: BadgeContext): Promise<BadgeState> {
  if (target.kind === "nothing") return unknown(plainFace("unknown-scope", undefined, context.language));
  const facts = await commonFacts(context.env, context.sources);
  if (target.kind === "provider") return findProviderFace(target, facts, context);
  const published = facts.scopes.find(({ alias, scope }) => alias === target.scope || scope.uuid === target.scope);
  if (published === undefined) return unknown(plainFace("unknown-scope", undefined, context.language));
  const { scope } = published;
  const members = target.subject.startsWith(GROUP_PREFIX)
    ? await context.sources.findMembers(context.env, target.subject)
    : [target.subject];
  const found = await Promise.all(
    members.map((member) => findSubjectFace(member, published, target.kind, facts, context)),
  );
  const states = found.filter((state) => state !== undefined);
  if (target.subject.startsWith(GROUP_PREFIX)) {
    return combine(scope.name, states, labelsFor(facts, scope, target.subject), context.language);
  }
  return states[0] ?? unknown(plainFace("unknown-subject", scope.name, context.language));
}

function unknown(face: BadgeFace): BadgeState {
  return { face, isDemo: false, labels: [], nextChange: undefined };
}

interface KnownSubject {
  readonly standing: SubjectStanding;
  readonly account: Awaited<ReturnType<BadgeSources["findAccount"]>>;
}

/** About what a result takes in memory; scopes count where they are kept. */
const RESULT_BYTES = 300;

/** Standings by subject and scope: read again after a moment, and never believed when they are due. */
const standingMemory = createMemory<KnownSubject>(
  MEMORY_BOUNDS.badgeStandings,
  ({ standing }) => (1 + standing.evaluation.results.size) * RESULT_BYTES,
);

/** One subject in one scope; undefined where nobody ever heard of the subject. */
async function findSubjectFace(
  subject: string,
  published: BadgeScope,
  kind: "standing" | "recommended",
  facts: BadgeFacts,
  { env, sources, now, language }: BadgeContext,
): Promise<BadgeState | undefined> {
  const { scope, sha256 } = published;
  const key = `${sha256} ${facts.snapshot.site.timeZone} ${subject}`;
  const { standing, account } = await standingMemory.recall(key, now, async () => {
    const [standing, account] = await Promise.all([
      sources.standingOf(env, facts.snapshot, { subject, published }, now),
      sources.findAccount(env, subject),
    ]);
    return { value: { standing, account }, until: standing.nextChange };
  });
  const provider = facts.providers.find(({ offerings }) => offerings.some((one) => one.subjects.includes(subject)));
  const isKnown =
    standing.hasReported || account !== undefined || provider !== undefined || standing.certificate !== undefined;
  if (!isKnown) return undefined;
  const calendar = calendarOf(facts.snapshot.site.timeZone);
  const isDemo = account?.isDemo ?? provider?.provider.demo ?? false;
  const about = { scopeName: scope.name, isDemo, calendar, ...standing };
  const face = kind === "standing" ? faceOf(about, language) : recommendedFace(about, scope, language);
  return { face, isDemo, labels: labelsFor(facts, scope, subject), nextChange: standing.nextChange };
}

async function findProviderFace(
  { provider: id, scope: scopeName }: { readonly provider: string; readonly scope: string | undefined },
  facts: BadgeFacts,
  context: BadgeContext,
): Promise<BadgeState> {
  const { language } = context;
  const provider = facts.providers.find((known) => known.provider.id === id);
  if (provider === undefined) return unknown(plainFace("unknown-subject", undefined, language));
  const isNamed = ({ alias, scope }: BadgeFacts["scopes"][number], name: string) =>
    alias === name || scope.uuid === name;
  const wanted = facts.scopes.filter((scope) => scopeName === undefined || isNamed(scope, scopeName));
  if (scopeName !== undefined && wanted.length === 0) return unknown(plainFace("unknown-scope", undefined, language));
  const pairs = wanted.flatMap((published) =>
    provider.offerings
      .filter(({ scopes = [] }) => scopes.some((name) => isNamed(published, name)))
      .flatMap(({ subjects }) => subjects.map((subject) => ({ subject, published }))),
  );
  const found = await Promise.all(
    pairs.map(({ subject, published }) => findSubjectFace(subject, published, "standing", facts, context)),
  );
  const labels = [
    provider.provider.name,
    ...(provider.provider.badge_labels ?? []),
    ...(facts.snapshot.site.badgeLabels ?? []),
    ...(scopeName === undefined ? [] : wanted.map(({ scope }) => scope.name)),
  ];
  const label =
    scopeName === undefined ? provider.provider.name : `${provider.provider.name} · ${wanted[0]?.scope.name}`;
  return combine(
    label,
    found.filter((state) => state !== undefined),
    labels,
    language,
  );
}

/** What the badge of a cloud, or of a group, may be labeled with: names of what it is about, and what was declared. */
function labelsFor({ providers, snapshot }: BadgeFacts, scope: Scope, subject: string): readonly string[] {
  const own = providers.flatMap(({ provider, offerings }) => {
    const names = offerings.filter(({ subjects }) => subjects.includes(subject)).map(({ name }) => name);
    return names.length === 0 ? [] : [...names, provider.name, ...(provider.badge_labels ?? [])];
  });
  return [scope.name, ...own, ...(snapshot.site.badgeLabels ?? [])];
}

function combine(
  name: string,
  states: readonly BadgeState[],
  labels: readonly string[],
  language: Language,
): BadgeState {
  const isDemo = states.some((state) => state.isDemo);
  const face = groupFace(
    labelOf(name, isDemo, language),
    states.map((state) => state.face),
    language,
  );
  if (face === undefined) return unknown(plainFace("unknown-subject", name, language));
  const instants = states.flatMap(({ nextChange }) => nextChange?.getTime() ?? []);
  return { face, isDemo, labels, nextChange: instants.length === 0 ? undefined : new Date(Math.min(...instants)) };
}
