import type { Hono, MiddlewareHandler } from "hono";
import type { H } from "hono/types";

import { comparePatterns } from "#core/api/address-pattern.ts";
import { ADDRESSES, keyOf, STATE_BASES, type Address } from "#core/api/addresses.ts";
import type { Slice } from "#core/api/operation.ts";

import type { WorkerEnv } from "../state/bindings.ts";

/** What the slices answer, by the name of their folder. */
export type Slices = Readonly<Record<Slice, readonly Hono<WorkerEnv>[]>>;

type Answered = Address & { readonly handler: H };

/**
 * Mounts what the slices answer, each at its address in the table, and in other states where the table says so. The more precise
 * pattern comes first, so the order in which slices are named decides nothing. What they do before an answer (`use`) comes before
 * all answers.
 */
export function mountSlices(app: Hono<WorkerEnv>, slices: Slices): void {
  for (const { path, handler } of routesOf(slices).filter(({ method }) => method === "ALL")) app.use(path, handler);
  const answered = match(slices).flatMap((address) => {
    const bases = address.inStates ? ["", ...STATE_BASES] : [""];
    return bases.map((base) => ({ ...address, pattern: base + address.pattern }));
  });
  for (const { method, pattern, isOpen, handler } of answered.toSorted((a, b) =>
    comparePatterns(a.pattern, b.pattern),
  )) {
    if (isOpen) app.on(method, pattern, markOpen);
    app.on(method, pattern, handler);
  }
}

const markOpen: MiddlewareHandler<WorkerEnv> = (context, next) => {
  context.set("isOpen", true);
  return next();
};

/** What anybody may read, scripts of other sites may: every answer of an open address says so, problems included. */
export function openAnswers(): MiddlewareHandler<WorkerEnv> {
  return async function openAnswers(context, next) {
    await next();
    if (context.get("isOpen") === true) context.res.headers.set("access-control-allow-origin", "*");
  };
}

/** The table with its handlers. What is in one of both and not in the other is an error, as is an address of another slice. */
function match(slices: Slices): Answered[] {
  const table = new Map(ADDRESSES.map((address) => [keyOf(address), address]));
  const answered = new Map<string, Answered>();
  const faults: string[] = [];
  for (const { slice, method, path, handler } of routesOf(slices).filter((route) => route.method !== "ALL")) {
    const key = `${method} ${path}`;
    const address = table.get(key);
    if (address === undefined) faults.push(`${key} of ${slice} is in no operation of core/api/operations`);
    else if (address.slice !== slice)
      faults.push(`${key} is answered by ${slice}, its operation says ${address.slice}`);
    else if (answered.has(key)) faults.push(`${key} is answered twice`);
    else answered.set(key, { ...address, handler });
  }
  faults.push(...[...table.keys()].filter((key) => !answered.has(key)).map((key) => `${key} is answered by no slice`));
  if (faults.length > 0) throw new Error(`Addresses and their table differ:\n${faults.join("\n")}`);
  return [...answered.values()];
}

function routesOf(slices: Slices) {
  return Object.entries(slices).flatMap(([slice, parts]) =>
    parts.flatMap(({ routes }) => routes.map((route) => ({ ...route, slice }))),
  );
}
