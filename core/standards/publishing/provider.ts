import type { Finding } from "#core/base/finding.ts";
import { readYaml } from "#core/base/yaml/read-yaml.ts";
import { validate, type ProviderFile } from "#schemas/compiled/provider.js";

/** A company and the clouds that it offers; `subjects` of an offering are the clouds under test. */
export type Provider = ProviderFile;

/** Reads a provider file; undefined where its faults, given as findings, leave nothing to show. */
export function readProvider(
  path: string,
  text: string,
): { readonly provider: Provider | undefined; readonly findings: readonly Finding[] } {
  const source = { clause: "Stele, provider files" };
  const { value, findings } = readYaml(text, validate, { path, rule: "provider", source });
  return { provider: value, findings };
}
