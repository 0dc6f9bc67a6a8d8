import { checkSbom } from "#core/sboms/check-sbom.ts";
import { PROFILE_RULES_VERSION, PROFILES } from "#core/sboms/profiles/index.ts";
import { profileJson, type ProfileJson } from "#core/sboms/profiles/profile-json.ts";
import { isJudged, type SbomContent } from "#core/sboms/sbom-content.ts";

import type { Bindings } from "../bindings.ts";

/** What all profiles say of a document, in their order. */
export function judgeProfiles(content: SbomContent): readonly ProfileJson[] {
  return isJudged(content) ? PROFILES.map((profile) => profileJson(profile.evaluate(content))) : [];
}

/** Keeps what the profiles say of the SBOM with this hash. */
export async function storeProfiles(
  { BLOBS }: Pick<Bindings, "BLOBS">,
  sha256: string,
  profiles: readonly ProfileJson[],
): Promise<void> {
  await BLOBS.put(keyOf(sha256), JSON.stringify(profiles));
}

/**
 * What the profiles say of a published SBOM. The results follow from the bytes and the rules; where they are not there yet
 * (uploaded before, or under older rules) they are made from the bytes.
 */
export async function findProfiles(
  { BLOBS }: Pick<Bindings, "BLOBS">,
  sha256: string,
): Promise<readonly ProfileJson[]> {
  const stored = await BLOBS.get(keyOf(sha256));
  if (stored !== null) return await stored.json<readonly ProfileJson[]>();
  const blob = await BLOBS.get(`blobs/${sha256}`);
  if (blob === null) return [];
  const check = await checkSbom(new Uint8Array(await blob.arrayBuffer()), { path: sha256 });
  // It was valid when it was accepted; a stricter check of today says nothing about its profiles.
  const profiles = check.isValid ? judgeProfiles(check.content) : [];
  await storeProfiles({ BLOBS }, sha256, profiles);
  return profiles;
}

function keyOf(sha256: string): string {
  return `profiles/${PROFILE_RULES_VERSION}/${sha256}`;
}
