import type { Finding, Severity } from "#core/finding.ts";
import type { ComponentRecord, SbomDetail, SbomRecord, SbomSubject } from "#core/sboms/sbom-record.ts";
import type { SbomFormat } from "#core/sboms/sbom-format.ts";

import type { Bindings } from "../bindings.ts";

/** An SBOM that was checked and is to be kept. */
export interface NewSbom extends Omit<SbomDetail, "id" | "componentCount"> {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly components: readonly ComponentRecord[];
}

/** Rows travel to D1 as JSON in chunks of this length; even in three bytes per character it stays below 2 MB per value. */
const MAX_CHUNK_LENGTH = 500_000;
/** Findings are kept with the row, within D1's 2 MB per value. */
const MAX_FINDINGS_LENGTH = 500_000;

/** Lengths of ids that are tried: a longer one is only needed when two SBOMs share 64 bits of SHA-256. */
const ID_LENGTHS = [16, 24, 64] as const;

const COLUMNS = `id, sha256, size_bytes, format, format_version, serial_number, version, subject, made_at,
  component_count, finding_counts, uploaded_at, uploaded_by, demo`;

interface SbomRow {
  readonly id: string;
  readonly sha256: string;
  readonly size_bytes: number;
  readonly format: SbomFormat["name"];
  readonly format_version: SbomFormat["version"];
  readonly serial_number: string | null;
  readonly version: number | null;
  readonly subject: string;
  readonly made_at: string | null;
  readonly component_count: number;
  readonly finding_counts: string;
  readonly uploaded_at: string;
  readonly uploaded_by: string;
  readonly demo: number;
}

/** The published SBOM with this id. */
export async function findSbom({ DB }: Pick<Bindings, "DB">, id: string): Promise<SbomDetail | undefined> {
  return await findWhere(DB, "id", id);
}

/** The published SBOM with these bytes. */
export async function findSbomByHash({ DB }: Pick<Bindings, "DB">, sha256: string): Promise<SbomDetail | undefined> {
  return await findWhere(DB, "sha256", sha256);
}

async function findWhere(db: D1Database, column: "id" | "sha256", value: string): Promise<SbomDetail | undefined> {
  const row = await db
    .prepare(`SELECT ${COLUMNS}, findings FROM sbom WHERE ${column} = ?1`)
    .bind(value)
    .first<SbomRow & { findings: string }>();
  return row === null ? undefined : { ...recordOf(row), findings: JSON.parse(row.findings) as Finding[] };
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

/** Published SBOMs, the last uploaded first. */
export async function listSboms({ DB }: Pick<Bindings, "DB">, query: ListQuery): Promise<Listed<SbomRecord>> {
  const where = "WHERE ?1 = '' OR instr(lower(ifnull(subject_name, '')), ?1) > 0";
  const search = query.search.toLowerCase();
  const [rows, count] = await DB.batch<SbomRow & { total: number }>([
    DB.prepare(`SELECT ${COLUMNS} FROM sbom ${where} ORDER BY uploaded_at DESC, id LIMIT ?2 OFFSET ?3`).bind(
      search,
      query.limit,
      query.offset,
    ),
    DB.prepare(`SELECT count(*) AS total FROM sbom ${where}`).bind(search),
  ]);
  return { items: (rows?.results ?? []).map(recordOf), total: count?.results[0]?.total ?? 0 };
}

/** Other SBOMs of the same product or under the same serial number, the last uploaded first; at most `limit`. */
export async function listRelated(
  { DB }: Pick<Bindings, "DB">,
  { id, subject, serialNumber }: SbomRecord,
  limit: number,
): Promise<readonly SbomRecord[]> {
  const { results } = await DB.prepare(
    `SELECT ${COLUMNS} FROM sbom WHERE id IN (
       SELECT id FROM sbom WHERE subject_name = ?2 UNION SELECT id FROM sbom WHERE serial_number = ?3)
       AND id <> ?1 ORDER BY uploaded_at DESC, id LIMIT ?4`,
  )
    .bind(id, subject?.name ?? null, serialNumber ?? null, limit)
    .all<SbomRow>();
  return results.map(recordOf);
}

/**
 * Keeps an SBOM: bytes first, then all rows in one transaction, so a failure in between leaves at most a blob that nothing
 * refers to. Of two uploads of the same bytes at the same time one wins; both get its id.
 */
export async function storeSbom({ DB, BLOBS }: Pick<Bindings, "DB" | "BLOBS">, sbom: NewSbom): Promise<string> {
  await BLOBS.put(`blobs/${sbom.sha256}`, sbom.bytes, { sha256: sbom.sha256 });
  const id = await freeId(DB, sbom.sha256);
  await DB.batch([insertSbom(DB, id, sbom), ...insertComponents(DB, id, sbom.components)]);
  const kept = await findSbomByHash({ DB }, sbom.sha256);
  if (kept === undefined) throw new Error(`SBOM ${sbom.sha256} was stored but is not there`);
  return kept.id;
}

async function freeId(db: D1Database, sha256: string): Promise<string> {
  for (const length of ID_LENGTHS) {
    const id = sha256.slice(0, length);
    const taken = await db.prepare("SELECT sha256 FROM sbom WHERE id = ?1").bind(id).first<{ sha256: string }>();
    if (taken === null || taken.sha256 === sha256) return id;
  }
  return sha256;
}

function insertSbom(db: D1Database, id: string, sbom: NewSbom): D1PreparedStatement {
  const columns = `${COLUMNS}, findings`;
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
      findingsWithin(sbom.findings, MAX_FINDINGS_LENGTH),
    );
}

/** As many findings as fit, as JSON. */
function findingsWithin(findings: readonly Finding[], maxLength: number): string {
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
    `INSERT OR IGNORE INTO component (sbom_id, number, pointer, type, group_name, name, version, purl, licenses, hashes)
     SELECT ?1, value ->> 'number', value ->> 'pointer', value ->> 'type', value ->> 'group', value ->> 'name',
            value ->> 'version', value ->> 'purl', value -> 'licenses', value -> 'hashes'
       FROM json_each(?2)`,
  );
  return jsonChunks(components, MAX_CHUNK_LENGTH).map((chunk) => statement.bind(id, chunk));
}

/** JSON arrays that together hold all items, each at most `maxLength` long unless a single item is longer. */
function jsonChunks(items: readonly unknown[], maxLength: number): readonly string[] {
  const chunks: string[][] = [];
  let length = 0;
  for (const item of items) {
    const json = JSON.stringify(item);
    const chunk = chunks.at(-1);
    if (chunk === undefined || length + json.length > maxLength) {
      chunks.push([json]);
      length = json.length;
    } else {
      chunk.push(json);
      length += json.length + 1;
    }
  }
  return chunks.map((chunk) => `[${chunk.join()}]`);
}

function recordOf(row: SbomRow): SbomRecord {
  const subject = JSON.parse(row.subject) as Partial<SbomSubject>;
  return {
    id: row.id,
    sha256: row.sha256,
    sizeBytes: row.size_bytes,
    format: { name: row.format, version: row.format_version } as SbomFormat,
    ...(row.serial_number === null ? {} : { serialNumber: row.serial_number }),
    ...(row.version === null ? {} : { version: row.version }),
    ...(subject.name === undefined ? {} : { subject: { ...subject, name: subject.name } }),
    ...(row.made_at === null ? {} : { madeAt: row.made_at }),
    componentCount: row.component_count,
    uploadedAt: new Date(row.uploaded_at),
    uploadedBy: row.uploaded_by,
    isDemo: row.demo === 1,
    findingCounts: JSON.parse(row.finding_counts) as Record<Severity, number>,
  };
}
