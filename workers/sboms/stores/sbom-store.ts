import { list, nullable, number, record, text, type ValueOf } from "#core/base/stored/shape.ts";
import { readStored, readStoredJson } from "#core/base/stored/read-stored.ts";
import type { BomLink } from "#core/sboms/records/bom-link.ts";
import type { SbomDetail, SbomRecord } from "#core/sboms/records/sbom-record.ts";
import type { ComponentsSummary } from "#core/sboms/records/summarize-components.ts";
import { componentsSummary, findingCounts, sbomFormat, sbomSubject } from "#core/sboms/records/stored-sbom.ts";
import { findings } from "#core/base/stored/finding-shape.ts";

import type { Bindings } from "../../state/bindings.ts";
import { readBatch, readRow, readRows } from "../../state/rows.ts";

/** The columns of its own that a record is made of. */
export const SBOM_COLUMNS = `id, sha256, size_bytes, format, format_version, serial_number, version, subject, made_at,
  component_count, finding_counts, uploaded_at, uploaded_by, demo`;

const SELECTED = `${SBOM_COLUMNS}, (SELECT json_group_array(account ORDER BY published_at, account)
  FROM sbom_owner WHERE sbom_id = sbom.id) AS publishers`;

const SBOM_MEMBERS = {
  id: text,
  sha256: text,
  size_bytes: number,
  format: text,
  format_version: text,
  serial_number: nullable(text),
  version: nullable(number),
  subject: text,
  made_at: nullable(text),
  component_count: number,
  finding_counts: text,
  uploaded_at: text,
  uploaded_by: text,
  demo: number,
  publishers: text,
} as const;
const sbomRow = record(SBOM_MEMBERS);
const sbomDetailRow = record({ ...SBOM_MEMBERS, findings: text });
type SbomRow = ValueOf<typeof sbomRow>;

/** The published SBOM with this id. */
export async function findSbom({ DB }: Pick<Bindings, "DB">, id: string): Promise<SbomDetail | undefined> {
  return await findWhere(DB, "id", id);
}

/** The published SBOM with these bytes. */
export async function findSbomByHash({ DB }: Pick<Bindings, "DB">, sha256: string): Promise<SbomDetail | undefined> {
  return await findWhere(DB, "sha256", sha256);
}

async function findWhere(db: D1Database, column: "id" | "sha256", value: string): Promise<SbomDetail | undefined> {
  const row = await readRow(
    sbomDetailRow,
    db.prepare(`SELECT ${SELECTED}, findings FROM sbom WHERE ${column} = ?1`).bind(value),
  );
  return row === undefined
    ? undefined
    : { ...recordOf(row), findings: readStoredJson(`Findings of SBOM ${row.id}`, findings, row.findings) };
}

/** A page of a list, and how long the whole list is. */
export interface Listed<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

/** What part of a list is wanted. */
export interface ListQuery {
  /** Text that names contain, in any case; empty for all. */
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
}

/** What of the published SBOMs is wanted. */
export interface SbomListQuery extends ListQuery {
  /** `CycloneDX`, `SPDX`, or one with its version, `SPDX 2.3`; empty for all. */
  readonly format: string;
  /** Id of the profile that `result` is about. */
  readonly profile: string;
  /** `satisfied`, `open`, or the least score of 100; empty for all. */
  readonly result: string;
}

const WHERE = `WHERE (?1 = '' OR instr(lower(ifnull(subject_name, '')), ?1) > 0)
  AND (?2 = '' OR ?2 IN (format, format || ' ' || format_version))
  AND (?3 = '' OR ?4 = '' OR id IN (SELECT sbom_id FROM sbom_profile WHERE profile = ?3 AND
    CASE ?4 WHEN 'satisfied' THEN satisfied = 1 WHEN 'open' THEN satisfied = 0 ELSE score >= CAST(?4 AS INTEGER) END))`;

/** Published SBOMs, the last uploaded first. */
export async function listSboms({ DB }: Pick<Bindings, "DB">, query: SbomListQuery): Promise<Listed<SbomRecord>> {
  const filter = [query.search.toLowerCase(), query.format, query.profile, query.result];
  const [rows, [count]] = await readBatch(
    DB,
    [
      sbomRow,
      DB.prepare(`SELECT ${SELECTED} FROM sbom ${WHERE} ORDER BY uploaded_at DESC, id LIMIT ?5 OFFSET ?6`).bind(
        ...filter,
        query.limit,
        query.offset,
      ),
    ],
    [record({ total: number }), DB.prepare(`SELECT count(*) AS total FROM sbom ${WHERE}`).bind(...filter)],
  );
  return { items: rows.map(recordOf), total: count?.total ?? 0 };
}

/**
 * Versions of the same document by the same publisher, the last uploaded first, the one asked about among them; at most `limit`.
 * Of several publishers the named one counts, else the one that began the series: what others publish under its name is theirs.
 */
export async function listVersions(
  { DB }: Pick<Bindings, "DB">,
  { id }: SbomRecord,
  { named, limit }: { readonly named: string | undefined; readonly limit: number },
): Promise<readonly SbomRecord[]> {
  const results = await readRows(
    sbomRow,
    DB.prepare(
      `WITH asked AS (
         SELECT account, series FROM sbom_owner LEFT JOIN sbom_series USING (series, account)
          WHERE sbom_id = ?1 AND series IS NOT NULL ORDER BY account = ?3 DESC, number LIMIT 1)
       SELECT ${SELECTED} FROM sbom WHERE id IN (SELECT sbom_id FROM sbom_owner JOIN asked USING (account, series))
        ORDER BY ifnull(version, 0) DESC, uploaded_at DESC, id LIMIT ?2`,
    ).bind(id, limit, named ?? ""),
  );
  return results.map(recordOf);
}

/**
 * SBOMs of the same product that are none of these versions of the document, the last uploaded first; at most `limit`. Whoever
 * publishes them stands beside them.
 */
export async function listRelated(
  { DB }: Pick<Bindings, "DB">,
  { id, subject }: SbomRecord,
  versions: readonly SbomRecord[],
  limit: number,
): Promise<readonly SbomRecord[]> {
  const results = await readRows(
    sbomRow,
    DB.prepare(
      `SELECT ${SELECTED} FROM sbom WHERE subject_name = ?2 AND id <> ?1
        AND id NOT IN (SELECT value FROM json_each(?4))
      ORDER BY uploaded_at DESC, id LIMIT ?3`,
    ).bind(id, subject?.name ?? null, limit, JSON.stringify(versions.map((version) => version.id))),
  );
  return results.map(recordOf);
}

/**
 * The documents that a serial number and a version name: that of the named publisher first, then by who began to publish under
 * the serial number. So nobody takes over a link by publishing under another's name later.
 */
export async function findBySerialNumber(
  { DB }: Pick<Bindings, "DB">,
  { serialNumber, version }: Pick<BomLink, "serialNumber" | "version">,
  named: string | undefined,
): Promise<readonly SbomRecord[]> {
  // A document without `version` has version 1 (CycloneDX, `version`: default 1).
  const results = await readRows(
    sbomRow,
    DB.prepare(
      `SELECT ${SELECTED} FROM sbom JOIN (
         SELECT sbom_id, max(account = ?3) AS is_named, min(number) AS rank, max(link_version IS NOT NULL) AS is_last
           FROM sbom_owner JOIN sbom_series USING (series, account)
          WHERE series = ?1 GROUP BY sbom_id) ON sbom_id = id
        WHERE series = ?1 AND ifnull(version, 1) = ?2
      ORDER BY is_named DESC, rank, is_last DESC, uploaded_at, id LIMIT 20`,
    ).bind(serialNumber, version, named ?? ""),
  );
  return results.map(recordOf);
}

/** What the components of an SBOM are, at a glance; undefined where it was stored before that was counted. */
export async function findSummary({ DB }: Pick<Bindings, "DB">, id: string): Promise<ComponentsSummary | undefined> {
  const row = await readRow(
    record({ summary: nullable(text) }),
    DB.prepare("SELECT summary FROM sbom WHERE id = ?1").bind(id),
  );
  const summary = row?.summary ?? undefined;
  return summary === undefined ? undefined : readStoredJson(`Summary of SBOM ${id}`, componentsSummary, summary);
}

function recordOf(row: SbomRow): SbomRecord {
  const what = `SBOM ${row.id}`;
  const subject = readStoredJson(what, sbomSubject, row.subject);
  return {
    id: row.id,
    sha256: row.sha256,
    sizeBytes: row.size_bytes,
    format: readStored(what, sbomFormat, { name: row.format, version: row.format_version }),
    ...(row.serial_number === null ? {} : { serialNumber: row.serial_number }),
    ...(row.version === null ? {} : { version: row.version }),
    ...(subject.name === undefined ? {} : { subject: { ...subject, name: subject.name } }),
    ...(row.made_at === null ? {} : { madeAt: row.made_at }),
    componentCount: row.component_count,
    uploadedAt: new Date(row.uploaded_at),
    uploadedBy: row.uploaded_by,
    publishers: readStoredJson(what, list(text), row.publishers),
    isDemo: row.demo === 1,
    findingCounts: readStoredJson(what, findingCounts, row.finding_counts),
  };
}
