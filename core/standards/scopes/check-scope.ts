import { childPointer } from "#core/base/json/json-pointer.ts";
import type { ScopeFile } from "#schemas/compiled/scope.js";

import type { Finding, Place, Severity, Source } from "#core/base/finding.ts";
import { isCalendarDate } from "#core/base/time/calendar.ts";
import { MAIN_TARGET } from "./scope.ts";

type Report = (severity: Severity, kind: string, pointer: string, message: string) => void;

/**
 * Checks what a schema cannot say of a scope file: unique names, references that lead somewhere, dates that exist,
 * parameters that are given, a `main` target in every version. `placeAt` finds the place of a JSON pointer.
 */
export function checkScope(file: ScopeFile, source: Source, placeAt: (pointer: string) => Place): readonly Finding[] {
  const findings: Finding[] = [];
  const report: Report = (severity, kind, pointer, message) =>
    findings.push({ ruleId: `scope-${kind}`, severity, message, place: placeAt(pointer), source });
  const testcases = checkTestcases(file, report);
  checkModules(file, testcases, report);
  checkVersions(file, report);
  checkTimeline(file, report);
  return findings;
}

function checkTestcases({ scripts = [] }: ScopeFile, report: Report): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [scriptIndex, script] of scripts.entries()) {
    for (const [index, { id }] of script.testcases.entries()) {
      const pointer = `/scripts/${scriptIndex}/testcases/${index}/id`;
      if (ids.has(id))
        report("error", "duplicate", pointer, `Testcase \`${id}\` is described twice; keep one of them.`);
      ids.add(id);
    }
  }
  return ids;
}

function checkModules({ modules }: ScopeFile, testcases: ReadonlySet<string>, report: Report): void {
  const ids = new Set<string>();
  for (const [index, { id, targets = {} }] of modules.entries()) {
    if (ids.has(id))
      report("error", "duplicate", `/modules/${index}/id`, `Module \`${id}\` is described twice; rename one.`);
    ids.add(id);
    for (const [target, members] of Object.entries(targets)) {
      for (const [position, member] of members.entries()) {
        if (testcases.has(member)) continue;
        const pointer = `${childPointer(`/modules/${index}/targets`, target)}/${position}`;
        const message = `Module \`${id}\` lists testcase \`${member}\`, which no script has; correct it or add the testcase.`;
        report("error", "reference", pointer, message);
      }
    }
  }
}

function checkVersions({ modules, versions }: ScopeFile, report: Report): void {
  const known = new Map(modules.map((module) => [module.id, module]));
  const names = new Set<string>();
  for (const [index, { version, include, stabilized_at: stabilizedAt }] of versions.entries()) {
    const at = `/versions/${index}`;
    if (names.has(version)) report("error", "duplicate", `${at}/version`, `Version \`${version}\` is described twice.`);
    names.add(version);
    if (stabilizedAt !== undefined && !isCalendarDate(stabilizedAt)) {
      report(
        "error",
        "date",
        `${at}/stabilized_at`,
        `\`${stabilizedAt}\` is no date of the calendar between 1000-01-01 and 9899-12-31.`,
      );
    }
    for (const [position, inclusion] of include.entries()) {
      const { ref, parameters = {} } = typeof inclusion === "string" ? { ref: inclusion } : inclusion;
      const module = known.get(ref);
      const pointer = `${at}/include/${position}`;
      if (module === undefined) {
        report(
          "error",
          "reference",
          pointer,
          `Version \`${version}\` includes module \`${ref}\`, which does not exist.`,
        );
        continue;
      }
      const missing = Object.keys(module.parameters ?? {}).filter((name) => !Object.hasOwn(parameters, name));
      if (missing.length === 0) continue;
      report(
        "warning",
        "parameter",
        pointer,
        `Module \`${ref}\` needs parameters that are not given: ${quoteAll(missing)}.`,
      );
    }
    const demands = include.some((inclusion) => {
      const targets = known.get(typeof inclusion === "string" ? inclusion : inclusion.ref)?.targets ?? {};
      return Object.hasOwn(targets, MAIN_TARGET);
    });
    if (!demands) {
      const message = `No module of version \`${version}\` has testcases in \`${MAIN_TARGET}\`, so every cloud would pass it.`;
      report("error", "target", at, message);
    }
  }
}

function checkTimeline({ timeline, versions }: ScopeFile, report: Report): void {
  const names = new Set(versions.map(({ version }) => version));
  const dates = new Set<string>();
  for (const [index, { date, versions: announced }] of timeline.entries()) {
    const pointer = `/timeline/${index}/date`;
    if (!isCalendarDate(date))
      report("error", "date", pointer, `\`${date}\` is no date of the calendar between 1000-01-01 and 9899-12-31.`);
    if (dates.has(date)) report("error", "duplicate", pointer, `The timeline has two entries for ${date}; merge them.`);
    dates.add(date);
    for (const name of Object.keys(announced)) {
      if (names.has(name)) continue;
      const at = childPointer(`/timeline/${index}/versions`, name);
      report("error", "reference", at, `The timeline names version \`${name}\`, which is not described below.`);
    }
  }
}

function quoteAll(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
