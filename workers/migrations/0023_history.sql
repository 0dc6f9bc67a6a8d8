-- When the value that ends with a change was last confirmed: tells what held on a past day, and the last pass beyond doubt.
ALTER TABLE result_change ADD COLUMN former_checked_at TEXT;

-- Words of the certification body on a bad period; appended, never changed. Results stay as they are.
CREATE TABLE history_annotation (
  number      INTEGER PRIMARY KEY,
  subject     TEXT NOT NULL,
  scope_uuid  TEXT NOT NULL,
  withdraws   INTEGER UNIQUE REFERENCES history_annotation (number), -- an earlier one that no longer stands
  kind        TEXT CHECK (kind IN ('cloud-defect', 'test-defect', 'procedure')), -- NULL: withdraws
  from_at     TEXT, -- ISO instants; NULL: withdraws
  to_at       TEXT, -- excluded; NULL: goes on
  note        TEXT NOT NULL, -- public
  by_subject  TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;

CREATE INDEX history_annotation_by_subject ON history_annotation (subject, scope_uuid);
