import type { CycloneDxHash } from "#core/sboms/cyclonedx.ts";
import type { ComponentRecord } from "#core/sboms/sbom-record.ts";

import type { Bindings } from "../bindings.ts";
import type { Listed, ListQuery } from "./sbom-store.ts";

interface ComponentRow {
  readonly number: number;
  readonly pointer: string;
  readonly type: string;
  readonly group_name: string | null;
  readonly name: string;
  readonly version: string | null;
  readonly purl: string | null;
  readonly licenses: string;
  readonly hashes: string;
}

/** Components of an SBOM in the order of the document; `search` looks into group, name and purl. */
export async function listStoredComponents(
  { DB }: Pick<Bindings, "DB">,
  sbomId: string,
  query: ListQuery,
): Promise<Listed<ComponentRecord>> {
  // instr, not LIKE: the text may contain wildcards, and D1 limits patterns to 50 bytes.
  const where = `WHERE sbom_id = ?1 AND (?2 = '' OR instr(lower(ifnull(group_name || '/', '') || name), ?2) > 0
    OR instr(lower(ifnull(purl, '')), ?2) > 0)`;
  const search = query.search.toLowerCase();
  const [rows, count] = await DB.batch<ComponentRow & { total: number }>([
    DB.prepare(
      `SELECT number, pointer, type, group_name, name, version, purl, licenses, hashes
         FROM component ${where} ORDER BY number LIMIT ?3 OFFSET ?4`,
    ).bind(sbomId, search, query.limit, query.offset),
    DB.prepare(`SELECT count(*) AS total FROM component ${where}`).bind(sbomId, search),
  ]);
  return { items: (rows?.results ?? []).map(recordOf), total: count?.results[0]?.total ?? 0 };
}

/** All components of an SBOM in the order of the document; ask for no more than an isolate can hold. */
export async function allStoredComponents(
  { DB }: Pick<Bindings, "DB">,
  sbomId: string,
): Promise<readonly ComponentRecord[]> {
  const { results } = await DB.prepare(
    `SELECT number, pointer, type, group_name, name, version, purl, licenses, hashes
       FROM component WHERE sbom_id = ?1 ORDER BY number`,
  )
    .bind(sbomId)
    .all<ComponentRow>();
  return results.map(recordOf);
}

function recordOf(row: ComponentRow): ComponentRecord {
  return {
    number: row.number,
    pointer: row.pointer,
    type: row.type,
    ...(row.group_name === null ? {} : { group: row.group_name }),
    name: row.name,
    ...(row.version === null ? {} : { version: row.version }),
    ...(row.purl === null ? {} : { purl: row.purl }),
    licenses: JSON.parse(row.licenses) as string[],
    hashes: JSON.parse(row.hashes) as CycloneDxHash[],
  };
}
