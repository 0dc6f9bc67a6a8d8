import type { Root } from "mdast";

import type { Finding } from "#core/base/finding.ts";
import type { SchemaValidator } from "#core/base/schema-error.ts";
import { readYaml, type YamlOrigin } from "#core/base/yaml/read-yaml.ts";

/** What a text is, for findings about its front matter. */
interface FrontMatterOrigin extends Pick<YamlOrigin, "path" | "rule" | "source"> {
  /** Fields that it must have, named where there is no front matter at all. */
  readonly fields: readonly string[];
}

/** The front matter of a text that is not a document (release notes, guides, news); undefined where findings say why not. */
export function readFrontMatter<Value>(
  root: Root,
  validate: SchemaValidator<Value>,
  { fields, ...origin }: FrontMatterOrigin,
): { readonly value: Value | undefined; readonly findings: readonly Finding[] } {
  const [first] = root.children;
  if (first?.type === "yaml") return readYaml(first.value, validate, { ...origin, linesBefore: 1 });
  const start = { line: 1, column: 1 };
  const names = ["---", ...fields, "---"].map((name) => `\`${name}\``).join(", ");
  const finding: Finding = {
    ruleId: `${origin.rule}-schema`,
    severity: "error",
    message: `The file has no front matter; begin it with ${names}.`,
    place: { path: origin.path, start, end: start },
    source: origin.source,
  };
  return { value: undefined, findings: [finding] };
}
