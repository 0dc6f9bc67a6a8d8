/** Which validators there are: one per schema of ours, one per CycloneDX version. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** One validator to make; schema texts are read, not yet parsed. */
export interface SchemaJob {
  /** File name without ending: `cyclonedx-1.6`. */
  readonly name: string;
  readonly schemaText: string;
  /** Texts of the schemas it refers to, by the URI that `$ref` resolves to. */
  readonly referenceTexts: Readonly<Record<string, string>>;
  /** Ours are compiled in strict mode and typed from the schema; CycloneDX has a hand-written type. */
  readonly isOurs: boolean;
}

const CYCLONEDX_VERSIONS = ["1.2", "1.3", "1.4", "1.5", "1.6", "1.7"] as const;
const CYCLONEDX_REFERENCES = ["spdx", "jsf-0.82", "cryptography-defs"] as const;

/** Every validator to make. `schemasFolder` is an absolute path. */
export function listSchemaJobs(schemasFolder: string): readonly SchemaJob[] {
  const ours = readdirSync(schemasFolder)
    .filter((file) => file.endsWith(".schema.json"))
    .sort()
    .map((file) => ({
      name: file.slice(0, -".schema.json".length),
      schemaText: readFileSync(join(schemasFolder, file), "utf8"),
      referenceTexts: {},
      isOurs: true,
    }));
  return [...ours, ...listCycloneDxJobs()];
}

function listCycloneDxJobs(): readonly SchemaJob[] {
  const manifest = createRequire(import.meta.url).resolve("@cyclonedx/cyclonedx-library/package.json");
  const folder = join(dirname(manifest), "res", "schema");
  const read = (name: string): string => readFileSync(join(folder, `${name}.SNAPSHOT.schema.json`), "utf8");
  const referenceTexts = Object.fromEntries(
    CYCLONEDX_REFERENCES.map((name) => [`http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`, read(name)]),
  );
  return CYCLONEDX_VERSIONS.map((version) => ({
    name: `cyclonedx-${version}`,
    schemaText: read(`bom-${version}`),
    referenceTexts,
    isOurs: false,
  }));
}
