import { nullable, number, record, text, type ValueOf } from "#core/base/stored/shape.ts";
import { readStoredJson } from "#core/base/stored/read-stored.ts";
import type { ComponentRecord } from "#core/sboms/records/sbom-record.ts";
import { componentHashes, licenseTexts } from "#core/sboms/records/stored-sbom.ts";
import type { SortOrder } from "#site/parts/sort-order.ts";

import type { Bindings } from "../../state/bindings.ts";
import { readBatch, readRow, readRows } from "../../state/rows.ts";
import type { Listed, ListQuery } from "./sbom-store.ts";

const componentRow = record({
  number,
  pointer: text,
  bom_ref: nullable(text),
  type: text,
  group_name: nullable(text),
  name: text,
  version: nullable(text),
  purl: nullable(text),
  licenses: text,
  hashes: text,
});
type ComponentRow = ValueOf<typeof componentRow>;

/** What components can be sorted by. */
export const COMPONENT_SORT_KEYS = ["name", "version", "type", "license", "purl"] as const;

/** A column that components can be sorted by. */
export type ComponentSortKey = (typeof COMPONENT_SORT_KEYS)[number];

/** Which components are wanted, and in which order; empty texts stand for all. */
export interface ComponentQuery extends ListQuery {
  readonly type: string;
  /** A license as the document writes it; `none` for components without one. */
  readonly license: string;
  /** Type of the package URL; `none` for components without one. */
  readonly ecosystem: string;
  /** That of the document where undefined. */
  readonly order: SortOrder<ComponentSortKey> | undefined;
}

const COLUMNS = "number, pointer, bom_ref, type, group_name, name, version, purl, licenses, hashes";

// instr, not LIKE: the text may contain wildcards, and D1 limits patterns to 50 bytes.
const WHERE = `WHERE sbom_id = ?1
  AND (?2 = '' OR instr(lower(ifnull(group_name || '/', '') || name), ?2) > 0 OR instr(lower(ifnull(purl, '')), ?2) > 0)
  AND (?3 = '' OR type = ?3)
  AND (?4 = '' OR CASE ?4 WHEN 'none' THEN licenses = '[]'
    ELSE EXISTS (SELECT 1 FROM json_each(licenses) WHERE value = ?4) END)
  AND (?5 = '' OR ifnull(ecosystem, 'none') = ?5)`;

const SORT_EXPRESSIONS: Record<ComponentSortKey, string> = {
  name: "lower(ifnull(nullif(group_name, '') || '/', '') || name)",
  version: "nullif(version, '')",
  type: "type",
  license: "lower(nullif(licenses, '[]'))",
  purl: "lower(purl)",
};

/** Components of an SBOM; `search` looks into group, name and purl. Those without a value stand last either way. */
export async function listStoredComponents(
  { DB }: Pick<Bindings, "DB">,
  sbomId: string,
  query: ComponentQuery,
): Promise<Listed<ComponentRecord>> {
  const { order } = query;
  const filter = [sbomId, query.search.toLowerCase(), query.type, query.license, query.ecosystem];
  const by = order === undefined ? "" : SORT_EXPRESSIONS[order.key];
  const sorting = order === undefined ? "" : `${by} IS NULL, ${by} ${order.descending ? "DESC" : "ASC"},`;
  const [rows, [count]] = await readBatch(
    DB,
    [
      componentRow,
      DB.prepare(`SELECT ${COLUMNS} FROM component ${WHERE} ORDER BY ${sorting} number LIMIT ?6 OFFSET ?7`).bind(
        ...filter,
        query.limit,
        query.offset,
      ),
    ],
    [record({ total: number }), DB.prepare(`SELECT count(*) AS total FROM component ${WHERE}`).bind(...filter)],
  );
  return { items: rows.map(recordOf), total: count?.total ?? 0 };
}

/** Components by their numbers; those that the SBOM does not have are absent. */
export async function findComponents(
  { DB }: Pick<Bindings, "DB">,
  sbomId: string,
  numbers: Iterable<number>,
): Promise<ReadonlyMap<number, ComponentRecord>> {
  const results = await readRows(
    componentRow,
    DB.prepare(
      `SELECT ${COLUMNS} FROM component WHERE sbom_id = ?1 AND number IN (SELECT value FROM json_each(?2))`,
    ).bind(sbomId, JSON.stringify([...new Set(numbers)])),
  );
  return new Map(results.map((row) => [row.number, recordOf(row)]));
}

/** The first component that the document calls so. */
export async function findComponentByReference(
  { DB }: Pick<Bindings, "DB">,
  sbomId: string,
  bomRef: string,
): Promise<ComponentRecord | undefined> {
  const row = await readRow(
    componentRow,
    DB.prepare(`SELECT ${COLUMNS} FROM component WHERE sbom_id = ?1 AND bom_ref = ?2 ORDER BY number LIMIT 1`).bind(
      sbomId,
      bomRef,
    ),
  );
  return row === undefined ? undefined : recordOf(row);
}

/** All components of an SBOM in the order of the document; ask for no more than an isolate can hold. */
export async function allStoredComponents(
  { DB }: Pick<Bindings, "DB">,
  sbomId: string,
): Promise<readonly ComponentRecord[]> {
  const results = await readRows(
    componentRow,
    DB.prepare(`SELECT ${COLUMNS} FROM component WHERE sbom_id = ?1 ORDER BY number`).bind(sbomId),
  );
  return results.map(recordOf);
}

const COMPONENT = "A component of an SBOM";

function recordOf(row: ComponentRow): ComponentRecord {
  return {
    number: row.number,
    pointer: row.pointer,
    ...(row.bom_ref === null ? {} : { bomRef: row.bom_ref }),
    type: row.type,
    ...(row.group_name === null ? {} : { group: row.group_name }),
    name: row.name,
    ...(row.version === null ? {} : { version: row.version }),
    ...(row.purl === null ? {} : { purl: row.purl }),
    licenses: readStoredJson(COMPONENT, licenseTexts, row.licenses),
    hashes: readStoredJson(COMPONENT, componentHashes, row.hashes),
  };
}
