import { readYaml, type YamlOrigin, type YamlReading } from "#core/base/yaml/read-yaml.ts";
import { validate, type ScopeFile } from "#schemas/compiled/scope.js";

import { checkScope } from "./check-scope.ts";
import { DEFAULT_LIFETIME } from "./lifetime.ts";
import { MAIN_TARGET, type Module, type Scope, type ScopeVersion, type Testcase } from "./scope.ts";

/** A scope file that was read: as its schema has it, and as a scope where no error forbids to evaluate it. */
export interface ScopeReading extends YamlReading<ScopeFile> {
  readonly scope: Scope | undefined;
}

/** How findings about a scope file name themselves. */
export function scopeOrigin(path: string): YamlOrigin {
  return { path, rule: "scope", source: { clause: "SCS-0003, Scope files" } };
}

/** Reads a scope file (YAML; JSON is YAML too) with all checks. Never throws. */
export function loadScope(path: string, text: string): ScopeReading {
  const origin = scopeOrigin(path);
  const reading = readYaml(text, validate, origin);
  const { value, placeAt } = reading;
  if (value === undefined) return { ...reading, scope: undefined };
  const findings = checkScope(value, origin.source, placeAt);
  const isBroken = findings.some((finding) => finding.severity === "error");
  return { value, findings, placeAt, scope: isBroken ? undefined : buildScope(value) };
}

function buildScope(file: ScopeFile): Scope {
  const modules = file.modules.map(buildModule);
  const versions = buildVersions(file, new Map(modules.map((module) => [module.id, module])));
  return {
    uuid: file.uuid,
    name: file.name,
    ...(file.url === undefined ? {} : { url: file.url }),
    ...(file.prerequisite === undefined ? {} : { prerequisite: file.prerequisite.name }),
    testcases: buildTestcases(file, versions),
    modules,
    timeline: file.timeline.map(({ date, versions: announced }) => ({
      date,
      versions: new Map(Object.entries(announced)),
    })),
    versions,
  };
}

function buildModule({ id, name = id, url, targets = {} }: ScopeFile["modules"][number]): Module {
  return { id, name: name.trim(), ...(url === undefined ? {} : { url }), targets: new Map(Object.entries(targets)) };
}

function buildVersions({ versions }: ScopeFile, known: ReadonlyMap<string, Module>): readonly ScopeVersion[] {
  return versions.map(({ version: name, stabilized_at: stabilizedAt, include }, index) => {
    const modules = include
      .map((inclusion) => known.get(typeof inclusion === "string" ? inclusion : inclusion.ref))
      .filter((module) => module !== undefined);
    const members = new Map<string, Set<string>>();
    const targetOfTestcase = new Map<string, string>();
    for (const [target, ids] of modules.flatMap((module) => [...module.targets])) {
      const union = members.get(target) ?? new Set();
      for (const id of ids) {
        union.add(id);
        targetOfTestcase.set(id, target);
      }
      members.set(target, union);
    }
    const targets = new Map([...members].map(([target, ids]) => [target, [...ids].sort()]));
    return { name, index, ...(stabilizedAt === undefined ? {} : { stabilizedAt }), modules, targets, targetOfTestcase };
  });
}

function buildTestcases({ scripts = [] }: ScopeFile, versions: readonly ScopeVersion[]): ReadonlyMap<string, Testcase> {
  const attention = new Map<string, number>();
  for (const version of versions) {
    if (version.stabilizedAt === undefined) continue;
    for (const id of version.targets.get(MAIN_TARGET) ?? []) attention.set(id, (attention.get(id) ?? 0) + 1);
  }
  const testcases = new Map<string, Testcase>();
  for (const { executable, testcases: described } of scripts) {
    for (const { id, description = "", url, lifetime = DEFAULT_LIFETIME, section } of described) {
      testcases.set(id, {
        id,
        description: description.trim(),
        ...(url === undefined ? {} : { url }),
        lifetime,
        ...(section === undefined ? {} : { section }),
        isManual: executable === undefined,
        attention: attention.get(id) ?? 0,
      });
    }
  }
  return testcases;
}
