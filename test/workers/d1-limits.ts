/**
 * D1 as the platform bounds it, around the local one, which bounds nothing: a statement that Cloudflare would refuse fails in every
 * test of the worker. It counts too, so that tests can assert what an address costs.
 * Source: "Limits" in D1's documentation (2026).
 */
export const D1_LIMITS = {
  /** Bytes of the SQL of one statement. */
  statementBytes: 100_000,
  /** Bound parameters of one statement. */
  parameters: 100,
  /** Bytes of one bound text or blob, and of one row. */
  valueBytes: 2_000_000,
  /** Statements of one invocation of a paid plan. */
  statements: 1_000,
  /** Milliseconds of one batch. */
  batchMilliseconds: 30_000,
} as const;

/** What one invocation of the worker asked of the database. */
export interface DatabaseCost {
  statements: number;
  rowsRead: number;
  rowsWritten: number;
  /** The longest bound value, in bytes. */
  longestValue: number;
}

/** A cost of nothing. */
export function noCost(): DatabaseCost {
  return { statements: 0, rowsRead: 0, rowsWritten: 0, longestValue: 0 };
}

/** Thrown where the platform would refuse a statement. */
export class D1LimitExceeded extends Error {
  override name = "D1LimitExceeded";
}

/** A database that refuses what D1 refuses, and adds what it is asked to `cost`. */
export function limitDatabase(db: D1Database, cost: DatabaseCost): D1Database {
  return new Proxy(db, {
    get(target, name) {
      if (name === "prepare") {
        return (sql: string) => new LimitedStatement(target.prepare(checkedSql(sql)), sql, cost);
      }
      if (name === "batch") return (statements: readonly LimitedStatement[]) => runBatch(target, statements, cost);
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? (value as () => unknown).bind(target) : value;
    },
  });
}

/** A prepared statement with its bounds. */
class LimitedStatement {
  readonly inner: D1PreparedStatement;
  readonly sql: string;
  readonly cost: DatabaseCost;

  constructor(inner: D1PreparedStatement, sql: string, cost: DatabaseCost) {
    this.inner = inner;
    this.sql = sql;
    this.cost = cost;
  }

  bind(...values: unknown[]): LimitedStatement {
    if (values.length > D1_LIMITS.parameters) {
      throw new D1LimitExceeded(`${values.length} parameters of ${D1_LIMITS.parameters}: ${excerpt(this.sql)}`);
    }
    for (const value of values) {
      const bytes = sizeOf(value);
      this.cost.longestValue = Math.max(this.cost.longestValue, bytes);
      if (bytes > D1_LIMITS.valueBytes) {
        throw new D1LimitExceeded(`a value of ${bytes} bytes of ${D1_LIMITS.valueBytes}: ${excerpt(this.sql)}`);
      }
    }
    return new LimitedStatement(this.inner.bind(...values), this.sql, this.cost);
  }

  async all<Row>(): Promise<D1Result<Row>> {
    return count(this.cost, this.sql, await this.inner.all<Row>());
  }

  async run<Row>(): Promise<D1Result<Row>> {
    return count(this.cost, this.sql, await this.inner.run<Row>());
  }

  /** As D1's own: the first row, or one column of it. */
  async first(column?: string): Promise<unknown> {
    const { results } = await this.all<Record<string, unknown>>();
    const row = results[0];
    if (row === undefined) return null;
    return column === undefined ? row : row[column];
  }
}

async function runBatch(
  db: D1Database,
  statements: readonly LimitedStatement[],
  cost: DatabaseCost,
): Promise<D1Result[]> {
  const results = await db.batch(statements.map(({ inner }) => inner));
  return results.map((result, index) => count(cost, statements[index]?.sql ?? "", result));
}

function count<Row>(cost: DatabaseCost, sql: string, result: D1Result<Row>): D1Result<Row> {
  cost.statements += 1;
  cost.rowsRead += result.meta.rows_read;
  cost.rowsWritten += result.meta.rows_written;
  if (cost.statements > D1_LIMITS.statements) {
    throw new D1LimitExceeded(`more than ${D1_LIMITS.statements} statements in one invocation: ${excerpt(sql)}`);
  }
  for (const row of result.results) {
    const bytes = sizeOf(JSON.stringify(row));
    if (bytes > D1_LIMITS.valueBytes) throw new D1LimitExceeded(`a row of ${bytes} bytes: ${excerpt(sql)}`);
  }
  return result;
}

function checkedSql(sql: string): string {
  if (sizeOf(sql) > D1_LIMITS.statementBytes) throw new D1LimitExceeded(`a statement of ${sizeOf(sql)} bytes`);
  return sql;
}

function sizeOf(value: unknown): number {
  if (typeof value === "string") return value.length * 3 <= D1_LIMITS.statementBytes ? value.length : utf8Length(value);
  if (value instanceof ArrayBuffer) return value.byteLength;
  return ArrayBuffer.isView(value) ? value.byteLength : 8;
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}

function excerpt(sql: string): string {
  return sql.replaceAll(/\s+/g, " ").trim().slice(0, 120);
}
