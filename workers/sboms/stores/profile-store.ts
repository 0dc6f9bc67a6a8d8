import { record, text } from "#core/base/stored/shape.ts";
import { fittingJson } from "#core/base/stored/read-stored.ts";
import { checkSbom } from "#core/sboms/checking/check-sbom.ts";
import { PROFILE_RULES_VERSION, PROFILES } from "#core/sboms/profiles/index.ts";
import { profileJson, type ProfileJson } from "#core/sboms/profiles/profile-json.ts";
import type { SbomContent } from "#core/sboms/view/sbom-content.ts";
import { profileResults } from "#core/sboms/records/stored-sbom.ts";

import type { Bindings } from "../../state/bindings.ts";
import { readRows } from "../../state/rows.ts";

/** SBOMs that are judged anew per run of the clock; a long one costs a second of CPU. */
const RENEWED_PER_RUN = 3;

/** What all profiles say of a document, in their order. */
export function judgeProfiles(content: SbomContent): readonly ProfileJson[] {
  return PROFILES.map((profile) => profileJson(profile.evaluate(content)));
}

/** Keeps what the profiles say of the SBOM with this hash. */
export async function storeProfiles(
  { BLOBS }: Pick<Bindings, "BLOBS">,
  sha256: string,
  profiles: readonly ProfileJson[],
): Promise<void> {
  await BLOBS.put(keyOf(sha256), JSON.stringify(profiles));
}

/** Rows by which SBOMs are found that satisfy a profile; those of older rules go. */
export function profileRows(
  db: D1Database,
  sbomId: string,
  profiles: readonly ProfileJson[],
): readonly D1PreparedStatement[] {
  const results = profiles.map(({ id, satisfied, score, grade }) => ({
    id,
    satisfied: satisfied ? 1 : 0,
    score,
    grade,
  }));
  return [
    db.prepare("DELETE FROM sbom_profile WHERE sbom_id = ?1").bind(sbomId),
    db
      .prepare(
        `INSERT INTO sbom_profile (sbom_id, profile, rules_version, satisfied, score, grade)
         SELECT sbom.id, value ->> 'id', ?2, value ->> 'satisfied', value ->> 'score', value ->> 'grade'
           FROM sbom, json_each(?3) WHERE sbom.id = ?1`,
      )
      .bind(sbomId, PROFILE_RULES_VERSION, JSON.stringify(results)),
  ];
}

/**
 * What the profiles say of a published SBOM. The results follow from the bytes and the rules; where they are not there yet
 * (uploaded before, or under older rules) they are made from the bytes.
 */
export async function findProfiles(
  env: Pick<Bindings, "DB" | "BLOBS">,
  { id, sha256 }: { readonly id: string; readonly sha256: string },
): Promise<readonly ProfileJson[]> {
  const stored = await env.BLOBS.get(keyOf(sha256));
  const known = stored === null ? undefined : fittingJson(profileResults, await stored.text());
  return known ?? (await renewProfiles(env, id, sha256));
}

/** Asks the profiles again where rules have changed since, a few SBOMs at a time; answers how many. */
export async function renewOldProfiles(env: Pick<Bindings, "DB" | "BLOBS">): Promise<number> {
  const results = await readRows(
    record({ id: text, sha256: text }),
    env.DB.prepare(
      `SELECT DISTINCT id, sha256 FROM sbom JOIN sbom_profile ON sbom_id = id
      WHERE rules_version < ?1 LIMIT ${RENEWED_PER_RUN}`,
    ).bind(PROFILE_RULES_VERSION),
  );
  for (const { id, sha256 } of results) await renewProfiles(env, id, sha256);
  return results.length;
}

/** Forgets what was said of an SBOM that is withdrawn. */
export async function removeProfiles({ BLOBS }: Pick<Bindings, "BLOBS">, sha256: string): Promise<void> {
  await BLOBS.delete(keyOf(sha256));
}

async function renewProfiles(
  { DB, BLOBS }: Pick<Bindings, "DB" | "BLOBS">,
  id: string,
  sha256: string,
): Promise<readonly ProfileJson[]> {
  const blob = await BLOBS.get(`blobs/${sha256}`);
  const check = blob === null ? undefined : await checkSbom(new Uint8Array(await blob.arrayBuffer()), { path: sha256 });
  // It was valid when it was accepted; a stricter check of today says nothing about its profiles.
  const profiles = check?.isValid === true ? judgeProfiles(check.content) : [];
  await storeProfiles({ BLOBS }, sha256, profiles);
  await DB.batch([...profileRows(DB, id, profiles)]);
  return profiles;
}

function keyOf(sha256: string): string {
  return `profiles/${PROFILE_RULES_VERSION}/${sha256}`;
}
