/** The vectors of RFC 8785; skipped where ../shared/corpus is absent. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { canonicalizeJson } from "#core/trust/credentials/canonicalize-json.ts";

const CORPUS = join(import.meta.dirname, "../../../../../shared/corpus/badges/jcs-rfc8785");

describe.skipIf(!existsSync(CORPUS))("RFC 8785 vector", () => {
  const names = existsSync(CORPUS) ? readdirSync(join(CORPUS, "input")) : [];
  test.each(names)("%s has exactly the published bytes", (name) => {
    const input: unknown = JSON.parse(readFileSync(join(CORPUS, "input", name), "utf8"));
    const outcome = canonicalizeJson(input);
    expect(outcome).toEqual({ ok: true, value: readFileSync(join(CORPUS, "output", name), "utf8") });
    const hex = readFileSync(join(CORPUS, "outhex", name.replace(".json", ".txt")), "utf8").replace(/\s+/g, "");
    expect(outcome.ok && Buffer.from(outcome.value).toString("hex")).toBe(hex);
  });
});
