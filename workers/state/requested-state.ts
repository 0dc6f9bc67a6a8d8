import type { Context } from "hono";

import type { WorkerEnv } from "./bindings.ts";
import { currentSnapshot, type RequestedState } from "./site-context.ts";

/** The state that a request is about: the one that its address names, else the current one, now. */
export async function requestedState(context: Context<WorkerEnv>): Promise<RequestedState> {
  return context.get("requestedState") ?? { snapshot: await currentSnapshot(context.env), now: new Date() };
}

/** What the addresses of the requested state begin with: `/as-of/2024-03-01`, or nothing for the current state. */
export function requestedBase(context: Context<WorkerEnv>): string {
  return context.get("requestedState")?.snapshot.site.state?.base ?? "";
}
