/** Subjects and groups that the provider files of the current state describe, by their newest rendition. */
const DESCRIBED = `
  SELECT subject.value AS name
    FROM current_snapshot JOIN snapshot_file USING (snapshot_id) JOIN rendition USING (path, kind, sha256),
         json_each(facts, '$.offerings') AS offering, json_each(offering.value, '$.subjects') AS subject
   WHERE kind = 'provider' AND json_valid(facts)`;

/** For the transaction of an activation: lists of clouds know which ones stand in them by more than their subject. */
export function describedStatements(db: D1Database): readonly D1PreparedStatement[] {
  return [
    db.prepare(`DELETE FROM described_cloud WHERE name NOT IN (${DESCRIBED})`),
    db.prepare(
      `INSERT INTO described_cloud (name) SELECT DISTINCT name FROM (${DESCRIBED}) WHERE true ON CONFLICT DO NOTHING`,
    ),
  ];
}
