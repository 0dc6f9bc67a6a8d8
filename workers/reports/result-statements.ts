/**
 * What results change, as statements over many of them at once: `?1` is a JSON array of reports in the order of their checks, each
 * `{uuid, subject, scopeUuid, at, results: [[testcase, version, value, expiresAt]]}`.
 *
 * Results that are newer than what is known move the current state on. Those that arrive late change nothing of it, but the past: a
 * bad night stays in the history, whichever night was uploaded first.
 */

/** One result per testcase and instant; of two of one instant the graver counts, whichever came first. */
const NEW = `
  given AS (
    SELECT report.value ->> 'subject' AS subject, report.value ->> 'scopeUuid' AS scope_uuid, report.value ->> 'at' AS at,
           report.value ->> 'uuid' AS uuid, result.value ->> 0 AS testcase, result.value ->> 1 AS version,
           result.value ->> 2 AS value, result.value ->> 3 AS expires_at
      FROM json_each(?1) AS report, json_each(report.value, '$.results') AS result),
  gravest AS (
    SELECT subject, scope_uuid, testcase, version, at, min(value) AS value, expires_at, uuid
      FROM given GROUP BY subject, scope_uuid, testcase, version, at),
  new AS (
    SELECT gravest.*, latest.checked_at AS known_at, latest.value AS known_value, latest.expires_at AS known_expiry
      FROM gravest LEFT JOIN latest_result AS latest
        ON latest.subject = gravest.subject AND latest.scope_uuid = gravest.scope_uuid
       AND latest.testcase = gravest.testcase AND latest.version = gravest.version)`;

const BY_TESTCASE = "PARTITION BY subject, scope_uuid, testcase, version ORDER BY at";

/** Results that move the current state on, each with the one before it: of the same upload, else the newest known one. */
const STEPS = `WITH ${NEW},
  newer AS (
    SELECT *, lag(at) OVER testcases AS lag_at, lag(value) OVER testcases AS lag_value, lag(expires_at) OVER testcases AS lag_expiry
      FROM new WHERE known_at IS NULL OR at > known_at OR (at = known_at AND value < known_value)
    WINDOW testcases AS (${BY_TESTCASE})),
  steps AS (
    SELECT *, coalesce(lag_at, known_at) AS former_at, coalesce(lag_value, known_value) AS former_value,
           coalesce(lag_expiry, known_expiry) AS former_expiry FROM newer)`;

/** A night that expired before the next one came: the history has a gap there. */
const INSERT_LAPSES = `
  INSERT INTO result_change (subject, scope_uuid, testcase, version, at, value, former_checked_at)
  ${STEPS}
  SELECT subject, scope_uuid, testcase, version, former_expiry, NULL, former_at FROM steps
   WHERE former_expiry <= at ORDER BY at`;

const INSERT_CHANGES = `
  INSERT INTO result_change (subject, scope_uuid, testcase, version, at, value, report_uuid, former_checked_at)
  ${STEPS}
  SELECT subject, scope_uuid, testcase, version, at, value, uuid, former_at FROM steps
   WHERE former_at IS NULL OR former_value <> value OR former_expiry <= at OR former_at = at ORDER BY at`;

const UPDATE_LATEST = `
  INSERT INTO latest_result (subject, scope_uuid, testcase, version, value, checked_at, expires_at, report_uuid)
  WITH ${NEW}
  SELECT subject, scope_uuid, testcase, version, value, at, expires_at, uuid FROM gravest WHERE true ORDER BY at
  ON CONFLICT (subject, scope_uuid, testcase, version) DO UPDATE
    SET value = excluded.value, checked_at = excluded.checked_at, expires_at = excluded.expires_at,
        report_uuid = excluded.report_uuid
  WHERE excluded.checked_at > latest_result.checked_at
     OR (excluded.checked_at = latest_result.checked_at AND excluded.value < latest_result.value)`;

function changeBeside(order: string): string {
  return `(SELECT number FROM result_change AS other
            WHERE other.subject = late.subject AND other.scope_uuid = late.scope_uuid AND other.testcase = late.testcase
              AND other.version = late.version AND ${order} LIMIT 1)`;
}

/**
 * Results that arrive late, with what the history says at their instant (`held`, NULL: nothing, or expired), where its next change
 * is, their neighbors in the upload, and the next check of the cloud in the scope. Up to that check the late result held; then what
 * was known holds again.
 */
const LATE = `WITH ${NEW},
  late AS (
    SELECT *, lag(at) OVER testcases AS lag_at, lag(value) OVER testcases AS lag_value, lead(at) OVER testcases AS lead_at,
           lag(expires_at) OVER testcases AS lag_expiry
      FROM new WHERE at < known_at WINDOW testcases AS (${BY_TESTCASE})),
  beside AS (
    SELECT late.*, held.at AS held_at, held.value AS held, next.number AS next_number,
           min(coalesce(next.at, late.lead_at), coalesce(late.lead_at, next.at)) AS next_at,
           (SELECT min(checked_at) FROM report WHERE report.subject = late.subject AND report.scope_uuid = late.scope_uuid
               AND report.checked_at > late.at) AS resumed_at,
           (SELECT max(checked_at) FROM report WHERE report.subject = late.subject AND report.scope_uuid = late.scope_uuid
               AND report.checked_at < late.at) AS checked_before
      FROM late
      LEFT JOIN result_change AS held ON held.number =
        ${changeBeside("other.at <= late.at ORDER BY other.at DESC, other.number DESC")}
      LEFT JOIN result_change AS next ON next.number = ${changeBeside("other.at > late.at ORDER BY other.at, other.number")}),
  placed AS (
    SELECT *, held IS NOT NULL AND resumed_at IS NOT NULL AND (next_at IS NULL OR resumed_at < next_at) AS is_resumed,
           lag_at IS NOT NULL AND (held_at IS NULL OR lag_at > held_at)
             AND NOT (held IS NOT NULL AND checked_before > lag_at)
             AND NOT (held IS NULL AND lag_expiry <= at) AS follows_other
      FROM beside)`;

/** Where nothing held, a late result expires as any other. */
const INSERT_LATE_LAPSES = `
  INSERT INTO result_change (subject, scope_uuid, testcase, version, at, value, former_checked_at)
  ${LATE}
  SELECT subject, scope_uuid, testcase, version, expires_at, NULL, at FROM placed
   WHERE held IS NULL AND expires_at < next_at ORDER BY at`;

const INSERT_RESUMED = `
  INSERT INTO result_change (subject, scope_uuid, testcase, version, at, value, report_uuid, former_checked_at)
  ${LATE}
  SELECT subject, scope_uuid, testcase, version, resumed_at, held,
         (SELECT min(report.uuid) FROM report WHERE report.subject = placed.subject AND report.scope_uuid = placed.scope_uuid
             AND report.checked_at = placed.resumed_at), at
    FROM placed WHERE is_resumed AND held <> value AND (held_at < at OR value < held) ORDER BY at`;

const INSERT_LATE_CHANGES = `
  INSERT INTO result_change (subject, scope_uuid, testcase, version, at, value, report_uuid, former_checked_at)
  ${LATE}
  SELECT subject, scope_uuid, testcase, version, at, value, uuid,
         CASE WHEN follows_other THEN lag_at WHEN held IS NOT NULL THEN max(held_at, coalesce(checked_before, held_at)) END
    FROM placed
   WHERE (CASE WHEN follows_other THEN lag_value ELSE held END) IS NOT value
     AND (held_at IS NULL OR held_at < at OR held IS NULL OR value < held) ORDER BY at`;

/** What the next change ended was confirmed later than it was known. */
const CONFIRM_FORMER = `
  UPDATE result_change SET former_checked_at = confirmed.at
    FROM (${LATE} SELECT next_number, max(at) AS at FROM placed WHERE lead_at IS NULL OR lead_at > next_at GROUP BY next_number)
         AS confirmed
   WHERE result_change.number = confirmed.next_number AND result_change.value IS NOT NULL
     AND (former_checked_at IS NULL OR former_checked_at < confirmed.at)`;

/** What a late night confirmed expires later than was known; where the next night came before that, not at all. */
const EXTENDED = `
  ${LATE},
  extended AS (
    SELECT lapse.number, max(expires_at) AS until, max(placed.at) AS at,
           (SELECT min(other.at) FROM result_change AS other
             WHERE other.subject = lapse.subject AND other.scope_uuid = lapse.scope_uuid AND other.testcase = lapse.testcase
               AND other.version = lapse.version AND other.at > lapse.at) AS followed_at
      FROM placed JOIN result_change AS lapse ON lapse.number = next_number
     WHERE lapse.value IS NULL AND expires_at > lapse.at GROUP BY lapse.number)`;

const CLOSE_GAPS = `
  DELETE FROM result_change WHERE number IN (${EXTENDED} SELECT number FROM extended WHERE followed_at < until)`;

const SHORTEN_GAPS = `
  UPDATE result_change SET at = extended.until, former_checked_at = extended.at
    FROM (${EXTENDED} SELECT * FROM extended WHERE followed_at IS NULL OR followed_at >= until) AS extended
   WHERE result_change.number = extended.number`;

/** In this order, in one transaction, after the reports themselves. */
export const RESULT_STATEMENTS: readonly string[] = [
  INSERT_LATE_LAPSES,
  INSERT_RESUMED,
  INSERT_LATE_CHANGES,
  CLOSE_GAPS,
  SHORTEN_GAPS,
  CONFIRM_FORMER,
  INSERT_LAPSES,
  INSERT_CHANGES,
  UPDATE_LATEST,
];
