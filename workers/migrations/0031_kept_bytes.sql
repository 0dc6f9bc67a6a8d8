-- The sweep asks what names the bytes that it is to delete.
CREATE INDEX snapshot_file_by_content ON snapshot_file (sha256);
CREATE INDEX sbom_event_by_signature ON sbom_event (signature_sha256) WHERE signature_sha256 IS NOT NULL;
