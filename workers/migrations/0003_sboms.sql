-- A published SBOM; its bytes lie in R2 under blobs/<sha256>. Rows never change.
CREATE TABLE sbom (
  id              TEXT PRIMARY KEY, -- first hexadecimal digits of the SHA-256
  sha256          TEXT NOT NULL UNIQUE,
  size_bytes      INTEGER NOT NULL,
  format          TEXT NOT NULL, -- CycloneDX
  format_version  TEXT NOT NULL, -- 1.6
  serial_number   TEXT,
  version         INTEGER, -- of the document under its serial number
  subject         TEXT NOT NULL, -- JSON {name, version, purl}, {} when it names none
  subject_name    TEXT GENERATED ALWAYS AS (subject ->> 'name') VIRTUAL,
  made_at         TEXT, -- as the document says, RFC 3339
  component_count INTEGER NOT NULL,
  findings        TEXT NOT NULL, -- JSON array, capped
  finding_counts  TEXT NOT NULL, -- JSON {error, warning, note}
  uploaded_at     TEXT NOT NULL, -- ISO instant, UTC
  uploaded_by     TEXT NOT NULL, -- account.subject; stays when the account goes
  demo            INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sbom_by_upload ON sbom (uploaded_at DESC);
CREATE INDEX sbom_by_serial_number ON sbom (serial_number, version) WHERE serial_number IS NOT NULL;

-- A component of an SBOM; nested ones too. Long texts are cut, the bytes keep them.
CREATE TABLE component (
  sbom_id    TEXT NOT NULL REFERENCES sbom (id) ON DELETE CASCADE,
  number     INTEGER NOT NULL, -- in the order of the document, from 0
  pointer    TEXT NOT NULL, -- JSON pointer
  type       TEXT NOT NULL,
  group_name TEXT,
  name       TEXT NOT NULL,
  version    TEXT,
  purl       TEXT,
  licenses   TEXT NOT NULL, -- JSON array of ids, names, expressions
  hashes     TEXT NOT NULL, -- JSON array of {alg, content}
  PRIMARY KEY (sbom_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX component_by_purl ON component (purl) WHERE purl IS NOT NULL;
CREATE INDEX component_by_name ON component (name);
