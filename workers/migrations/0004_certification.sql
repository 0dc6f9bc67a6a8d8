-- A report that was accepted: evidence, never changed. Its bytes lie in R2 under blobs/<document_sha256>, the signature
-- that came with them under blobs/<signature_sha256>; both can be downloaded and verified again.
CREATE TABLE report (
  uuid             TEXT PRIMARY KEY, -- of the run, lower case
  subject          TEXT NOT NULL,
  scope_uuid       TEXT NOT NULL,
  checked_at       TEXT NOT NULL, -- UTC with microseconds, compares as text
  uploaded_at      TEXT NOT NULL,
  uploaded_by      TEXT NOT NULL, -- account.subject; stays when the account goes
  format           TEXT NOT NULL, -- yaml, json
  document_sha256  TEXT NOT NULL,
  document_index   INTEGER NOT NULL, -- which document of the upload, from 0
  signature_sha256 TEXT NOT NULL,
  key_name         TEXT NOT NULL,
  key_type         TEXT NOT NULL,
  key_blob         TEXT NOT NULL -- the registered key that verified it, as it was then
) STRICT, WITHOUT ROWID;

CREATE INDEX report_by_subject ON report (subject, checked_at DESC);
CREATE INDEX report_by_document ON report (document_sha256, document_index);

-- The newest result of every testcase: what pages, badges and status are made of, whatever the length of the history.
CREATE TABLE latest_result (
  subject     TEXT NOT NULL,
  scope_uuid  TEXT NOT NULL,
  testcase    TEXT NOT NULL,
  version     TEXT NOT NULL, -- '*', or the version that an old report names
  value       INTEGER NOT NULL CHECK (value IN (1, 0, -1)),
  checked_at  TEXT NOT NULL,
  expires_at  TEXT NOT NULL, -- by the lifetime of the testcase when it was reported; tells a gap in the history
  report_uuid TEXT NOT NULL REFERENCES report (uuid),
  PRIMARY KEY (subject, scope_uuid, testcase, version)
) STRICT, WITHOUT ROWID;

-- The history as a step function: a row where a value begins, and one with NULL where it expired without a successor.
-- A night that only confirms what was known adds nothing.
CREATE TABLE result_change (
  number      INTEGER PRIMARY KEY,
  subject     TEXT NOT NULL,
  scope_uuid  TEXT NOT NULL,
  testcase    TEXT NOT NULL,
  version     TEXT NOT NULL,
  at          TEXT NOT NULL,
  value       INTEGER CHECK (value IN (1, 0, -1)),
  report_uuid TEXT REFERENCES report (uuid) -- NULL: expired
) STRICT;

CREATE INDEX result_change_by_testcase ON result_change (subject, scope_uuid, testcase, at);
