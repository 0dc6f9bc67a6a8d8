import type { Finding } from "#core/base/finding.ts";
import type { ProfileJson } from "#core/sboms/profiles/profile-json.ts";
import type { ComponentRecord, SbomDetail } from "#core/sboms/records/sbom-record.ts";
import { summarizeComponents } from "#core/sboms/records/summarize-components.ts";

import { jsonChunks } from "../../http/json-chunks.ts";
import type { Bindings } from "../../state/bindings.ts";
import { keepBytes, keptStatement } from "../../state/kept-bytes.ts";
import type { Sender } from "./find-sender.ts";
import { publishedEvent, signatureBytes } from "../stores/history-store.ts";
import { ownStatements } from "../stores/owner-store.ts";
import { profileRows } from "../stores/profile-store.ts";
import { findSbomByHash, SBOM_COLUMNS } from "../stores/sbom-store.ts";

/** An SBOM that was checked and is to be kept. */
export interface NewSbom extends Omit<SbomDetail, "id" | "componentCount" | "publishers"> {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly components: readonly ComponentRecord[];
  /** Under what name its versions belong together. */
  readonly series: string | undefined;
  readonly profiles: readonly ProfileJson[];
  readonly sender: Sender;
}

/** Findings are kept with the row, within D1's 2 MB per value. */
const MAX_FINDINGS_LENGTH = 500_000;

/** Lengths of ids that are tried: a longer one is only needed when two SBOMs share 64 bits of SHA-256. */
const ID_LENGTHS = [16, 24, 64] as const;

/**
 * Keeps an SBOM: bytes first, then all rows in one transaction, so a failure in between leaves at most a blob that nothing
 * refers to. Of two uploads of the same bytes at the same time one wins; both get its id, and both accounts own it. Fails where
 * the account publishes another document under the same serial number and version.
 */
export async function storeSbom({ DB, BLOBS }: Pick<Bindings, "DB" | "BLOBS">, sbom: NewSbom): Promise<string> {
  const { sha256, sender, uploadedAt } = sbom;
  const signature = await signatureBytes(sender);
  await keepBytes({ DB, BLOBS }, { sha256, bytes: sbom.bytes }, signature, uploadedAt);
  const id = await freeId(DB, sha256);
  const owner = ownStatements(DB, sha256, sender.account, uploadedAt);
  await DB.batch([
    insertSbom(DB, id, sbom),
    owner.own,
    publishedEvent(DB, { id, sha256 }, sender, signature?.sha256, uploadedAt),
    owner.rank,
    owner.mark,
    ...insertComponents(DB, id, sbom.components),
    ...profileRows(DB, id, sbom.profiles),
    keptStatement(DB, sha256, signature?.sha256),
  ]);
  const kept = await findSbomByHash({ DB }, sha256);
  if (kept === undefined) throw new Error(`SBOM ${sha256} was stored but is not there`);
  return kept.id;
}

/** Ids stay with their bytes, also when those are withdrawn. */
async function freeId(db: D1Database, sha256: string): Promise<string> {
  for (const length of ID_LENGTHS) {
    const id = sha256.slice(0, length);
    const taken = await db
      .prepare(
        `SELECT 1 FROM (SELECT sha256 FROM sbom WHERE id = ?1 UNION SELECT sha256 FROM sbom_event WHERE sbom_id = ?1)
          WHERE sha256 <> ?2 LIMIT 1`,
      )
      .bind(id, sha256)
      .first();
    if (taken === null) return id;
  }
  return sha256;
}

function insertSbom(db: D1Database, id: string, sbom: NewSbom): D1PreparedStatement {
  const columns = `${SBOM_COLUMNS}, findings, series, summary`;
  const places = columns.split(",").map((_column, index) => `?${index + 1}`);
  return db
    .prepare(`INSERT OR IGNORE INTO sbom (${columns}) VALUES (${places.join()})`)
    .bind(
      id,
      sbom.sha256,
      sbom.sizeBytes,
      sbom.format.name,
      sbom.format.version,
      sbom.serialNumber ?? null,
      sbom.version ?? null,
      JSON.stringify(sbom.subject ?? {}),
      sbom.madeAt ?? null,
      sbom.components.length,
      JSON.stringify(sbom.findingCounts),
      sbom.uploadedAt.toISOString(),
      sbom.uploadedBy,
      sbom.isDemo ? 1 : 0,
      findingsWithin(sbom.findings),
      sbom.series ?? null,
      JSON.stringify(summarizeComponents(sbom.components)),
    );
}

/** As many findings as fit, as JSON. */
export function findingsWithin(findings: readonly Finding[], maxLength: number = MAX_FINDINGS_LENGTH): string {
  let length = 2;
  const fitting = findings.filter((finding) => (length += JSON.stringify(finding).length + 1) <= maxLength);
  return JSON.stringify(fitting);
}

/** Few statements for many rows: the rows travel as one JSON value, since D1 binds at most 100 parameters. */
function insertComponents(
  db: D1Database,
  id: string,
  components: readonly ComponentRecord[],
): readonly D1PreparedStatement[] {
  const statement = db.prepare(
    `INSERT OR IGNORE INTO component (sbom_id, number, pointer, bom_ref, type, group_name, name, version, purl,
       licenses, hashes)
     SELECT ?1, value ->> 'number', value ->> 'pointer', value ->> 'bomRef', value ->> 'type', value ->> 'group', value ->> 'name',
            value ->> 'version', value ->> 'purl', value -> 'licenses', value -> 'hashes'
       FROM json_each(?2)`,
  );
  return jsonChunks(components).map((chunk) => statement.bind(id, chunk));
}
