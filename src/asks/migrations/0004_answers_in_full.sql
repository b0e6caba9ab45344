-- What is written and not published yet: a first answer, another one, a correction. What is published stands beside it.
CREATE TABLE answer_drafts (
  ask BIGINT NOT NULL PRIMARY KEY REFERENCES asks (id),
  outcome TEXT NOT NULL,
  text TEXT NOT NULL,
  will_do_by TEXT,
  because TEXT NOT NULL DEFAULT '',
  written_by BIGINT NOT NULL REFERENCES people (id),
  written_at BIGINT NOT NULL,
  look TEXT NOT NULL DEFAULT 'none',
  looked_by BIGINT REFERENCES people (id),
  look_note TEXT NOT NULL DEFAULT '',
  publish_at BIGINT,
  CHECK ((outcome = 'will') = (will_do_by IS NOT NULL))
);
INSERT INTO answer_drafts (ask, outcome, text, will_do_by, written_by, written_at)
  SELECT ask, outcome, text, will_do_by, written_by, written_at FROM answers WHERE published_at IS NULL;
DELETE FROM answers WHERE published_at IS NULL;
-- How what is published came about, and the reason for a correction.
ALTER TABLE answers ADD COLUMN how TEXT NOT NULL DEFAULT 'answered';
ALTER TABLE answers ADD COLUMN because TEXT NOT NULL DEFAULT '';
-- What was published before.
CREATE TABLE answer_history (
  ask BIGINT NOT NULL REFERENCES asks (id),
  version INTEGER NOT NULL,
  how TEXT NOT NULL,
  because TEXT NOT NULL,
  outcome TEXT NOT NULL,
  text TEXT NOT NULL,
  will_do_by TEXT,
  published_at BIGINT NOT NULL,
  PRIMARY KEY (ask, version)
);
-- "Not for us": each time that a service gave an ask back.
CREATE TABLE ask_returns (
  id @id,
  ask BIGINT NOT NULL REFERENCES asks (id),
  reason TEXT NOT NULL,
  suggested BIGINT REFERENCES services (id),
  returned_by BIGINT NOT NULL REFERENCES people (id),
  returned_at BIGINT NOT NULL
);
CREATE INDEX ask_returns_by_ask ON ask_returns (ask);
-- "This is not what I asked", once for each ask.
CREATE TABLE ask_reopenings (
  ask BIGINT NOT NULL PRIMARY KEY REFERENCES asks (id),
  reason TEXT NOT NULL,
  reopened_at BIGINT NOT NULL
);
