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
    .map((file) => {
      const schemaText = readFileSync(join(schemasFolder, file), "utf8");
      const referenceTexts = readReferences(schemaText, schemasFolder);
      return { name: file.slice(0, -".schema.json".length), schemaText, referenceTexts, isOurs: true };
    });
  return [...ours, ...listCycloneDxJobs()];
}

/** The schemas beside it that a schema of ours takes as parts, by their `$id`. Parts have no parts. */
function readReferences(schemaText: string, schemasFolder: string): Readonly<Record<string, string>> {
  const names = new Set([...schemaText.matchAll(/"\$ref": "([\w.-]+\.schema\.json)"/g)].map((match) => match[1] ?? ""));
  return Object.fromEntries(
    [...names].map((name) => {
      const text = readFileSync(join(schemasFolder, name), "utf8");
      const { $id } = JSON.parse(text) as { readonly $id: string };
      return [$id, text];
    }),
  );
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
