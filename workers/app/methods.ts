import type { Context, Hono } from "hono";

import { ADDRESSES, keyOf, STATE_BASES, type Address } from "#core/api/addresses.ts";

import { problemResponse } from "../http/problem.ts";
import type { WorkerEnv } from "../state/bindings.ts";

type App = Hono<WorkerEnv>;

/** Seconds that a browser may remember that scripts of other sites may read an address. */
const PREFLIGHT_SECONDS = 86_400;
/** What scripts of other sites may do with an open address, and the one header that they may add: a validator. */
const OPEN_METHODS = "GET, HEAD, OPTIONS";
const OPEN_HEADERS = "If-None-Match";

const METHODS = ["GET", "POST", "PUT", "DELETE", "OPTIONS"] as const;
const TABLE = new Map(ADDRESSES.map((address) => [keyOf(address), address]));

/** Every address that answers at a path, whatever its method; the router says which. */
export function addressesAt({ router }: App, path: string): readonly Address[] {
  return METHODS.flatMap((method) => {
    const [matched] = router.match(method, path);
    const route = matched.map(([[, one]]) => one).find((one) => one.method !== "ALL");
    const base = STATE_BASES.find((state) => route?.path.startsWith(`${state}/`) === true) ?? "";
    return TABLE.get(`${method} ${route?.path.slice(base.length) ?? ""}`) ?? [];
  });
}

/** The answer to a browser that asks whether a script of another site may read an open address; undefined for all else. */
export function answerOptions(app: App, { req }: Context<WorkerEnv>): Response | undefined {
  const addresses = req.method === "OPTIONS" ? addressesAt(app, req.path) : [];
  if (!addresses.some(({ isOpen }) => isOpen)) return undefined;
  return new Response(null, {
    status: 204,
    headers: {
      allow: methodsOf(addresses).join(", "),
      "access-control-allow-origin": "*",
      "access-control-allow-methods": OPEN_METHODS,
      "access-control-allow-headers": OPEN_HEADERS,
      "access-control-max-age": String(PREFLIGHT_SECONDS),
      "cache-control": `public, max-age=${PREFLIGHT_SECONDS}`,
    },
  });
}

/** 405 where an address is known and does not take the method (RFC 9110 §15.5.6); undefined where the method is not at fault. */
export function methodNotAllowed(app: App, { req }: Context<WorkerEnv>): Response | undefined {
  const allowed = methodsOf(addressesAt(app, req.path));
  if (allowed.length === 0 || allowed.includes(req.method)) return undefined;
  const allow = allowed.join(", ");
  const detail = `${req.method} is not possible at ${req.path}; it takes ${allow}.`;
  return problemResponse({ status: 405, title: "Method not allowed", detail }, { allow });
}

/** What may be asked for, as `Allow` says it: who can be read can be asked for its head, and open addresses for their options. */
function methodsOf(addresses: readonly Address[]): readonly string[] {
  const methods = new Set<string>(addresses.map(({ method }) => method));
  if (methods.has("GET")) methods.add("HEAD");
  if (addresses.some(({ isOpen }) => isOpen)) methods.add("OPTIONS");
  return ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"].filter((method) => methods.has(method));
}
