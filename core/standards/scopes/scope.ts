import type { CalendarDate } from "#core/base/time/calendar.ts";
import type { Lifetime } from "./lifetime.ts";

/** What a version of a scope is worth at a time (SCS-0003). */
export type Validity = "draft" | "effective" | "warn" | "deprecated";

/** A check that yields a result; `section` groups testcases that run together, for example `heavy`. */
export interface Testcase {
  readonly id: string;
  readonly description: string;
  /** Where the testcase or the clause that it tests is described. */
  readonly url?: string;
  readonly lifetime: Lifetime;
  readonly section?: string;
  /** No script yields its result; a person does. */
  readonly isManual: boolean;
  /** How many stabilized versions, deprecated ones included, demand it in `main`; testcases with any come first in lists. */
  readonly attention: number;
}

/** A standard that versions include, with its testcases by target: `main` is demanded, others are advice. */
export interface Module {
  readonly id: string;
  readonly name: string;
  readonly url?: string;
  readonly targets: ReadonlyMap<string, readonly string[]>;
}

/** A version of a scope: what a certificate is for. */
export interface ScopeVersion {
  readonly name: string;
  /** Position in the file, from 0; the newest version comes first. */
  readonly index: number;
  readonly stabilizedAt?: CalendarDate;
  readonly modules: readonly Module[];
  /** Testcase ids by target, sorted: the union over the modules. */
  readonly targets: ReadonlyMap<string, readonly string[]>;
  /** The target of each testcase; the last one wins where several list it. */
  readonly targetOfTestcase: ReadonlyMap<string, string>;
}

/** What is announced from a date on: versions that are not named are no longer looked at. */
export interface TimelineEntry {
  readonly date: CalendarDate;
  readonly versions: ReadonlyMap<string, Validity>;
}

/** A certificate scope, for example "SCS-compatible IaaS". */
export interface Scope {
  readonly uuid: string;
  readonly name: string;
  readonly url?: string;
  /** Full name of the scope whose certificate must be held before (SCS-0003, "Prerequisite descriptor"). */
  readonly prerequisite?: string;
  readonly testcases: ReadonlyMap<string, Testcase>;
  readonly modules: readonly Module[];
  readonly timeline: readonly TimelineEntry[];
  readonly versions: readonly ScopeVersion[];
}

/** The target whose testcases a certificate demands. */
export const MAIN_TARGET = "main";
