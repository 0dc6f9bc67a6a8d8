import type { Profile } from "#core/sboms/profiles/evaluate-profile.ts";
import { PROFILES } from "#core/sboms/profiles/index.ts";

import { closestName } from "#core/base/text/closest-name.ts";
import { CannotRun } from "../command.ts";

/** The profiles that are meant by ids or by how these begin: `bsi` is `bsi-tr-03183-2`. All of them where none is named. */
export function chooseProfiles(names: readonly string[]): readonly Profile[] {
  if (names.length === 0) return PROFILES;
  return [...new Set(names.map(chooseProfile))];
}

function chooseProfile(name: string): Profile {
  const exact = PROFILES.find(({ id }) => id === name);
  if (exact !== undefined) return exact;
  const [first, ...others] = PROFILES.filter(({ id }) => id.startsWith(name.toLowerCase()));
  if (first !== undefined && others.length === 0 && name !== "") return first;
  const ids = PROFILES.map(({ id }) => id);
  const near = closestName(name.toLowerCase(), [...ids, ...ids.flatMap((id) => id.split("-", 1))]);
  const meant = ids.find((id) => near !== undefined && id.startsWith(near));
  const hint = first === undefined && meant !== undefined ? ` Did you mean \`${meant}\`?` : "";
  throw new CannotRun(`There is no profile \`${name}\`; there are ${ids.map((id) => `\`${id}\``).join(", ")}.${hint}`);
}
