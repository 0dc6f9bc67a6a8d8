-- The zone in which reports of the account write times without offset; NULL is UTC.
ALTER TABLE account ADD COLUMN time_zone TEXT;

-- When a key may sign: from (inclusive), until (exclusive); UTC with microseconds.
ALTER TABLE public_key ADD COLUMN valid_from TEXT;
ALTER TABLE public_key ADD COLUMN valid_until TEXT;

-- A password whose slow hash was once checked, as HMAC under the key of this deployment: the next login costs no argon2.
CREATE TABLE password_verifier (
  subject  TEXT NOT NULL,
  hash     TEXT NOT NULL,
  verifier TEXT NOT NULL, -- base64
  PRIMARY KEY (subject, hash),
  FOREIGN KEY (hash, subject) REFERENCES api_key (hash, subject) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Random keys of this deployment, made when first needed: 256 bits, base64.
CREATE TABLE deployment_key (
  purpose TEXT PRIMARY KEY,
  value   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
