/** A worker that tells what its newest request asked of the database. It becomes JavaScript beside the bundle that it wraps. */

interface Fetcher {
  fetch(request: Request, env: unknown, context: unknown): Promise<Response>;
}

interface Answer {
  readonly meta: { readonly rows_read: number };
  readonly results: readonly Record<string, unknown>[];
}

interface Statement {
  bind(...values: unknown[]): Statement;
  all(): Promise<Answer>;
  run(): Promise<Answer>;
  first(column?: string): Promise<unknown>;
}

interface Database {
  prepare(sql: string): Statement;
  batch(statements: readonly Statement[]): Promise<readonly Answer[]>;
}

/** Where the cost of the request before is asked for. */
const COST_PATH = "/__cost";

/** The same worker with a database that counts. Requests are asked one at a time where their cost is wanted. */
export function counted(worker: Fetcher): Fetcher {
  let cost = { statements: 0, rows: 0 };
  return {
    fetch(request, env, context) {
      if (new URL(request.url).pathname === COST_PATH) return Promise.resolve(Response.json(cost));
      cost = { statements: 0, rows: 0 };
      const { DB, ...bindings } = env as { readonly DB: Database };
      return worker.fetch(request, { ...bindings, DB: count(DB, cost) }, context);
    },
  };
}

const inner = new WeakMap<Statement, Statement>();

function count(db: Database, cost: { statements: number; rows: number }): Database {
  const add = (answer: Answer): Answer => {
    cost.statements += 1;
    cost.rows += answer.meta.rows_read;
    return answer;
  };
  const wrap = (statement: Statement): Statement => {
    const wrapped: Statement = {
      bind: (...values) => wrap(statement.bind(...values)),
      all: async () => add(await statement.all()),
      run: async () => add(await statement.run()),
      async first(column) {
        const [row] = (await wrapped.all()).results;
        if (row === undefined) return null;
        return column === undefined ? row : row[column];
      },
    };
    inner.set(wrapped, statement);
    return wrapped;
  };
  return {
    prepare: (sql) => wrap(db.prepare(sql)),
    batch: async (statements) => (await db.batch(statements.map((one) => inner.get(one) ?? one))).map(add),
  };
}
