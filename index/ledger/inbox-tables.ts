/** The tables of the inbox. What is done keeps its number, by which a second delivery is recognised, and nothing else. */
export const inboxTables = `
CREATE TABLE updates (
  bot TEXT NOT NULL,
  update_id INTEGER NOT NULL,
  lane TEXT,
  asker TEXT,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'parked')),
  received_at INTEGER NOT NULL,
  ended_at INTEGER,
  payload TEXT,
  plan TEXT,
  placeholder INTEGER,
  starts INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  PRIMARY KEY (bot, update_id)
) STRICT;
CREATE INDEX updates_waiting ON updates (bot, update_id) WHERE state = 'waiting';
CREATE INDEX updates_by_asker ON updates (asker);
CREATE INDEX updates_by_end ON updates (ended_at);

CREATE TABLE sent (
  bot TEXT NOT NULL,
  update_id INTEGER NOT NULL,
  step INTEGER NOT NULL,
  chat TEXT,
  message_id INTEGER NOT NULL,
  sent_at INTEGER NOT NULL,
  PRIMARY KEY (bot, update_id, step),
  FOREIGN KEY (bot, update_id) REFERENCES updates (bot, update_id) ON DELETE CASCADE
) STRICT;
CREATE INDEX sent_by_time ON sent (bot, sent_at);
`
