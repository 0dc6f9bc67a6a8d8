-- A snapshot is the published state of a tree; its id is the SHA-256 of its manifest, so the same tree has the same id.
CREATE TABLE snapshot (
  id         TEXT PRIMARY KEY,
  created_at TEXT NOT NULL -- ISO instant, UTC
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshot_file (
  snapshot_id TEXT NOT NULL REFERENCES snapshot (id),
  path        TEXT NOT NULL,
  kind        TEXT NOT NULL, -- config, document, scope, release, sbom, provider
  sha256      TEXT NOT NULL, -- bytes in R2 under blobs/<sha256>
  PRIMARY KEY (snapshot_id, path)
) STRICT, WITHOUT ROWID;

-- What the worker made of a file, once per content: its facts, its findings, and (documents and releases) a fragment in
-- R2 under rendered/<renderer_version>/<kind>/<sha256>.
CREATE TABLE rendition (
  path             TEXT NOT NULL,
  kind             TEXT NOT NULL,
  sha256           TEXT NOT NULL,
  renderer_version INTEGER NOT NULL,
  facts            TEXT NOT NULL, -- JSON; what lists and headers need
  toc              TEXT NOT NULL, -- JSON array of {depth, id, text}
  findings         TEXT NOT NULL, -- JSON array of findings, capped
  PRIMARY KEY (path, kind, sha256, renderer_version)
) STRICT, WITHOUT ROWID;

-- The pointer that activation flips, and the log of its movements.
CREATE TABLE current_snapshot (
  only         INTEGER PRIMARY KEY CHECK (only = 1),
  snapshot_id  TEXT NOT NULL REFERENCES snapshot (id),
  activated_at TEXT NOT NULL -- ISO instant, UTC
) STRICT;

CREATE TABLE activation (
  number       INTEGER PRIMARY KEY,
  snapshot_id  TEXT NOT NULL REFERENCES snapshot (id),
  activated_at TEXT NOT NULL
) STRICT;
