import type { Schema } from '../sqlite/database.ts'
import { followTables } from './follow-tables.ts'

/** Questions are personal: what is deleted is overwritten (`secure_delete`), what is private is only counted. */
const FIRST = `
CREATE TABLE answers (
  id TEXT PRIMARY KEY,
  asker TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  status TEXT NOT NULL,
  language TEXT NOT NULL,
  question TEXT NOT NULL,
  answer TEXT NOT NULL
) STRICT;
CREATE INDEX answers_by_asker ON answers (asker);
CREATE INDEX answers_by_time ON answers (asked_at);

CREATE TABLE counts (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT;
`

/** The evidence record beside the answer; of answers given before there was one it is made when it is opened. */
const SECOND = `
ALTER TABLE answers ADD COLUMN record TEXT;
`

/** Feedback goes with its answer. What people and groups have chosen stays until they take it back or are forgotten. */
const THIRD = `
CREATE TABLE feedback (
  answer TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
  asker TEXT NOT NULL,
  kind TEXT NOT NULL,
  citation INTEGER,
  note TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (answer, asker)
) STRICT;
CREATE INDEX feedback_by_asker ON feedback (asker);
CREATE INDEX feedback_by_time ON feedback (at);

CREATE TABLE preferences (
  asker TEXT PRIMARY KEY,
  language TEXT,
  private INTEGER
) STRICT;

CREATE TABLE group_settings (
  place TEXT PRIMARY KEY,
  settings TEXT NOT NULL
) STRICT;
`

/** Where it was asked, so that those who look after one server see no other's questions; none for direct messages. */
const FIFTH = `
ALTER TABLE answers ADD COLUMN place TEXT;
CREATE INDEX answers_by_place ON answers (place);
`

export const ledgerSchema: Schema = {
  applicationId: 0x736f754c,
  migrations: [FIRST, SECOND, THIRD, followTables, FIFTH],
  remedy: 'move it away, a new one is made at the next start (past answers can then no longer be opened)',
}
