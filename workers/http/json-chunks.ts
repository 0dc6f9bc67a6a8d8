/**
 * Rows travel to D1 as JSON, which a statement takes apart. D1 takes values of 2,000,000 bytes; half a million characters stay
 * below that even in three bytes each.
 */
const MAX_CHUNK_LENGTH = 500_000;

/**
 * Rows as JSON arrays of at most half a million characters each, in order; a longer row is alone. None for no rows.
 */
export function jsonChunks(rows: readonly unknown[]): readonly string[] {
  const chunks: string[] = [];
  let parts: string[] = [];
  let length = 0;
  for (const row of rows) {
    const json = JSON.stringify(row);
    if (length + json.length > MAX_CHUNK_LENGTH && parts.length > 0) {
      chunks.push(`[${parts.join()}]`);
      parts = [];
      length = 0;
    }
    parts.push(json);
    length += json.length + 1;
  }
  if (parts.length > 0) chunks.push(`[${parts.join()}]`);
  return chunks;
}
