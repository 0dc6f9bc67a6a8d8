/** Rows of the database with their types proved: the one border between SQL and the rest of the worker. */
import { readStored } from "#core/base/stored/read-stored.ts";
import type { Shape } from "#core/base/stored/shape.ts";

const ROW = "A row of the database";

/** All rows that a statement answers. Throws a `DamagedStore` where one is not of this shape. */
export async function readRows<Row>(shape: Shape<Row>, statement: D1PreparedStatement): Promise<readonly Row[]> {
  const { results } = await statement.all();
  return results.map((row) => readStored(ROW, shape, row));
}

/** The first row that a statement answers; undefined where there is none. */
export async function readRow<Row>(shape: Shape<Row>, statement: D1PreparedStatement): Promise<Row | undefined> {
  const row = await statement.first();
  return row === null ? undefined : readStored(ROW, shape, row);
}

/** A statement and the shape of its rows. */
type Query<Row> = readonly [Shape<Row>, D1PreparedStatement];

/** The rows of some statements in one transaction, in the order of the statements. */
export async function readBatch<Rows extends readonly unknown[]>(
  db: D1Database,
  ...queries: { readonly [Index in keyof Rows]: Query<Rows[Index]> }
): Promise<{ readonly [Index in keyof Rows]: readonly Rows[Index][] }> {
  const list: readonly Query<unknown>[] = queries;
  const answers = await db.batch(list.map(([, statement]) => statement));
  const rows = list.map(([shape], index) => (answers[index]?.results ?? []).map((row) => readStored(ROW, shape, row)));
  // The compiler cannot follow a list of different shapes; each row was proved above.
  return rows as unknown as { readonly [Index in keyof Rows]: readonly Rows[Index][] };
}
