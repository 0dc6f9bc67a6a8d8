-- The newest reports of all clouds, for those who may read every one.
CREATE INDEX report_by_check ON report (checked_at DESC, uuid);
