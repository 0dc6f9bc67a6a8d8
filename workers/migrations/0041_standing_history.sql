-- The changes of eighteen months and the newest results of a subject in a scope as one text, for its status page; made when
-- somebody asks, valid for the version of the facts that it was made from.
CREATE TABLE standing_history (
  subject    TEXT NOT NULL,
  scope_uuid TEXT NOT NULL,
  version    INTEGER NOT NULL, -- standing.version
  since      TEXT NOT NULL, -- UTC with microseconds; earlier changes are left out but for the last one of each testcase
  history    TEXT NOT NULL, -- JSON, as core/compliance/history/stored-history.ts writes it
  PRIMARY KEY (subject, scope_uuid)
) STRICT, WITHOUT ROWID;

-- The past is a fact too.
CREATE TRIGGER change_begins AFTER INSERT ON result_change BEGIN
  UPDATE standing SET version = version + 1, changed_by = NEW.report_uuid, next_change = ''
   WHERE subject = NEW.subject AND scope_uuid = NEW.scope_uuid
     AND (changed_by IS NOT NEW.report_uuid OR judged_version = version);
END;
CREATE TRIGGER change_changes AFTER UPDATE ON result_change BEGIN
  UPDATE standing SET version = version + 1, next_change = '' WHERE subject = NEW.subject AND scope_uuid = NEW.scope_uuid;
END;
CREATE TRIGGER change_moves AFTER UPDATE OF subject, scope_uuid ON result_change BEGIN
  UPDATE standing SET version = version + 1, next_change = '' WHERE subject = OLD.subject AND scope_uuid = OLD.scope_uuid;
END;
CREATE TRIGGER change_ends AFTER DELETE ON result_change BEGIN
  UPDATE standing SET version = version + 1, next_change = '' WHERE subject = OLD.subject AND scope_uuid = OLD.scope_uuid;
END;

-- How a scope was published over time: its files, without all others of a state.
CREATE INDEX snapshot_file_scopes ON snapshot_file (snapshot_id, path, sha256) WHERE kind = 'scope';
