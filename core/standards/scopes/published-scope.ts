import type { Scope } from "./scope.ts";

/** A scope that a state publishes and that can be evaluated. */
export interface PublishedScope {
  /** File name without `.yaml`, as in addresses. */
  readonly alias: string;
  readonly scope: Scope;
}
