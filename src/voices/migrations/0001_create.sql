CREATE TABLE voices (
  id @id,
  reference TEXT NOT NULL UNIQUE,
  submission_key TEXT NOT NULL UNIQUE,
  receipt_hash TEXT UNIQUE,
  words TEXT NOT NULL,
  language TEXT NOT NULL,
  about BIGINT REFERENCES services (id),
  speaker TEXT NOT NULL,
  wish TEXT NOT NULL,
  may_show TEXT NOT NULL,
  heard_through TEXT NOT NULL,
  heard_on TEXT NOT NULL,
  level TEXT,
  received_at BIGINT NOT NULL,
  asked_at BIGINT
);
CREATE INDEX voices_waiting ON voices (asked_at, received_at, id);
CREATE TABLE voice_drafts (
  session BIGINT NOT NULL PRIMARY KEY,
  submission_key TEXT NOT NULL,
  words TEXT NOT NULL,
  language TEXT NOT NULL,
  about TEXT,
  speaker TEXT,
  wish TEXT,
  may_show TEXT,
  sent INTEGER NOT NULL DEFAULT 0,
  updated_at BIGINT NOT NULL
);
