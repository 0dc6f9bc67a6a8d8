/**
 * The worker as the tests run it: its own code, with a database that refuses what D1 refuses and counts what it is asked.
 */
import worker from "../../workers/app/index.ts";
import type { Bindings } from "../../workers/state/bindings.ts";
import { limitDatabase, noCost, type DatabaseCost } from "./d1-limits.ts";

let last = noCost();

/** What the newest request asked of the database. */
export function lastCost(): Readonly<DatabaseCost> {
  return last;
}

function bounded<Env extends Pick<Bindings, "DB">>(env: Env): Env {
  last = noCost();
  return { ...env, DB: limitDatabase(env.DB, last) };
}

export default {
  fetch: (request, env, context) => worker.fetch(request, bounded(env), context),
  scheduled: (controller, env) => worker.scheduled(controller, bounded(env)),
  queue: (batch, env) => worker.queue(batch, bounded(env)),
} satisfies ExportedHandler<Bindings, { readonly upload: string }>;
