import { loadScope } from "#core/standards/scopes/load-scope.ts";
import type { Scope } from "#core/standards/scopes/scope.ts";

/** A small scope in the shape of the real ones. */
export const SAMPLE_SCOPE = `name: Sample cloud
uuid: 11111111-2222-4333-8444-555555555555
url: https://scopes.example/sample.yaml
variables:
  - os_cloud
  - mode: parallel
scripts:
  - executable: ./tests.py
    args: -c {os_cloud}
    testcases:
      - {id: flavor-names, description: Flavor names follow the rules., url: https://docs.example/flavors#names}
      - {id: image-names, lifetime: day}
      - {id: entropy, lifetime: month, section: heavy}
  - testcases:
      - {id: contract, description: A person reads the contract., lifetime: quarter}
modules:
  - {id: flavors-v1, name: Flavors, targets: {main: [flavor-names]}}
  - {id: flavors-v2, targets: {main: [flavor-names, image-names]}}
  - id: entropy-v1
    parameters: {spec: address of the specification}
    targets: {main: [entropy], recommended: [contract]}
timeline:
  - {date: 2026-01-01, versions: {v3: draft, v2: effective, v1: warn}}
  - {date: 2025-06-01, versions: {v2: effective, v1: effective}}
  - {date: 2025-01-01, versions: {v1: effective}}
versions:
  - {version: v3, include: [flavors-v2, {ref: entropy-v1, parameters: {spec: x}}]}
  - {version: v2, stabilized_at: 2025-06-01, include: [flavors-v2]}
  - {version: v1, stabilized_at: 2025-01-01, include: [flavors-v1]}
`;

/** The scope of a text that must have no errors. */
export function scopeOf(text: string = SAMPLE_SCOPE): Scope {
  const { scope, findings } = loadScope("sample.yaml", text);
  if (scope === undefined) throw new Error(JSON.stringify(findings));
  return scope;
}
