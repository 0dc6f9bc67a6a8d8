/**
 * An evaluation as it is stored. Versions and testcases are named by their place in the scope, whose file is part of what a stored
 * standing is valid for.
 */
import type { Scope } from "#core/standards/scopes/scope.ts";
import type { Buckets, LiveResult, ScopeEvaluation, VersionEvaluation } from "./evaluate.ts";
import type { StoredEvaluation } from "./stored-standing-shape.ts";

/** An evaluation with places for names, and with what the results of one report share written once. */
export function writeEvaluation(scope: Scope, evaluation: ScopeEvaluation): StoredEvaluation {
  const places = new Map([...scope.testcases.keys()].map((id, place) => [id, place]));
  const placesOf = (ids: readonly string[]) => ids.map((id) => places.get(id) ?? -1);
  const indexes = new Map(scope.versions.map(({ name, index }) => [name, index]));
  const indexesOf = (names: readonly string[]) => names.map((name) => indexes.get(name) ?? -1);
  const { missing, aborted, failed, passed } = evaluation.buckets;
  return {
    versions: evaluation.versions.map(({ version, validity, result, targets }) => {
      return { index: version.index, validity, result, targets: [...targets.values()].map((target) => target.result) };
    }),
    relevant: indexesOf(evaluation.relevant),
    result: evaluation.result,
    passed: indexesOf(evaluation.passed),
    passedText: evaluation.passedText,
    buckets: [missing, aborted, failed, passed].map(placesOf),
    bestPassed: evaluation.bestPassed ?? null,
    validity: evaluation.validity,
    ...writeResults([...evaluation.results.values()], places),
    nextChange: evaluation.nextChange?.toISOString() ?? null,
  };
}

function writeResults(results: readonly LiveResult[], places: ReadonlyMap<string, number>) {
  const checks = new Map<string, number>();
  const expiries = new Map<string, number>();
  const numberOf = (known: Map<string, number>, key: string): number => {
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  };
  const rows = results.map(({ testcase, version, value, checkedAt, expiresAt, reportUuid }) => {
    const check = numberOf(checks, JSON.stringify([checkedAt, version, reportUuid]));
    return [places.get(testcase) ?? -1, value, check, numberOf(expiries, expiresAt.toISOString())];
  });
  return {
    checks: [...checks.keys()].map((key) => JSON.parse(key) as string[]),
    expiries: [...expiries.keys()],
    results: rows,
  };
}

/** The evaluation that was written; undefined where it does not fit the scope. */
export function readEvaluation(scope: Scope, stored: StoredEvaluation): ScopeEvaluation | undefined {
  const ids = [...scope.testcases.keys()];
  const versions = all(stored.versions, (one) => readVersion(scope, one));
  const relevant = all(stored.relevant, (index) => entryAt(scope.versions, index)?.name);
  const passed = all(stored.passed, (index) => entryAt(scope.versions, index)?.name);
  const buckets = readBuckets(ids, stored.buckets);
  const results = all(stored.results, (row) => readResult(ids, stored, row));
  if (
    versions === undefined ||
    relevant === undefined ||
    passed === undefined ||
    buckets === undefined ||
    results === undefined
  ) {
    return undefined;
  }
  return {
    versions,
    relevant,
    result: stored.result,
    passed,
    passedText: stored.passedText,
    buckets,
    bestPassed: stored.bestPassed ?? undefined,
    validity: stored.validity,
    results: new Map(results.map((result) => [result.testcase, result])),
    nextChange: stored.nextChange === null ? undefined : new Date(stored.nextChange),
  };
}

function readVersion(scope: Scope, stored: StoredEvaluation["versions"][number]): VersionEvaluation | undefined {
  const version = entryAt(scope.versions, stored.index);
  if (version?.targets.size !== stored.targets.length) return undefined;
  const targets = [...version.targets].map(
    ([target, testcases], place) => [target, { testcases, result: entryAt(stored.targets, place) ?? null }] as const,
  );
  return { version, validity: stored.validity, result: stored.result, targets: new Map(targets) };
}

function readBuckets(ids: readonly string[], stored: StoredEvaluation["buckets"]): Buckets | undefined {
  const [missing, aborted, failed, passed] = stored.map((places) => all(places, (place) => entryAt(ids, place)));
  if (missing === undefined || aborted === undefined || failed === undefined || passed === undefined) return undefined;
  return { missing, aborted, failed, passed };
}

function readResult(
  ids: readonly string[],
  { checks, expiries }: Pick<StoredEvaluation, "checks" | "expiries">,
  [place = -1, value, check = -1, expiry = -1]: readonly number[],
): LiveResult | undefined {
  const testcase = entryAt(ids, place);
  const [checkedAt, version, reportUuid] = entryAt(checks, check) ?? [];
  const expiresAt = entryAt(expiries, expiry);
  if (testcase === undefined || checkedAt === undefined || version === undefined || reportUuid === undefined) {
    return undefined;
  }
  if (expiresAt === undefined || (value !== 1 && value !== 0 && value !== -1)) return undefined;
  return { testcase, version, value, checkedAt, reportUuid, expiresAt: new Date(expiresAt) };
}

/** Every entry as it is read; undefined where one of them cannot be. */
function all<From, To>(entries: readonly From[], read: (entry: From) => To | undefined): readonly To[] | undefined {
  const found: To[] = [];
  for (const entry of entries) {
    const one = read(entry);
    if (one === undefined) return undefined;
    found.push(one);
  }
  return found;
}

/** An entry by its place; nothing for a place that there is not. */
function entryAt<Entry>(entries: readonly Entry[], place: number): Entry | undefined {
  return place < 0 ? undefined : entries.at(place);
}
