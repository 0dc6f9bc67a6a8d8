import { nullable, number, object, text } from "#core/base/stored/shape.ts";

import type { Bindings } from "../../state/bindings.ts";
import { readRows } from "../../state/rows.ts";

/** An SBOM as other slices name it. */
export interface UploadedSbom {
  readonly id: string;
  /** What it is about, as it says itself. */
  readonly product: string | null;
  readonly version: string | null;
  readonly format: string;
  readonly componentCount: number;
  /** ISO instant. */
  readonly uploadedAt: string;
}

const uploadedSbom = object<UploadedSbom>({
  id: text,
  product: nullable(text),
  version: nullable(text),
  format: text,
  componentCount: number,
  uploadedAt: text,
});

/** SBOMs that some accounts uploaded, the last first; at most `limit`. */
export async function listSbomsUploadedBy(
  { DB }: Pick<Bindings, "DB">,
  subjects: readonly string[],
  limit: number,
): Promise<readonly UploadedSbom[]> {
  const results = await readRows(
    uploadedSbom,
    DB.prepare(
      `SELECT id, subject ->> 'name' AS product, subject ->> 'version' AS version, format,
            component_count AS componentCount, max(published_at) AS uploadedAt
       FROM sbom_owner JOIN sbom ON sbom.id = sbom_owner.sbom_id
       WHERE account IN (SELECT value FROM json_each(?1))
       GROUP BY id ORDER BY published_at DESC, id LIMIT ?2`,
    ).bind(JSON.stringify(subjects), limit),
  );
  return results;
}
