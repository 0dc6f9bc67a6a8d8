import * as fc from "fast-check";
import { expect, test } from "vitest";

import { evaluateScope, type ReportedResult, type ResultValue } from "#core/compliance/standing/evaluate.ts";
import { collectMetrics, type MeasuredScope } from "#core/compliance/monitor/openmetrics.ts";
import { UTC_CALENDAR } from "#core/base/time/calendar.ts";

import { scopeOf } from "../../standards/scopes/scope-samples.ts";

function exposition(measured: readonly MeasuredScope[], details: boolean): string {
  const collector = collectMetrics({ details });
  for (const one of measured) collector.add(one);
  return collector.text();
}

const SCOPE = scopeOf();

/** OpenMetrics 1.0, "ABNF": what our families use of it. */
const LABEL = String.raw`[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"`;
const SAMPLE = new RegExp(String.raw`^([a-z_]+)\{(${LABEL}(?:,${LABEL})*)\} (-?\d+(?:\.\d+)?)$`);
const META = /^# (TYPE|UNIT|HELP) ([a-z_]+) (.+)$/;

/** Reads an exposition as strictly as the specification wants it; answers the samples. Throws at the first fault. */
function readOpenMetrics(text: string): readonly string[] {
  const lines = text.split("\n");
  expect(lines.splice(-2)).toEqual(["# EOF", ""]);
  const samples: string[] = [];
  const families = new Set<string>();
  let family = "";
  for (const line of lines) {
    const [, kind, name = "", value = ""] = META.exec(line) ?? [];
    if (kind === "TYPE") {
      expect(families).not.toContain(name); // the samples of a family stand together
      families.add(name);
      family = name;
      expect(value).toBe("gauge");
    } else if (kind !== undefined) {
      expect(name).toBe(family);
      if (kind === "UNIT") expect(name.endsWith(`_${value}`)).toBe(true);
    } else {
      const [, sample, labels] = SAMPLE.exec(line) ?? expect.fail(`not a sample: ${line}`);
      expect(sample).toBe(family);
      samples.push(`${sample}{${labels}}`);
    }
  }
  expect(new Set(samples).size).toBe(samples.length);
  return samples;
}

test("whatever the names, results and dates, the exposition is OpenMetrics", () => {
  const name = fc.oneof(fc.string(), fc.constantFrom('a"b', "a\\b", "a\nb", "{}", "\u2028", "ü"));
  const result = fc.record({
    testcase: fc.constantFrom(...SCOPE.testcases.keys()),
    version: fc.constantFrom("*", "v1"),
    value: fc.constantFrom<ResultValue>(1, 0, -1),
    checkedAt: fc.constantFrom("2026-08-26T01:02:03.456789Z", "2026-08-20T00:00:00.000000Z"),
    reportUuid: fc.constant("r"),
  });
  const measured = fc.record({ subject: name, scope: name, results: fc.array(result, { maxLength: 8 }) });
  fc.assert(
    fc.property(
      fc.uniqueArray(measured, { selector: (one) => one.subject, maxLength: 4 }),
      fc.boolean(),
      (list, details) => {
        const evaluated = list.map(({ subject, scope, results }) => ({
          subject,
          scope,
          evaluation: evaluate(results),
        }));
        const samples = readOpenMetrics(exposition(evaluated, details));
        if (list.length > 0) expect(samples.length).toBeGreaterThan(list.length);
      },
    ),
  );
});

function evaluate(results: readonly ReportedResult[]) {
  return evaluateScope(SCOPE, results, { now: new Date("2026-08-27T00:00:00Z"), calendar: UTC_CALENDAR });
}
