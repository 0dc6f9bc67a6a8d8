/** Inputs of the W3C VC Data Model 2.0 test suite; skipped where ../shared/corpus is absent. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { checkForm } from "#core/trust/credentials/check-form.ts";
import { isJsonObject, type JsonObject } from "#core/trust/credentials/json-value.ts";

const CORPUS = join(import.meta.dirname, "../../../../../shared/corpus/badges/vc-data-model-2.0-test-suite");
const NAMES = existsSync(CORPUS) ? readdirSync(CORPUS).filter((name) => !name.startsWith("presentation-")) : [];

/** These break rules of JSON-LD processing, which verifiers of canonical JSON leave out. */
const NEEDS_JSON_LD = /-(?:redef-type2?|type-mapped-nonurl|type-unmapped)-fail/;

/** The suite itself puts an issuer where the input leaves it to be filled in. */
function faultsOf(name: string): readonly string[] {
  const input = JSON.parse(readFileSync(join(CORPUS, name), "utf8")) as JsonObject;
  if (name.includes("no-issuer")) return checkForm(input);
  const id = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
  const { issuer = id } = input;
  const filledIn = isJsonObject(issuer) && name.endsWith("-ok.json") ? { id, ...issuer } : issuer;
  return checkForm({ ...input, issuer: filledIn });
}

describe.skipIf(NAMES.length === 0)("W3C VC Data Model 2.0", () => {
  test.each(NAMES.filter((name) => name.endsWith("-ok.json")))("%s has no fault", (name) => {
    expect(faultsOf(name)).toEqual([]);
  });

  const failing = NAMES.filter((name) => /-fail(?:-or-inject)?\.json$/.test(name) && !NEEDS_JSON_LD.test(name));
  test.each(failing)("%s has a fault", (name) => {
    expect(faultsOf(name)).not.toEqual([]);
  });
});
