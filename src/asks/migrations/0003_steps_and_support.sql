-- Who was reminded or told of what is late: once for each ask, step and date.
CREATE TABLE ask_steps (
  ask BIGINT NOT NULL REFERENCES asks (id),
  step TEXT NOT NULL,
  due_on TEXT NOT NULL,
  taken_at BIGINT NOT NULL,
  PRIMARY KEY (ask, step, due_on)
);
-- "This matters to us too": once for each visit, and once for each contact.
CREATE TABLE ask_supports (
  id @id,
  ask BIGINT NOT NULL REFERENCES asks (id),
  visit TEXT NOT NULL,
  contact BIGINT REFERENCES contacts (id),
  supported_at BIGINT NOT NULL,
  UNIQUE (ask, visit),
  UNIQUE (ask, contact)
);
-- Working days from being said to the first answer; for those that were answered before, five for each seven.
ALTER TABLE asks ADD COLUMN answer_days INTEGER;
UPDATE asks SET answer_days = (answered_at - asked_at) / 86400000 * 5 / 7 WHERE answered_at IS NOT NULL;
CREATE INDEX asks_by_answer_days ON asks (service, answer_days);
-- Counts what was published: the first answer is 1.
ALTER TABLE answers ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
