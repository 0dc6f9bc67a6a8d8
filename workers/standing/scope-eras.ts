import { record, text } from "#core/base/stored/shape.ts";
import type { ScopeEra } from "#core/compliance/history/history-rows.ts";

import type { Bindings } from "../state/bindings.ts";
import { readRows } from "../state/rows.ts";
import type { PublishedScope } from "#core/standards/scopes/published-scope.ts";
import { readScope } from "./published-scopes.ts";

/** Texts of a scope that are looked at; one that is published anew every day for years is cut to its newest ones. */
const MAX_ERAS = 50;

/** Only activations that changed the text of the scope. */
const ERAS = `
  SELECT activated_at AS activatedAt, path, sha256
    FROM (SELECT activated_at, activation.number, file.path, file.sha256,
                 lag(file.sha256) OVER (ORDER BY activated_at, activation.number) AS former
            FROM activation JOIN snapshot_file AS file INDEXED BY snapshot_file_scopes USING (snapshot_id)
           WHERE file.kind = 'scope' AND substr('/' || file.path, -length(?1)) = ?1)
   WHERE former IS NOT sha256
   ORDER BY activated_at DESC, number DESC LIMIT ${MAX_ERAS}`;

/** A scope as it was published over time, oldest first; the last one is the current one. */
export async function scopeEras(
  env: Pick<Bindings, "DB" | "BLOBS">,
  { alias, scope }: PublishedScope,
): Promise<readonly ScopeEra[]> {
  const results = await readRows(
    record({ activatedAt: text, path: text, sha256: text }),
    env.DB.prepare(ERAS).bind(`/${alias}.yaml`),
  );
  const eras = await Promise.all(
    results.toReversed().map(async ({ activatedAt, path, sha256 }) => {
      const published = await readScope(env, path, sha256);
      // A file of the same name may have been about something else.
      return published?.uuid === scope.uuid ? [{ from: new Date(activatedAt), scope: published }] : [];
    }),
  );
  const known = eras.flat();
  return known.length === 0 ? [{ from: new Date(0), scope }] : known;
}

/** The scope as it was published at an instant; before it was first published, as it was then. */
export function scopeAt(eras: readonly ScopeEra[], instant: Date): ScopeEra | undefined {
  return eras.findLast(({ from }) => from <= instant) ?? eras[0];
}
