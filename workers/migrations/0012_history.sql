-- A state that was imported later; its `activated_at` is the instant from which it was the published one.
ALTER TABLE activation ADD COLUMN imported INTEGER NOT NULL DEFAULT 0;

CREATE INDEX activation_by_time ON activation (activated_at, number);

CREATE INDEX activation_by_snapshot ON activation (snapshot_id, activated_at);

-- In which states a file has had which content.
CREATE INDEX snapshot_file_by_path ON snapshot_file (path, sha256);
