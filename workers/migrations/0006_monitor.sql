-- A decision of the certification body on a result of a report; without one a result is approved when it is a PASS.
CREATE TABLE approval (
  report_uuid TEXT NOT NULL REFERENCES report (uuid),
  testcase    TEXT NOT NULL,
  version     TEXT NOT NULL,
  approved    INTEGER NOT NULL CHECK (approved IN (0, 1)),
  decided_at  TEXT NOT NULL,
  decided_by  TEXT NOT NULL, -- account.subject; stays when the account goes
  PRIMARY KEY (report_uuid, testcase, version)
) STRICT, WITHOUT ROWID;

-- An upload whose bytes are being kept: gone with the transaction that stores its reports. What stays was never completed,
-- and the sweep removes its bytes.
CREATE TABLE pending_upload (
  document_sha256  TEXT NOT NULL,
  signature_sha256 TEXT NOT NULL,
  begun_at         TEXT NOT NULL, -- ISO instant, UTC
  PRIMARY KEY (document_sha256, signature_sha256)
) STRICT, WITHOUT ROWID;

-- The sweep asks whether a report has a signature.
CREATE INDEX report_by_signature ON report (signature_sha256);

CREATE INDEX latest_result_by_check ON latest_result (checked_at);
CREATE INDEX latest_result_by_expiry ON latest_result (expires_at);
CREATE INDEX result_change_by_time ON result_change (at);

-- Something a provider should know of: a first failure, or results that expired. Append-only.
CREATE TABLE notification (
  number      INTEGER PRIMARY KEY,
  kind        TEXT NOT NULL CHECK (kind IN ('failure', 'expiry')),
  subject     TEXT NOT NULL,
  scope_uuid  TEXT NOT NULL,
  at          TEXT NOT NULL, -- when it happened, UTC with microseconds
  noticed_at  TEXT NOT NULL, -- ISO instant, UTC
  report_uuid TEXT REFERENCES report (uuid), -- NULL: expired
  testcases   TEXT NOT NULL -- JSON array
) STRICT;

CREATE INDEX notification_by_subject ON notification (subject, number DESC);

-- How far the changes and the clock were looked at.
CREATE TABLE notice_cursor (
  only          INTEGER PRIMARY KEY CHECK (only = 1),
  change_number INTEGER NOT NULL, -- result_change.number
  expired_until TEXT NOT NULL     -- UTC with microseconds
) STRICT;

-- Where an account wants to be told. Never public.
CREATE TABLE webhook (
  id         TEXT PRIMARY KEY,
  subject    TEXT NOT NULL REFERENCES account (subject) ON DELETE CASCADE,
  url        TEXT NOT NULL,
  secret     TEXT NOT NULL, -- base64; signs the messages, so it is needed as it is
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX webhook_by_subject ON webhook (subject);

-- A message to a webhook, until it is delivered or given up: the log of deliveries too.
CREATE TABLE delivery (
  webhook_id          TEXT NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  notification_number INTEGER NOT NULL REFERENCES notification (number),
  attempts            INTEGER NOT NULL DEFAULT 0,
  next_attempt_at     TEXT, -- NULL: delivered or given up
  delivered_at        TEXT,
  last_outcome        TEXT, -- status of the answer, or that none came
  PRIMARY KEY (webhook_id, notification_number)
) STRICT, WITHOUT ROWID;

CREATE INDEX delivery_by_due ON delivery (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
