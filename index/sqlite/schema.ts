import type { Schema } from './database.ts'

/**
 * The corpus. Nothing is deleted: versions, passages, vectors and facts are immutable, `membership` says which version
 * counted from which revision to which, with which facts.
 */
const FIRST = `
CREATE TABLE corpus (id TEXT NOT NULL) STRICT;
INSERT INTO corpus VALUES (lower(hex(randomblob(16))));

CREATE TABLE models (
  key INTEGER PRIMARY KEY,
  model_id TEXT NOT NULL,
  dimensions INTEGER NOT NULL
) STRICT;

CREATE TABLE revisions (
  number INTEGER PRIMARY KEY,
  built_at TEXT NOT NULL,
  model_key INTEGER NOT NULL REFERENCES models (key),
  articles INTEGER NOT NULL,
  passages INTEGER NOT NULL,
  added INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  note TEXT NOT NULL
) STRICT;

-- What is known of an article apart from its words. Changed metadata is a new row.
CREATE TABLE articles (
  key INTEGER PRIMARY KEY,
  article_id TEXT NOT NULL,
  facts TEXT NOT NULL,
  UNIQUE (article_id, facts)
) STRICT;

CREATE TABLE versions (
  key INTEGER PRIMARY KEY,
  article_id TEXT NOT NULL,
  version TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  skip TEXT NOT NULL,
  -- Last: what is listed is read without it.
  text TEXT NOT NULL,
  UNIQUE (article_id, version)
) STRICT;

CREATE TABLE passages (
  key INTEGER PRIMARY KEY,
  version_key INTEGER NOT NULL REFERENCES versions (key),
  ordinal INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('en', 'fr')),
  context TEXT,
  UNIQUE (version_key, ordinal)
) STRICT;

-- Float32, little endian. A rebuild with another model adds rows.
CREATE TABLE vectors (
  key INTEGER PRIMARY KEY,
  model_key INTEGER NOT NULL REFERENCES models (key),
  passage_key INTEGER NOT NULL REFERENCES passages (key),
  vector BLOB NOT NULL,
  UNIQUE (model_key, passage_key)
) STRICT;

CREATE TABLE membership (
  version_key INTEGER NOT NULL REFERENCES versions (key),
  article_key INTEGER NOT NULL REFERENCES articles (key),
  added_revision INTEGER NOT NULL REFERENCES revisions (number),
  removed_revision INTEGER REFERENCES revisions (number),
  UNIQUE (version_key, added_revision)
) STRICT;

-- rowid = passages.key. The words are folded and joined by spaces before they come here, so the tokenizer only splits;
-- a point is part of a decimal number.
CREATE VIRTUAL TABLE passage_words USING fts5 (words, content = '', tokenize = "ascii tokenchars '.'");
`

/** Which versions are copies of one text; filled by the writer, for older versions at its next run. */
const SECOND = `
CREATE TABLE origins (
  version_key INTEGER PRIMARY KEY REFERENCES versions (key),
  -- The first version of the same text.
  origin_key INTEGER NOT NULL REFERENCES versions (key)
) STRICT;
-- Samples by which copies are found.
CREATE TABLE shingles (
  hash INTEGER NOT NULL,
  version_key INTEGER NOT NULL,
  PRIMARY KEY (hash, version_key)
) STRICT, WITHOUT ROWID;
`

export const corpusSchema: Schema = {
  applicationId: 0x736f7572,
  migrations: [FIRST, SECOND],
  remedy:
    'bring it back with "sourcier restore BACKUP", or build it anew from its sources with "sourcier index --anew" (the old file is kept)',
}
