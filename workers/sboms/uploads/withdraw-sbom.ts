import { OPERATOR } from "#core/trust/accounts/reserved-names.ts";
import type { SbomRecord } from "#core/sboms/records/sbom-record.ts";

import type { Bindings } from "../../state/bindings.ts";
import { releaseStatement } from "../../state/kept-bytes.ts";
import { removeGraph } from "../stores/graph-store.ts";
import { markStatement } from "../stores/owner-store.ts";
import { findSbom } from "../stores/sbom-store.ts";
import { removeProfiles } from "../stores/profile-store.ts";

/**
 * Ends that an account publishes an SBOM; without `owner` that anybody does. With the last owner it is taken out of the public: rows
 * first, so that nobody is led to bytes that are gone. What stays is who withdrew it, when and why. The bytes go with the sweep a day
 * later, unless somebody names them then: another owner, a release, a report, who published them again.
 */
export async function withdrawSbom(
  { DB, BLOBS }: Pick<Bindings, "DB" | "BLOBS">,
  sbom: SbomRecord,
  withdrawal: { readonly owner?: string; readonly reason: string; readonly now: Date },
): Promise<void> {
  const { id, sha256, subject } = sbom;
  const title = [subject?.name, subject?.version].filter((part) => part !== undefined).join(" ");
  await DB.batch([
    DB.prepare("DELETE FROM sbom_owner WHERE sbom_id = ?1 AND (?2 IS NULL OR account = ?2)").bind(
      id,
      withdrawal.owner ?? null,
    ),
    DB.prepare(
      `INSERT INTO sbom_event (sbom_id, sha256, kind, at, account, reason, title)
       SELECT ?1, ?2, 'withdrawn', ?3, ?4, ?5, ?6 WHERE changes() > 0`,
    ).bind(id, sha256, withdrawal.now.toISOString(), withdrawal.owner ?? OPERATOR, withdrawal.reason, title),
    markStatement(DB, "id", id),
    DB.prepare("DELETE FROM sbom WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM sbom_owner WHERE sbom_id = ?1)").bind(id),
    releaseStatement(DB, sha256, withdrawal.now),
  ]);
  if ((await findSbom({ DB }, id)) !== undefined) return;
  // Both are made from the bytes again where somebody publishes them in this moment.
  await removeProfiles({ BLOBS }, sha256);
  await removeGraph({ BLOBS }, sha256);
}
