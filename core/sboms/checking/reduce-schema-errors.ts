import type { SchemaError } from "#core/base/schema-error.ts";

/** Keywords that choose among sub-schemas: their error follows the errors of every branch. */
const CHOICES = new Set(["oneOf", "anyOf"]);

/**
 * Fewer and truer errors: where a value fits no branch of a choice, the validator reports every branch; a person meant one.
 * Keeps the branch that got furthest and drops the entry of the choice itself. Linear in the number of errors.
 */
export function reduceSchemaErrors(errors: readonly SchemaError[]): readonly SchemaError[] {
  const kept: SchemaError[] = [];
  for (const error of errors) {
    if (error.keyword === "if") continue; // says only that the errors of `then` or `else` follow from a condition
    if (!CHOICES.has(error.keyword)) {
      kept.push(error);
      continue;
    }
    const inBranches = takeBranchErrors(kept, error);
    kept.push(...(inBranches.length === 0 ? [error] : bestBranch(inBranches, error)));
  }
  return withoutRepeats(kept);
}

/** Removes from the end of the list what the branches of a choice have said. */
function takeBranchErrors(kept: SchemaError[], choice: SchemaError): readonly SchemaError[] {
  // More than one branch fits: what others say does not matter.
  const fitsSeveral = choice.keyword === "oneOf" && choice.params["passingSchemas"] !== null;
  let start = kept.length;
  while (start > 0 && isOfBranch(kept[start - 1], choice)) start -= 1;
  const taken = kept.splice(start);
  return fitsSeveral ? [] : taken;
}

function isOfBranch(error: SchemaError | undefined, choice: SchemaError): boolean {
  if (error === undefined || !isWithin(error.instancePath, choice.instancePath)) return false;
  const besides = choice.schemaPath.slice(0, choice.schemaPath.lastIndexOf("/") + 1);
  const isBesides = error.schemaPath.startsWith(besides) && !error.schemaPath.startsWith(`${choice.schemaPath}/`);
  // A branch that is a `$ref` has the path of its definition, which may lie below the root too.
  return !isBesides || (besides === "#/" && /^#\/(?:definitions|\$defs)\//.test(error.schemaPath));
}

function isWithin(pointer: string, ancestor: string): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}

function bestBranch(errors: readonly SchemaError[], choice: SchemaError): readonly SchemaError[] {
  const branches = new Map<string, SchemaError[]>();
  for (const error of errors) {
    const name = branchName(error, choice);
    const branch = branches.get(name);
    if (branch === undefined) branches.set(name, [error]);
    else branch.push(error);
  }
  const [best, ...others] = [...branches.values()];
  return others.reduce((a, b) => (compareRanks(rankOf(a, choice), rankOf(b, choice)) <= 0 ? a : b), best ?? []);
}

/** The number of the branch, or the definition it refers to. */
function branchName(error: SchemaError, choice: SchemaError): string {
  const isInline = error.schemaPath.startsWith(`${choice.schemaPath}/`);
  const rest = isInline ? error.schemaPath.slice(choice.schemaPath.length + 1) : error.schemaPath;
  return rest
    .split("/")
    .slice(0, isInline ? 1 : 3)
    .join("/");
}

/**
 * Smaller is nearer to what was meant: the value has the right JSON type, then the right members, then the errors lie deeper,
 * then there are fewer.
 */
function rankOf(branch: readonly SchemaError[], choice: SchemaError): readonly number[] {
  const atChoice = branch.filter((error) => error.instancePath === choice.instancePath);
  return [
    atChoice.some((error) => error.keyword === "type") ? 1 : 0,
    atChoice.filter((error) => error.keyword === "required" || error.keyword === "additionalProperties").length,
    -branch.reduce((deepest, error) => Math.max(deepest, error.instancePath.split("/").length), 0),
    branch.length,
  ];
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Two branches, or a definition and its user, may say the same. */
function withoutRepeats(errors: readonly SchemaError[]): readonly SchemaError[] {
  const seen = new Set<string>();
  return errors.filter(({ instancePath, keyword, params }) => {
    const subject = params["missingProperty"] ?? params["additionalProperty"] ?? "";
    const key = JSON.stringify([instancePath, keyword, subject]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
