import { number, record } from "#core/base/stored/shape.ts";

import type { Bindings } from "../state/bindings.ts";
import { MEMORY_BOUNDS } from "../state/memory-bounds.ts";
import { createMemory } from "../state/memory.ts";
import { readRow } from "../state/rows.ts";
import type { Snapshot } from "../state/site-context.ts";

/** A text about many clouds as it is sent, and when something in it changes by itself. */
export interface CloudText {
  readonly body: string;
  readonly nextChange: Date | undefined;
  /** Where the next part of the list is; undefined at its end. */
  readonly nextHref?: string | undefined;
  /** Whether made-up clouds are among them, where the page around it says so. */
  readonly isDemo?: boolean;
}

const memory = createMemory<CloudText>(MEMORY_BOUNDS.cloudPages);

/** Which state of all facts about clouds there is: another number, and lists say something else. One row. */
export async function cloudChange({ DB }: Pick<Bindings, "DB">): Promise<number> {
  const row = await readRow(record({ number }), DB.prepare("SELECT number FROM cloud_change"));
  return row?.number ?? 0;
}

/**
 * A page of many clouds, made once for each state of their facts and kept until something in it changes by itself. `address` names
 * it, with all that it depends on besides.
 */
export async function rememberedClouds(
  env: Pick<Bindings, "DB">,
  snapshot: Snapshot,
  address: string,
  now: Date,
  make: () => Promise<CloudText>,
): Promise<CloudText> {
  return memory.recall(await cloudKey(env, snapshot, address), now, async () => {
    const value = await make();
    return { value, until: value.nextChange };
  });
}

/**
 * Names a state of the facts, for memories. To be asked before anything is read: what is made from newer facts than the number says is
 * asked for under it by nobody.
 */
export async function cloudKey(env: Pick<Bindings, "DB">, snapshot: Snapshot, address: string): Promise<string> {
  return `${snapshot.id} ${snapshot.activatedAt?.toISOString() ?? ""} ${await cloudChange(env)} ${address}`;
}
