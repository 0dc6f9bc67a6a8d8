import type { ScopeEvaluation } from "#core/compliance/standing/evaluate.ts";
import type { Scope } from "#core/standards/scopes/scope.ts";

/** An evaluation as JSON: instants as ISO text, maps as objects. */
export function evaluationJson({ versions, results, buckets, relevant, result }: ScopeEvaluation) {
  return {
    result,
    relevant,
    buckets,
    versions: versions.map((entry) => ({
      name: entry.version.name,
      validity: entry.validity,
      result: entry.result,
      targets: Object.fromEntries(entry.targets),
    })),
    results: Object.fromEntries(
      [...results].map(([id, { value, checkedAt, expiresAt, reportUuid }]) => [
        id,
        { value, checkedAt, expiresAt: expiresAt.toISOString(), report: reportUuid },
      ]),
    ),
  };
}

/** A scope as JSON. */
export function scopeJson(alias: string, { uuid, name, url, testcases, modules, timeline, versions }: Scope) {
  return {
    uuid,
    alias,
    name,
    url,
    versions: versions.map((version) => ({
      name: version.name,
      stabilizedAt: version.stabilizedAt,
      modules: version.modules.map(({ id }) => id),
      targets: Object.fromEntries(version.targets),
    })),
    timeline: timeline.map((entry) => ({ date: entry.date, versions: Object.fromEntries(entry.versions) })),
    modules: modules.map((module) => ({ ...module, targets: Object.fromEntries(module.targets) })),
    testcases: [...testcases.values()],
  };
}
