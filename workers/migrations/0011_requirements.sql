-- The normative sentences of a document, in order: JSON array, see core/requirements/normative-sentence.ts.
ALTER TABLE rendition ADD COLUMN requirements TEXT NOT NULL DEFAULT '[]';

-- One row per text that a document had: which requirement each of its sentences is. Append-only. Two activations at once
-- write the same change number, and the later one begins anew.
CREATE TABLE requirement_text (
  document         TEXT NOT NULL, -- scs-0100-v3, whatever the slug
  change           INTEGER NOT NULL, -- from 1
  sha256           TEXT NOT NULL, -- of the file
  renderer_version INTEGER NOT NULL, -- of the reading of its sentences
  snapshot_id      TEXT NOT NULL REFERENCES snapshot (id), -- in which it came
  numbers          TEXT NOT NULL, -- JSON array: number of the sentence at each position
  PRIMARY KEY (document, change)
) STRICT, WITHOUT ROWID;

CREATE INDEX requirement_text_by_content ON requirement_text (sha256, renderer_version);

-- A requirement and its sentence as it was last. Rows are never deleted: a number is never used again.
CREATE TABLE requirement (
  document       TEXT NOT NULL,
  number         INTEGER NOT NULL, -- 7 for R07
  level          TEXT NOT NULL, -- MUST, SHOULD, MAY
  text           TEXT NOT NULL,
  details        TEXT,
  section        TEXT, -- anchor
  hash           TEXT NOT NULL, -- SHA-256 of text and details
  first_snapshot TEXT NOT NULL REFERENCES snapshot (id),
  last_snapshot  TEXT NOT NULL REFERENCES snapshot (id), -- in which the text came or changed last
  is_changed     INTEGER NOT NULL, -- the sentence is not the one that it began with
  is_current     INTEGER NOT NULL, -- it stands in the text that was published last
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;
