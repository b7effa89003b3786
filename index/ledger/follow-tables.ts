/** Followed questions, and the news of them that are still to be told; `taken_at`: since when somebody is telling it. */
export const followTables = `
CREATE TABLE follows (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  question TEXT NOT NULL,
  target TEXT NOT NULL,
  language TEXT,
  revision INTEGER NOT NULL,
  known TEXT NOT NULL
) STRICT;

CREATE TABLE follow_news (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  follow_key INTEGER NOT NULL REFERENCES follows (key) ON DELETE CASCADE,
  answer TEXT NOT NULL,
  taken_at INTEGER,
  -- How often somebody tried to tell it.
  tries INTEGER NOT NULL DEFAULT 0
) STRICT;
`
