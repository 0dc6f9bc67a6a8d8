import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { EXCEPTION_IDS } from "#core/sboms/licenses/exception-ids.ts";
import { findException, findLicense } from "#core/sboms/licenses/listed-ids.ts";

const SCHEMA = "node_modules/@cyclonedx/cyclonedx-library/res/schema/spdx.SNAPSHOT.schema.json";

test("licenses and exceptions together are the list that CycloneDX allows", () => {
  const { enum: allowed } = JSON.parse(readFileSync(SCHEMA, "utf8")) as { enum: string[] };
  const exceptions = new Set<string>(EXCEPTION_IDS);
  expect(allowed.filter((id) => exceptions.has(id)).length).toBe(exceptions.size);
  expect(allowed.filter((id) => findLicense(id)?.id !== id && findException(id)?.id !== id)).toEqual([]);
});
