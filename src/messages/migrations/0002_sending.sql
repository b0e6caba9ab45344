-- `reference` is what providers know a message by. `next_at` is when it is due; while it is being sent, when another node may
-- take it over; once a provider has it, when to ask what became of it.
ALTER TABLE outbox RENAME COLUMN attempts TO tries;
ALTER TABLE outbox ADD COLUMN reference TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN large_print INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN claim TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN tried_at BIGINT;
UPDATE outbox SET reference = 'message-' || CAST(id AS TEXT);
CREATE UNIQUE INDEX outbox_reference ON outbox (reference);
CREATE INDEX outbox_tried ON outbox (tried_at);
-- What the county says before things of a kind, in a language.
CREATE TABLE message_words (
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (kind, language)
);
