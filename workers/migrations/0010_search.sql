-- What of a file is searched: JSON array of {kind, ref, title, headings, body, href}, made with the rendition.
ALTER TABLE rendition ADD COLUMN search TEXT NOT NULL DEFAULT '[]';

-- The entries of the current snapshot and of no other; filled in the transaction that makes a snapshot current.
-- Word stems, so that "flavor name" finds "flavor naming"; accents do not matter.
CREATE VIRTUAL TABLE document_search USING fts5 (
  rendition UNINDEXED, -- '<sha256> <renderer version> <path>': the row that the entry was taken from
  path UNINDEXED,
  kind UNINDEXED,      -- document, release, testcase
  href UNINDEXED,
  ref,                 -- as people type it: scs-0100-v3-flavor-naming, scs-0104-image-ubuntu
  title,
  headings,
  body,
  tokenize = 'porter unicode61 remove_diacritics 2'
);
