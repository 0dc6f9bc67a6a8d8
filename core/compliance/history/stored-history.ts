/**
 * A history as it is stored beside the standing: the changes of eighteen months and the newest results as one text, so that a status
 * page reads one row instead of one for every change. Texts that come often are written once.
 */
import { fittingJson } from "#core/base/stored/read-stored.ts";
import { hasShape, list, nullable, object, text, whole } from "#core/base/stored/shape.ts";
import type { ReportedResult } from "../standing/evaluate.ts";
import { numberedChange, reportedResult, type NumberedChange } from "../standing/stored-result.ts";

/** What is stored of the past of a subject in a scope. */
export interface WrittenHistory {
  readonly changes: readonly NumberedChange[];
  readonly latest: readonly ReportedResult[];
}

interface Stored {
  readonly texts: readonly string[];
  /** Number, testcase, version, instant, value, report and former check; texts by their place. */
  readonly changes: readonly (readonly (number | null)[])[];
  /** Testcase, version, value, time of check and report. */
  readonly latest: readonly (readonly (number | null)[])[];
}

const numbers = list(list(nullable(whole)));
const stored = object<Stored>({ texts: list(text), changes: numbers, latest: numbers });

/** A history as text. */
export function writeHistory({ changes, latest }: WrittenHistory): string {
  const texts = new Map<string, number>();
  const placeOf = (value: string | null): number | null => {
    if (value === null) return null;
    const place = texts.get(value) ?? texts.size;
    texts.set(value, place);
    return place;
  };
  const written = {
    changes: changes.map(({ number, testcase, version, at, value, reportUuid, formerCheckedAt }) => [
      number,
      placeOf(testcase),
      placeOf(version),
      placeOf(at),
      value,
      placeOf(reportUuid),
      placeOf(formerCheckedAt),
    ]),
    latest: latest.map(({ testcase, version, value, checkedAt, reportUuid }) => [
      placeOf(testcase),
      placeOf(version),
      value,
      placeOf(checkedAt),
      placeOf(reportUuid),
    ]),
  };
  return JSON.stringify({ texts: [...texts.keys()], ...written } satisfies Stored);
}

/** The history that was written; undefined where another program wrote the text, or it was damaged. */
export function readHistory(json: string): WrittenHistory | undefined {
  const found = fittingJson(stored, json);
  if (found === undefined) return undefined;
  const at = (place: number | null | undefined) =>
    place === null ? null : place === undefined || place < 0 ? undefined : found.texts.at(place);
  const changes: unknown[] = found.changes.map(([number, testcase, version, instant, value, report, former]) => ({
    number,
    testcase: at(testcase),
    version: at(version),
    at: at(instant),
    value,
    reportUuid: at(report),
    formerCheckedAt: at(former),
  }));
  const latest: unknown[] = found.latest.map(([testcase, version, value, checkedAt, report]) => ({
    testcase: at(testcase),
    version: at(version),
    value,
    checkedAt: at(checkedAt),
    reportUuid: at(report),
  }));
  const read: unknown = { changes, latest };
  return hasShape(history, read) ? read : undefined;
}

const history = object<WrittenHistory>({ changes: list(numberedChange), latest: list(reportedResult) });
