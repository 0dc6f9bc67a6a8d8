import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { checkIntegrity } from "../../../tooling/gate/integrity.ts";
import { ROOT } from "../../harness.ts";

const SOUND = `sha512-${"A".repeat(86)}==`;

function lockfile(packages: Record<string, object>): string {
  return JSON.stringify({ packages: { "": { name: "project" }, ...packages } });
}

test("our own lockfile has a checksum for every package", () => {
  expect(checkIntegrity(readFileSync(join(ROOT, "package-lock.json"), "utf8"))).toMatch(/^\d{3,} packages/);
});

test.each<[string, object]>([
  ["without checksum", { version: "1.0.0" }],
  ["for another platform, without checksum", { version: "1.0.0", optional: true, os: ["aix"] }],
  ["with a weak checksum", { version: "1.0.0", integrity: "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=" }],
  ["with a checksum that is cut", { version: "1.0.0", integrity: SOUND.slice(0, -10) }],
])("a package %s is refused by name", (_, entry) => {
  const text = lockfile({ "node_modules/@a/b": { integrity: SOUND }, "node_modules/c/node_modules/@d/e": entry });
  expect(() => checkIntegrity(text)).toThrow(/^1 packages .*: @d\/e\./);
});

test("folders of the project itself need none", () => {
  expect(checkIntegrity(lockfile({ "node_modules/own": { resolved: "own", link: true } }))).toMatch(/^0 packages/);
});
