-- Who may do what. Same facts as the compliance monitor's bootstrap file; no secret is stored, only hashes.
CREATE TABLE account (
  subject    TEXT PRIMARY KEY,
  group_name TEXT,
  roles      INTEGER NOT NULL DEFAULT 0, -- read_any 1, append_any 2, admin 4, approve 8
  demo       INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE api_key (
  hash    TEXT NOT NULL, -- 'sha256:<hex>' of a random token
  subject TEXT NOT NULL REFERENCES account (subject) ON DELETE CASCADE,
  PRIMARY KEY (hash, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE public_key (
  subject TEXT NOT NULL REFERENCES account (subject) ON DELETE CASCADE,
  name    TEXT NOT NULL,
  type    TEXT NOT NULL, -- for example ssh-ed25519
  blob    TEXT NOT NULL, -- base64 of the wire format, as in authorized_keys
  PRIMARY KEY (subject, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE delegation (
  subject  TEXT NOT NULL REFERENCES account (subject) ON DELETE CASCADE,
  delegate TEXT NOT NULL, -- may be an account that is declared later
  PRIMARY KEY (subject, delegate)
) STRICT, WITHOUT ROWID;
