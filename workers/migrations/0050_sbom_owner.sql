-- Who publishes an SBOM: every account that sent its bytes, each for itself. An account that withdraws takes its row away; with
-- the last one the SBOM goes.
CREATE TABLE sbom_owner (
  sbom_id      TEXT NOT NULL REFERENCES sbom (id) ON DELETE CASCADE,
  account      TEXT NOT NULL, -- account.subject; stays when the account goes
  published_at TEXT NOT NULL, -- ISO instant, UTC
  demo         INTEGER NOT NULL,
  series       TEXT, -- as in sbom
  link_version INTEGER, -- version that BOM-Links name; NULL where they name none, or another document of the account
  PRIMARY KEY (sbom_id, account)
) STRICT, WITHOUT ROWID;

-- An account has one document under a serial number and version; SQLite takes any number of NULLs.
CREATE UNIQUE INDEX sbom_owner_by_series ON sbom_owner (account, series, link_version);
CREATE INDEX sbom_owner_by_account ON sbom_owner (account, published_at DESC);

-- In which order accounts began to publish under a serial number or namespace; stays when they withdraw, so that nobody moves up
-- while the first one replaces a document.
CREATE TABLE sbom_series (
  number  INTEGER PRIMARY KEY,
  series  TEXT NOT NULL,
  account TEXT NOT NULL,
  UNIQUE (series, account)
) STRICT;

-- Whoever sent bytes that were known was told that they are published.
INSERT INTO sbom_owner (sbom_id, account, published_at, demo, series)
  SELECT sbom.id, event.account, min(event.at), coalesce(max(account.demo), sbom.demo), sbom.series
    FROM sbom JOIN sbom_event AS event ON event.sbom_id = sbom.id LEFT JOIN account ON account.subject = event.account
   WHERE event.kind <> 'withdrawn' AND event.number > ifnull(
           (SELECT max(number) FROM sbom_event AS last WHERE last.sbom_id = sbom.id AND last.kind = 'withdrawn'), 0)
   GROUP BY sbom.id, event.account;
INSERT OR IGNORE INTO sbom_owner (sbom_id, account, published_at, demo, series)
  SELECT id, uploaded_by, uploaded_at, demo, series FROM sbom;
INSERT INTO sbom_series (series, account)
  SELECT series, account FROM sbom_owner WHERE series IS NOT NULL
   GROUP BY series, account ORDER BY min(published_at), account;
-- Of several documents of one account under one serial number and version, links led to the last one, and still do.
UPDATE sbom_owner SET link_version = (SELECT ifnull(version, 1) FROM sbom WHERE id = sbom_id)
 WHERE (account, sbom_id) IN (
   SELECT account, sbom_id FROM (
     SELECT sbom_owner.account, sbom_owner.sbom_id, row_number() OVER (
              PARTITION BY sbom_owner.account, sbom.series, ifnull(sbom.version, 1) ORDER BY published_at DESC, sbom_id DESC) AS place
       FROM sbom_owner JOIN sbom ON sbom.id = sbom_owner.sbom_id
      WHERE sbom.format = 'CycloneDX' AND sbom.series IS NOT NULL)
    WHERE place = 1);
