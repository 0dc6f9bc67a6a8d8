import deprecatedIds from "spdx-license-ids/deprecated.json" with { type: "json" };
import currentIds from "spdx-license-ids/index.json" with { type: "json" };

import { EXCEPTION_IDS } from "./exception-ids.ts";

/** Deprecated spellings of "or any later version" that are ids of their own; the list counts them apart. */
const OR_LATER_IDS = ["GPL-1.0+", "GPL-2.0+", "GPL-3.0+", "LGPL-2.0+", "LGPL-2.1+", "LGPL-3.0+"] as const;

/** An identifier as the SPDX list spells it. */
export interface ListedId {
  readonly id: string;
  readonly isDeprecated: boolean;
}

const LICENSES = byLowerCase([
  ...currentIds.map((id) => ({ id, isDeprecated: false })),
  ...[...deprecatedIds, ...OR_LATER_IDS].map((id) => ({ id, isDeprecated: true })),
]);
const EXCEPTIONS = byLowerCase(EXCEPTION_IDS.map((id) => ({ id, isDeprecated: false })));

/** The license with this id, in any case (SPDX 3.0.1 annex B: matched without regard to case). */
export function findLicense(id: string): ListedId | undefined {
  return LICENSES.get(id.toLowerCase());
}

/** The exception with this id, in any case. */
export function findException(id: string): ListedId | undefined {
  return EXCEPTIONS.get(id.toLowerCase());
}

/** All license ids, for suggestions. */
export function allLicenseIds(): readonly string[] {
  return [...LICENSES.values()].map(({ id }) => id);
}

function byLowerCase(ids: readonly ListedId[]): ReadonlyMap<string, ListedId> {
  return new Map(ids.map((listed) => [listed.id.toLowerCase(), listed]));
}
