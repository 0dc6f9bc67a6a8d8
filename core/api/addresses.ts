import type { Caching, Caller, Operation, OperationGroup, Slice } from "./operation.ts";
import { OPERATION_GROUPS } from "./operations/index.ts";

/** An address that answers: the worker mounts exactly these, and `/openapi.json` describes them. */
export interface Address {
  readonly method: "GET" | "POST" | "PUT" | "DELETE" | "OPTIONS";
  /** In the words of the router. */
  readonly pattern: string;
  /** The folder below `workers/` that answers. */
  readonly slice: Slice;
  readonly caller: Caller;
  readonly caching: Caching;
  /** Whether scripts of other sites may read the answer: what anybody may read and is more than a page. */
  readonly isOpen: boolean;
  /** Whether it answers below `/as-of/:date` and `/preview/:snapshot` too. */
  readonly inStates: boolean;
}

/** Where the pages of other states begin. */
export const STATE_BASES = ["/as-of/:date", "/preview/:snapshot"] as const;

/** The addresses that lead from a state to its overview. */
const STATE_ENTRIES: readonly Address[] = STATE_BASES.map((pattern) => ({
  method: "GET",
  pattern,
  slice: "pages",
  caller: "anybody",
  caching: "moment",
  isOpen: false,
  inStates: false,
}));

/** The table of all addresses. */
export const ADDRESSES: readonly Address[] = [...OPERATION_GROUPS.flatMap(addressesOf), ...STATE_ENTRIES].filter(
  // Two operations may be one address to the router: `table` and `table_full`.
  (address, index, all) => all.findIndex((other) => keyOf(other) === keyOf(address)) === index,
);

function addressesOf({ slice, operations }: OperationGroup): Address[] {
  return operations.flatMap((operation) =>
    operation.routes.map((pattern) => ({
      method: operation.method.toUpperCase() as Address["method"],
      pattern,
      slice: operation.slice ?? slice,
      caller: operation.caller ?? "anybody",
      caching: operation.caching ?? usualCaching(operation),
      isOpen: isOpen(operation),
      inStates: operation.inStates === true,
    })),
  );
}

function usualCaching({ method, caller = "anybody" }: Operation): Caching {
  return method === "get" && caller === "anybody" ? "minute" : "never";
}

function isOpen({ method, caller = "anybody", answers }: Operation): boolean {
  const types = Object.values(answers).flatMap(({ content = {} }) => Object.keys(content));
  return method === "get" && caller === "anybody" && types.some((type) => type !== "text/html");
}

/** What tells one address from all others. */
export function keyOf({ method, pattern }: Pick<Address, "method" | "pattern">): string {
  return `${method} ${pattern}`;
}
