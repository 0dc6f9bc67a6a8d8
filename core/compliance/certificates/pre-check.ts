/** Whether a certificate may be granted or renewed as things stand: every reason against it, as far as facts can tell. */
import type { Calendar } from "#core/base/time/calendar.ts";
import { validitiesOn } from "#core/standards/scopes/timeline.ts";
import { MAIN_TARGET, type Scope } from "#core/standards/scopes/scope.ts";

import { evaluateScope, type ReportedResult } from "../standing/evaluate.ts";
import type { Certificate } from "./certificate.ts";
import { statusAt } from "./status.ts";

/** What is known when somebody is about to decide. */
export interface PreCheckFacts {
  readonly certificate: Omit<Certificate, "events">;
  /** The scope as it is published; undefined where it no longer is. */
  readonly scope: Scope | undefined;
  /** The newest results of the cloud in the scope. */
  readonly results: readonly ReportedResult[];
  /** All certificates of the cloud. */
  readonly others: readonly Certificate[];
  /** The regions that the provider publishes; undefined where the provider publishes none. */
  readonly regions: readonly string[] | undefined;
  /** When the step takes effect. */
  readonly at: Date;
  readonly now: Date;
  readonly calendar: Calendar;
}

/** What the facts say: each fault and each thing in order is a clause without a full stop. */
export interface PreCheck {
  readonly faults: readonly string[];
  readonly inOrder: readonly string[];
}

/** Looks at the version, its tests, other certificates and the regions. */
export function preCheck(facts: PreCheckFacts): PreCheck {
  const clauses = [checkVersion(facts), checkTests(facts), checkOthers(facts), checkRegions(facts)];
  return {
    faults: clauses.flatMap(({ fault }) => fault ?? []),
    inOrder: clauses.flatMap(({ inOrder }) => inOrder ?? []),
  };
}

interface Clause {
  readonly fault?: string;
  readonly inOrder?: string;
}

/** A version that is about to retire still counts (SCS-0003); drafts and retired ones do not. */
function checkVersion({ scope, certificate, at, calendar }: PreCheckFacts): Clause {
  const { version } = certificate;
  if (scope?.versions.some(({ name }) => name === version) !== true) {
    return { fault: `${certificate.scope.name} ${version} is not published` };
  }
  const validity = validitiesOn(scope.timeline, calendar.dateOf(at)).get(version);
  if (validity === "effective") return { inOrder: `${version} is in force` };
  if (validity === "warn") return { inOrder: `${version} is in force, but about to retire` };
  return { fault: validity === "draft" ? `${version} is a draft` : `${version} is retired` };
}

function checkTests({ scope, certificate, results, now, calendar }: PreCheckFacts): Clause {
  const demanded = scope?.versions.find(({ name }) => name === certificate.version)?.targets.get(MAIN_TARGET) ?? [];
  if (results.length === 0 || scope === undefined) return { fault: "there is no report" };
  const live = evaluateScope(scope, results, { now, calendar }).results;
  const having = (value: number | null) => demanded.filter((id) => (live.get(id)?.value ?? null) === value);
  const passed = `${having(1).length} of ${demanded.length} tests passed`;
  const others = [
    ["failed", having(-1)],
    ["without current result", having(null)],
    ["without verdict", having(0)],
  ] as const;
  const named = others.filter(([, ids]) => ids.length > 0).map(([word, ids]) => `${word}: ${shorten(ids)}`);
  return named.length === 0 && demanded.length > 0 ? { inOrder: passed } : { fault: [passed, ...named].join("; ") };
}

/** Two certificates for the same would contradict each other when one of them is suspended or revoked. */
function checkOthers({ certificate, others, at }: PreCheckFacts): Clause {
  const live = others.find((other) => {
    const isSame =
      other.id !== certificate.id &&
      other.subject === certificate.subject &&
      other.scope.uuid === certificate.scope.uuid &&
      other.version === certificate.version;
    const { state } = statusAt(other, at);
    const isLive = state === "granted" || state === "renewed" || state === "suspended";
    return isSame && isLive && overlap(other.regions, certificate.regions);
  });
  return live === undefined
    ? { inOrder: "no other live certificate" }
    : { fault: `certificate ${live.id} for the same is ${statusAt(live, at).state}` };
}

function checkRegions({ certificate, regions = [] }: PreCheckFacts): Clause {
  const unknown = unknownRegions(certificate.regions, regions);
  if (unknown.length > 0) return { fault: `the provider publishes no region ${shorten(unknown)}` };
  return certificate.regions.length === 0 ? {} : { inOrder: `the regions ${certificate.regions.join(", ")} exist` };
}

/** Regions that somebody wants certified and that the provider does not publish. */
export function unknownRegions(wanted: readonly string[], published: readonly string[]): readonly string[] {
  return wanted.filter((region) => !published.includes(region));
}

/** No region named means all of them. */
function overlap(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((region) => b.includes(region));
}

function shorten(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
