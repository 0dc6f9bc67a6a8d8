-- A certificate: what was applied for. Rows never change; where it stands follows from its events.
CREATE TABLE certificate (
  number      INTEGER PRIMARY KEY, -- counts from 0; the position in the status lists
  id          TEXT NOT NULL UNIQUE, -- year of the application and its number in it: 2026-0017
  subject     TEXT NOT NULL,
  scope_uuid  TEXT NOT NULL,
  scope_alias TEXT NOT NULL, -- as it was called then
  scope_name  TEXT NOT NULL,
  version     TEXT NOT NULL,
  regions     TEXT NOT NULL, -- JSON array; [] for all
  demo        INTEGER NOT NULL
) STRICT;

CREATE INDEX certificate_by_subject ON certificate (subject, scope_uuid);

-- A step in the life of a certificate: who, when, why. Appended, never changed.
CREATE TABLE certificate_event (
  certificate_id TEXT NOT NULL REFERENCES certificate (id),
  number         INTEGER NOT NULL, -- from 1, without gaps; two steps at once cannot both be the next one
  kind           TEXT NOT NULL,
  at             TEXT NOT NULL, -- ISO instant from which it counts
  recorded_at    TEXT NOT NULL, -- ISO instant at which it was entered
  by_subject     TEXT NOT NULL, -- account.subject; stays when the account goes
  reason         TEXT NOT NULL, -- public
  facts          TEXT NOT NULL, -- JSON; what the kind says besides
  PRIMARY KEY (certificate_id, number)
) STRICT, WITHOUT ROWID;
