-- Where an ask came from: several voices can make one ask, and one voice several. What stands in asks.source_kind and
-- asks.source_id is the first, whose words the ask has.
CREATE TABLE ask_sources (
  ask BIGINT NOT NULL REFERENCES asks (id),
  source_kind TEXT NOT NULL,
  source_id BIGINT NOT NULL,
  contact BIGINT REFERENCES contacts (id),
  path TEXT NOT NULL DEFAULT '',
  joined_at BIGINT NOT NULL,
  PRIMARY KEY (ask, source_kind, source_id)
);
CREATE INDEX ask_sources_by_source ON ask_sources (source_kind, source_id);
INSERT INTO ask_sources (ask, source_kind, source_id, joined_at)
  SELECT id, source_kind, source_id, created_at FROM asks;
CREATE TABLE ask_topics (
  ask BIGINT NOT NULL REFERENCES asks (id),
  topic BIGINT NOT NULL REFERENCES topics (id),
  PRIMARY KEY (ask, topic)
);
CREATE INDEX ask_topics_by_topic ON ask_topics (topic, ask);
ALTER TABLE asks ADD COLUMN place BIGINT REFERENCES places (id);
ALTER TABLE asks ADD COLUMN hidden_at BIGINT;
ALTER TABLE asks ADD COLUMN withdrawn_at BIGINT;
-- Whether an answer is owed: none is published yet, or what is published is asked to be looked at again.
ALTER TABLE asks ADD COLUMN waits INTEGER NOT NULL DEFAULT 1;
-- When its first answer was published.
ALTER TABLE asks ADD COLUMN answered_at BIGINT;
ALTER TABLE asks ADD COLUMN paused_on TEXT;
ALTER TABLE asks ADD COLUMN pause_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE asks ADD COLUMN returned_at BIGINT;
ALTER TABLE asks ADD COLUMN reopened_at BIGINT;
ALTER TABLE asks ADD COLUMN obliged_at BIGINT;
UPDATE asks SET waits = 0, answered_at = (SELECT n.published_at FROM answers n WHERE n.ask = asks.id)
  WHERE id IN (SELECT ask FROM answers WHERE published_at IS NOT NULL);
CREATE INDEX asks_waiting ON asks (waits, due_on);
CREATE INDEX asks_by_place ON asks (place);
CREATE TABLE ask_pauses (
  id @id,
  ask BIGINT NOT NULL REFERENCES asks (id),
  reason TEXT NOT NULL,
  paused_on TEXT NOT NULL,
  paused_by TEXT NOT NULL,
  resumed_on TEXT,
  working_days INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX ask_pauses_by_ask ON ask_pauses (ask);
