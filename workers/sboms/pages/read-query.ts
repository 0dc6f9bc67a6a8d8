import type { Context } from "hono";

import { publicJson } from "../../http/public-json.ts";
import type { WorkerEnv } from "../../state/bindings.ts";

/** Items on a page of a list. */
export const ITEMS_PER_PAGE = 100;
/** Pages beyond have never been asked for by people; deep offsets cost the database. */
const MAX_PAGE = 1000;
const MAX_VALUE_LENGTH = 200;
/** Seconds that caches may keep lists. */
const LIST_MAX_AGE_SECONDS = 60;

/** The page of a list that an address asks for, from 1; nonsense reads as the first page. */
export function readPage(context: Context<WorkerEnv>): number {
  const wanted = context.req.query("page") ?? "1";
  return /^[1-9]\d{0,3}$/.test(wanted) ? Math.min(Number(wanted), MAX_PAGE) : 1;
}

/** What narrows a list, by the names of the parameters; absent ones are empty. */
export function readFilters<Name extends string>(
  context: Context<WorkerEnv>,
  names: readonly Name[],
): Readonly<Record<Name, string>> {
  const entries = names.map((name) => [name, (context.req.query(name) ?? "").trim().slice(0, MAX_VALUE_LENGTH)]);
  return Object.fromEntries(entries) as Record<Name, string>;
}

/** Facts of SBOMs, as fresh as lists of them. */
export function sbomJsonResponse(context: Context<WorkerEnv>, value: unknown): Promise<Response> {
  return publicJson(context.req.raw, value, LIST_MAX_AGE_SECONDS);
}
