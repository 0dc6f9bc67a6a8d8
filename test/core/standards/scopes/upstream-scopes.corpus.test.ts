// The real SCS scopes; skipped where ../shared/corpus is not beside the repository.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { loadScope } from "#core/standards/scopes/load-scope.ts";
import type { Scope } from "#core/standards/scopes/scope.ts";
import { validitiesOn } from "#core/standards/scopes/timeline.ts";

const CORPUS = join(import.meta.dirname, "../../../../../shared/corpus/scs/standards-repo/Tests");

describe.skipIf(!existsSync(CORPUS))("the scopes of SCS (skipped without ../shared/corpus)", () => {
  function load(alias: string): Scope {
    const { scope, findings } = loadScope(`${alias}.yaml`, readFileSync(join(CORPUS, `${alias}.yaml`), "utf8"));
    expect(findings).toEqual([]);
    return scope as Scope;
  }
  function demanded(scope: Scope): Record<string, number> {
    return Object.fromEntries(scope.versions.map(({ name, targets }) => [name, targets.get("main")?.length ?? 0]));
  }

  test("IaaS has 91 testcases and demands 55, 54, 39 and 16", () => {
    const scope = load("scs-compatible-iaas");
    expect(scope.testcases.size).toBe(91);
    expect(demanded(scope)).toEqual({ next: 55, "v5.1": 54, v4: 39, v3: 16 });
  });

  test("KaaS has 4 testcases, three of them demanded, with their lifetimes", () => {
    const scope = load("scs-compatible-kaas");
    expect(demanded(scope)).toEqual({ v1: 3 });
    expect([...scope.testcases.values()].map(({ id, lifetime }) => [id, lifetime])).toEqual([
      ["cncf-k8s-conformance", "year"],
      ["version-policy-check", "week"],
      ["node-distribution-check", "week"],
      ["kaas-networking-check", "month"],
    ]);
  });

  test.each([
    ["scs-compatible-iaas", "2025-03-01", { "v5.1": "effective", v4: "warn", v3: "deprecated" }],
    ["scs-compatible-iaas", "2025-08-01", { "v5.1": "effective", v4: "deprecated", v3: "deprecated" }],
    ["scs-compatible-iaas", "2026-11-20", { next: "draft", "v5.1": "effective" }],
    ["scs-compatible-kaas", "2024-11-25", { v1: "draft" }],
    ["scs-compatible-kaas", "2024-11-26", { v1: "effective" }],
    ["scs-compatible-kaas", "2024-02-27", {}],
  ])("the timeline of %s on %s", (alias, date, expected) => {
    expect(Object.fromEntries(validitiesOn(load(alias).timeline, date))).toEqual(expected);
  });
});
