-- How a subject stands in a scope, as `standingAt` judged it: made from facts, and made anew whenever they are not the same any
-- more. A row exists for every pair that has facts; triggers make it and count `version` up in the transaction that changes a
-- fact, whoever writes it. A judgement is valid for the version that it was made from, for the rules that it was made by, and
-- from `judged_at` until just before `next_change`.
CREATE TABLE standing (
  subject        TEXT NOT NULL,
  scope_uuid     TEXT NOT NULL,
  version        INTEGER NOT NULL DEFAULT 1, -- of the facts
  changed_by     TEXT, -- report_uuid of the change before: the results of one report count once
  judged_version INTEGER, -- of the facts that were judged; NULL: never yet
  rules          TEXT, -- version of the judge, digest of the scope file, time zone
  judged_at      TEXT, -- ISO instant, UTC
  next_change    TEXT DEFAULT '', -- ISO instant, UTC; '': facts changed since; NULL: never
  judgement      TEXT, -- JSON, as core/compliance/standing/stored-standing.ts writes it
  PRIMARY KEY (subject, scope_uuid)
) STRICT, WITHOUT ROWID;

-- What the clock asks: what is due, and what was judged by other rules.
CREATE INDEX standing_by_change ON standing (scope_uuid, next_change);
CREATE INDEX standing_by_rules ON standing (scope_uuid, rules);

-- Every subject that has an account or ever reported, for lists. Made by triggers.
CREATE TABLE cloud (
  number       INTEGER PRIMARY KEY,
  subject      TEXT NOT NULL UNIQUE,
  group_name   TEXT, -- as in account
  demo         INTEGER NOT NULL DEFAULT 0, -- as in account
  has_account  INTEGER NOT NULL DEFAULT 0,
  has_reported INTEGER NOT NULL DEFAULT 0,
  is_described INTEGER NOT NULL DEFAULT 0 -- by a provider file of the current state, by itself or with its group
) STRICT;

CREATE INDEX cloud_by_group ON cloud (group_name, subject) WHERE group_name IS NOT NULL;
-- Those that stand in lists by their subject alone.
CREATE INDEX cloud_nameless ON cloud (subject) WHERE has_reported = 1 AND is_described = 0;
-- Which of some clouds are made up.
CREATE INDEX cloud_demo ON cloud (subject) WHERE demo = 1;
-- Groups are found by their members.
CREATE INDEX cloud_in_described_group ON cloud (subject) WHERE group_name IS NOT NULL AND is_described = 1;

-- The nameless ones by any three letters of their subject.
CREATE VIRTUAL TABLE cloud_search USING fts5 (subject, tokenize = 'trigram');

-- Subjects and groups (`group-<name>`) that the provider files of the current state describe; filled with every activation.
CREATE TABLE described_cloud (
  name TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Counts every change of what lists of clouds say: a page that was made from this number is still the same.
CREATE TABLE cloud_change (
  only   INTEGER PRIMARY KEY CHECK (only = 1),
  number INTEGER NOT NULL
) STRICT;
INSERT INTO cloud_change (only, number) VALUES (1, 0);

CREATE TRIGGER standing_begins AFTER INSERT ON standing BEGIN
  UPDATE cloud_change SET number = number + 1;
END;
CREATE TRIGGER standing_changes AFTER UPDATE OF version ON standing BEGIN
  UPDATE cloud_change SET number = number + 1;
END;

CREATE TRIGGER cloud_begins AFTER INSERT ON cloud BEGIN
  UPDATE cloud SET is_described =
      EXISTS (SELECT 1 FROM described_cloud WHERE name IN (NEW.subject, 'group-' || NEW.group_name))
    WHERE number = NEW.number;
  UPDATE cloud_change SET number = number + 1;
END;
CREATE TRIGGER cloud_moves AFTER UPDATE OF group_name ON cloud BEGIN
  UPDATE cloud SET is_described =
      EXISTS (SELECT 1 FROM described_cloud WHERE name IN (NEW.subject, 'group-' || NEW.group_name))
    WHERE number = NEW.number;
END;
CREATE TRIGGER cloud_changes AFTER UPDATE ON cloud BEGIN
  UPDATE cloud_change SET number = number + 1;
END;
CREATE TRIGGER cloud_ends AFTER DELETE ON cloud BEGIN
  UPDATE cloud_change SET number = number + 1;
END;

CREATE TRIGGER cloud_is_found AFTER UPDATE OF has_reported, is_described ON cloud
  WHEN NEW.has_reported = 1 AND NEW.is_described = 0
BEGIN
  DELETE FROM cloud_search WHERE rowid = NEW.number;
  INSERT INTO cloud_search (rowid, subject) VALUES (NEW.number, NEW.subject);
END;
CREATE TRIGGER cloud_is_not_found AFTER UPDATE OF has_reported, is_described ON cloud
  WHEN NEW.has_reported = 0 OR NEW.is_described = 1
BEGIN
  DELETE FROM cloud_search WHERE rowid = NEW.number;
END;

CREATE TRIGGER described_begins AFTER INSERT ON described_cloud BEGIN
  UPDATE cloud SET is_described = 1 WHERE subject = NEW.name AND is_described = 0;
  UPDATE cloud SET is_described = 1 WHERE group_name = substr(NEW.name, 7) AND NEW.name LIKE 'group-%' AND is_described = 0;
END;
CREATE TRIGGER described_ends AFTER DELETE ON described_cloud BEGIN
  UPDATE cloud SET is_described = EXISTS (SELECT 1 FROM described_cloud WHERE name IN (subject, 'group-' || group_name))
   WHERE subject = OLD.name;
  UPDATE cloud SET is_described = EXISTS (SELECT 1 FROM described_cloud WHERE name IN (subject, 'group-' || group_name))
   WHERE group_name = substr(OLD.name, 7) AND OLD.name LIKE 'group-%';
END;

CREATE TRIGGER account_begins AFTER INSERT ON account BEGIN
  INSERT INTO cloud (subject, group_name, demo, has_account) VALUES (NEW.subject, NEW.group_name, NEW.demo, 1)
    ON CONFLICT (subject) DO UPDATE SET group_name = excluded.group_name, demo = excluded.demo, has_account = 1;
END;
CREATE TRIGGER account_changes AFTER UPDATE ON account
  WHEN OLD.group_name IS NOT NEW.group_name OR OLD.demo <> NEW.demo
BEGIN
  UPDATE cloud SET group_name = NEW.group_name, demo = NEW.demo WHERE subject = NEW.subject;
END;
CREATE TRIGGER account_ends AFTER DELETE ON account BEGIN
  DELETE FROM cloud WHERE subject = OLD.subject AND has_reported = 0;
  UPDATE cloud SET group_name = NULL, demo = 0, has_account = 0 WHERE subject = OLD.subject;
END;

CREATE TRIGGER result_begins AFTER INSERT ON latest_result BEGIN
  INSERT INTO standing (subject, scope_uuid, changed_by) VALUES (NEW.subject, NEW.scope_uuid, NEW.report_uuid)
    ON CONFLICT (subject, scope_uuid) DO UPDATE
      SET version = version + 1, changed_by = excluded.changed_by, next_change = ''
    WHERE changed_by IS NOT excluded.changed_by OR judged_version = version;
  INSERT INTO cloud (subject, has_reported) VALUES (NEW.subject, 1)
    ON CONFLICT (subject) DO UPDATE SET has_reported = 1 WHERE has_reported = 0;
END;
CREATE TRIGGER result_changes AFTER UPDATE ON latest_result BEGIN
  INSERT INTO standing (subject, scope_uuid, changed_by) VALUES (NEW.subject, NEW.scope_uuid, NEW.report_uuid)
    ON CONFLICT (subject, scope_uuid) DO UPDATE
      SET version = version + 1, changed_by = excluded.changed_by, next_change = ''
    WHERE changed_by IS NOT excluded.changed_by OR judged_version = version OR OLD.report_uuid = NEW.report_uuid;
END;
CREATE TRIGGER result_moves AFTER UPDATE OF subject, scope_uuid ON latest_result
  WHEN OLD.subject <> NEW.subject OR OLD.scope_uuid <> NEW.scope_uuid
BEGIN
  UPDATE standing SET version = version + 1, next_change = '' WHERE subject = OLD.subject AND scope_uuid = OLD.scope_uuid;
  UPDATE cloud SET has_reported = EXISTS (SELECT 1 FROM latest_result WHERE subject = OLD.subject) WHERE subject = OLD.subject;
  INSERT INTO cloud (subject, has_reported) VALUES (NEW.subject, 1)
    ON CONFLICT (subject) DO UPDATE SET has_reported = 1 WHERE has_reported = 0;
END;
CREATE TRIGGER result_ends AFTER DELETE ON latest_result BEGIN
  UPDATE standing SET version = version + 1, next_change = '' WHERE subject = OLD.subject AND scope_uuid = OLD.scope_uuid;
  UPDATE cloud SET has_reported = EXISTS (SELECT 1 FROM latest_result WHERE subject = OLD.subject) WHERE subject = OLD.subject;
END;

CREATE TRIGGER certificate_begins AFTER INSERT ON certificate BEGIN
  INSERT INTO standing (subject, scope_uuid) VALUES (NEW.subject, NEW.scope_uuid)
    ON CONFLICT (subject, scope_uuid) DO UPDATE SET version = version + 1, next_change = '';
END;
CREATE TRIGGER certificate_step AFTER INSERT ON certificate_event BEGIN
  INSERT INTO standing (subject, scope_uuid)
    SELECT subject, scope_uuid FROM certificate WHERE id = NEW.certificate_id
    ON CONFLICT (subject, scope_uuid) DO UPDATE SET version = version + 1, next_change = '';
END;

-- What there is already.
INSERT INTO described_cloud (name)
  SELECT DISTINCT subject.value
    FROM current_snapshot JOIN snapshot_file USING (snapshot_id) JOIN rendition USING (path, kind, sha256),
         json_each(facts, '$.offerings') AS offering, json_each(offering.value, '$.subjects') AS subject
   WHERE kind = 'provider' AND json_valid(facts);
INSERT INTO cloud (subject, group_name, demo, has_account) SELECT subject, group_name, demo, 1 FROM account;
INSERT INTO cloud (subject, has_reported) SELECT DISTINCT subject, 1 FROM latest_result WHERE true
  ON CONFLICT (subject) DO UPDATE SET has_reported = 1;
INSERT INTO standing (subject, scope_uuid) SELECT subject, scope_uuid FROM latest_result
  UNION SELECT subject, scope_uuid FROM certificate;
