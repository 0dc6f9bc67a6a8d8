import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { formatPurl } from "#core/sboms/purl/format-purl.ts";
import { normalizePurl } from "#core/sboms/purl/normalize-purl.ts";
import { canonicalPurl, parsePurl } from "#core/sboms/purl/parse-purl.ts";
import type { Purl } from "#core/sboms/purl/purl.ts";

const SUITE = "../shared/corpus/sboms/purl-spec/tests";

interface Parts {
  readonly type: string | null;
  readonly namespace: string | null;
  readonly name: string | null;
  readonly version: string | null;
  readonly qualifiers: Readonly<Record<string, string>> | null;
  readonly subpath: string | null;
}

interface Case {
  readonly description: string;
  readonly test_type: "parse" | "build" | "validate";
  readonly input: string | Parts;
  readonly expected_output: string | Parts | null;
  readonly expected_failure: boolean;
}

/** What we make of the input of a case; undefined for a failure. */
function outcomeOf({ test_type, input }: Case): string | Parts | undefined {
  if (typeof input !== "string") return build(input);
  if (test_type === "parse") {
    const parsed = parsePurl(input);
    return parsed.ok ? partsOf(parsed.value) : undefined;
  }
  const canonical = canonicalPurl(input);
  return canonical.ok ? canonical.value : undefined;
}

function partsOf({ type, namespace, name, version, qualifiers, subpath }: Purl): Parts {
  return {
    type,
    namespace: namespace ?? null,
    name,
    version: version ?? null,
    qualifiers: qualifiers.size === 0 ? null : Object.fromEntries(qualifiers),
    subpath: subpath ?? null,
  };
}

function build({ type, namespace, name, version, qualifiers, subpath }: Parts): string | undefined {
  const isNamed = (text: string | null): text is string => text !== null && text !== "";
  if (!isNamed(type) || !isNamed(name)) return undefined;
  const built = formatPurl({
    type,
    name,
    ...(isNamed(namespace) ? { namespace } : {}),
    ...(isNamed(version) ? { version } : {}),
    qualifiers: new Map(Object.entries(qualifiers ?? {})),
    ...(isNamed(subpath) ? { subpath } : {}),
  });
  const parsed = parsePurl(built);
  const normalized = parsed.ok ? normalizePurl(parsed.value) : parsed;
  return normalized.ok ? formatPurl(normalized.value) : undefined;
}

test.skipIf(!existsSync(SUITE))(
  "every case of the purl-spec suite in the corpus passes (skipped without ../shared/corpus)",
  () => {
    const files = readdirSync(SUITE, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".json"));
    const cases = files.flatMap((file) => {
      const { tests } = JSON.parse(readFileSync(join(SUITE, file), "utf8")) as { tests: Case[] };
      return tests.map((one) => ({ ...one, file }));
    });
    expect(cases.length).toBe(340);
    const failing = cases.filter((one) => {
      const outcome = outcomeOf(one);
      return one.expected_failure
        ? outcome !== undefined
        : JSON.stringify(sorted(outcome)) !== JSON.stringify(sorted(one.expected_output));
    });
    expect(failing.map((one) => [one.file, one.test_type, one.input, outcomeOf(one), one.expected_output])).toEqual([]);
  },
);

/** The order of qualifiers says nothing. */
function sorted(value: string | Parts | null | undefined): unknown {
  if (typeof value !== "object" || value === null || value.qualifiers === null) return value;
  return { ...value, qualifiers: Object.entries(value.qualifiers).sort(([a], [b]) => (a < b ? -1 : 1)) };
}
