-- Versions of one document belong together; what the components are, at a glance.
ALTER TABLE sbom ADD COLUMN series TEXT; -- serial number, or SPDX namespace and name without what makes it unique
ALTER TABLE sbom ADD COLUMN summary TEXT; -- JSON, as core/sboms/summarize-components.ts makes it
UPDATE sbom SET series = lower(serial_number) WHERE format = 'CycloneDX';
CREATE INDEX sbom_by_series ON sbom (series, uploaded_at DESC) WHERE series IS NOT NULL;

ALTER TABLE component ADD COLUMN bom_ref TEXT; -- what the document calls it
ALTER TABLE component ADD COLUMN ecosystem TEXT GENERATED ALWAYS AS (
  CASE WHEN purl LIKE 'pkg:%/%' THEN nullif(lower(substr(purl, 5, instr(substr(purl, 5), '/') - 1)), '') END
) VIRTUAL;

-- What a profile said of an SBOM when it was last asked; the whole answer lies in R2.
CREATE TABLE sbom_profile (
  sbom_id       TEXT NOT NULL REFERENCES sbom (id) ON DELETE CASCADE,
  profile       TEXT NOT NULL,
  rules_version INTEGER NOT NULL,
  satisfied     INTEGER NOT NULL,
  score         INTEGER NOT NULL, -- 0 to 100
  grade         TEXT NOT NULL,
  PRIMARY KEY (sbom_id, profile)
) STRICT, WITHOUT ROWID;
CREATE INDEX sbom_profile_by_result ON sbom_profile (profile, score);
CREATE INDEX sbom_profile_by_rules ON sbom_profile (rules_version);
-- Older than all rules, so they are asked anew.
INSERT INTO sbom_profile (sbom_id, profile, rules_version, satisfied, score, grade) SELECT id, '', 0, 0, 0, 'E' FROM sbom;

-- What happened to the bytes of an SBOM; append-only, and stays when the SBOM goes.
CREATE TABLE sbom_event (
  number           INTEGER PRIMARY KEY,
  sbom_id          TEXT NOT NULL,
  sha256           TEXT NOT NULL,
  kind             TEXT NOT NULL CHECK (kind IN ('published', 'sent again', 'withdrawn')),
  at               TEXT NOT NULL, -- ISO instant, UTC
  account          TEXT NOT NULL, -- account.subject; stays when the account goes
  reason           TEXT, -- of a withdrawal
  title            TEXT, -- of what was withdrawn: name and version of the product
  signature_sha256 TEXT, -- the signature lies in R2 under blobs/<sha256>
  key_name         TEXT,
  key_fingerprint  TEXT -- as `ssh-keygen -l` prints it
) STRICT;
CREATE INDEX sbom_event_by_sbom ON sbom_event (sbom_id, number);
CREATE INDEX sbom_event_by_sha256 ON sbom_event (sha256, number);
INSERT INTO sbom_event (sbom_id, sha256, kind, at, account)
  SELECT id, sha256, 'published', uploaded_at, uploaded_by FROM sbom ORDER BY uploaded_at, id;

-- A long SBOM that waits for its check, is being checked, or was: its bytes lie in R2 under uploads/<id> until then.
CREATE TABLE sbom_upload (
  id          TEXT PRIMARY KEY, -- digest of sender, bytes and strictness
  state       TEXT NOT NULL CHECK (state IN ('waiting', 'checking', 'done', 'failed')),
  task        TEXT NOT NULL, -- JSON: who sent what, signed how
  size_bytes  INTEGER NOT NULL,
  received_at TEXT NOT NULL,
  started_at  TEXT,
  finished_at TEXT,
  sbom_id     TEXT, -- of a done one
  problem     TEXT -- JSON (RFC 9457), of a failed one
) STRICT, WITHOUT ROWID;
CREATE INDEX sbom_upload_by_time ON sbom_upload (received_at);
