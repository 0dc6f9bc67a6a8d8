-- The revocation list, without all other steps of all certificates.
CREATE INDEX certificate_event_revoked ON certificate_event (certificate_id) WHERE kind = 'revoked';
-- When the next announced step counts.
CREATE INDEX certificate_event_by_time ON certificate_event (at);
