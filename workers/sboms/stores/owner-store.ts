/** Who publishes an SBOM: the same bytes may have several owners, and each withdraws only itself. */
import { record, text } from "#core/base/stored/shape.ts";

import type { Bindings } from "../../state/bindings.ts";
import { readRow } from "../../state/rows.ts";
import type { Account } from "../../sign-in/auth.ts";

/** Under what name and version links find an SBOM. */
interface LinkName {
  readonly series: string | undefined;
  /** Undefined where no BOM-Link leads to it, as for SPDX. */
  readonly linkVersion: number | undefined;
}

/** The statements that make an account an owner of bytes that are stored; the first one changes nothing where it is one already. */
export function ownStatements(
  db: D1Database,
  sha256: string,
  account: Account,
  now: Date,
): { readonly own: D1PreparedStatement; readonly rank: D1PreparedStatement; readonly mark: D1PreparedStatement } {
  return {
    own: db
      .prepare(
        `INSERT INTO sbom_owner (sbom_id, account, published_at, demo, series, link_version)
         SELECT id, ?2, ?3, ?4, series, CASE WHEN format = 'CycloneDX' AND series IS NOT NULL THEN ifnull(version, 1) END
           FROM sbom WHERE sha256 = ?1
         ON CONFLICT (sbom_id, account) DO NOTHING`,
      )
      .bind(sha256, account.subject, now.toISOString(), account.demo ? 1 : 0),
    rank: db
      .prepare(
        `INSERT INTO sbom_series (series, account) SELECT series, ?2 FROM sbom WHERE sha256 = ?1 AND series IS NOT NULL
         ON CONFLICT (series, account) DO NOTHING`,
      )
      .bind(sha256, account.subject),
    mark: markStatement(db, "sha256", sha256),
  };
}

/** The row of an SBOM names its first owner that is left, and is for demonstration while all of them are. */
export function markStatement(db: D1Database, column: "id" | "sha256", value: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE sbom SET (uploaded_by, uploaded_at) =
           (SELECT account, published_at FROM sbom_owner WHERE sbom_id = sbom.id ORDER BY published_at, account LIMIT 1),
         demo = (SELECT min(demo) FROM sbom_owner WHERE sbom_id = sbom.id)
       WHERE ${column} = ?1 AND EXISTS (SELECT 1 FROM sbom_owner WHERE sbom_id = sbom.id)`,
    )
    .bind(value);
}

/** The other document that an account publishes under a serial number and version; undefined where they are free. */
export async function findNamesake(
  { DB }: Pick<Bindings, "DB">,
  sha256: string,
  account: string,
  { series, linkVersion }: LinkName,
): Promise<string | undefined> {
  if (series === undefined || linkVersion === undefined) return undefined;
  const row = await readRow(
    record({ id: text }),
    DB.prepare(
      `SELECT id FROM sbom_owner JOIN sbom ON sbom.id = sbom_owner.sbom_id
        WHERE account = ?1 AND sbom_owner.series = ?2 AND link_version = ?3 AND sha256 <> ?4`,
    ).bind(account, series, linkVersion, sha256),
  );
  return row?.id;
}

/** Whether an account publishes these bytes. */
export async function isOwner({ DB }: Pick<Bindings, "DB">, sbomId: string, account: string): Promise<boolean> {
  const statement = DB.prepare("SELECT account FROM sbom_owner WHERE sbom_id = ?1 AND account = ?2");
  return (await readRow(record({ account: text }), statement.bind(sbomId, account))) !== undefined;
}
