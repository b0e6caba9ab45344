ALTER TABLE voices ADD COLUMN place BIGINT REFERENCES places (id);
ALTER TABLE voices ADD COLUMN contact BIGINT REFERENCES contacts (id);
ALTER TABLE voices ADD COLUMN feeling TEXT;
ALTER TABLE voices ADD COLUMN closed_at BIGINT;
ALTER TABLE voices ADD COLUMN closed_as TEXT;
ALTER TABLE voices ADD COLUMN closed_note TEXT NOT NULL DEFAULT '';
ALTER TABLE voices ADD COLUMN withdrawn_at BIGINT;
ALTER TABLE voices ADD COLUMN hidden TEXT;
ALTER TABLE voices ADD COLUMN hidden_at BIGINT;

-- What a voice is about, by those who said it: several services and topics, or none when they were not sure. They
-- take the place of voices.about, which is written no more.
CREATE TABLE voice_services (
  voice BIGINT NOT NULL REFERENCES voices (id),
  service BIGINT NOT NULL REFERENCES services (id),
  PRIMARY KEY (voice, service)
);
CREATE INDEX voice_services_by_service ON voice_services (service, voice);
INSERT INTO voice_services (voice, service) SELECT id, about FROM voices WHERE about IS NOT NULL;
CREATE TABLE voice_topics (
  voice BIGINT NOT NULL REFERENCES voices (id),
  topic BIGINT NOT NULL REFERENCES topics (id),
  PRIMARY KEY (voice, topic)
);
CREATE INDEX voice_topics_by_topic ON voice_topics (topic, voice);

DROP INDEX voices_waiting;
CREATE INDEX voices_waiting ON voices (received_at, id)
  WHERE asked_at IS NULL AND closed_at IS NULL AND withdrawn_at IS NULL AND hidden IS NULL;
CREATE INDEX voices_by_contact ON voices (contact);
CREATE INDEX voices_by_received ON voices (received_at);

-- The words of the voices that are here already are put into the search index, which the program alone can do.
INSERT INTO jobs (kind, payload, unique_key, state, due_at, attempts, last_error)
  SELECT 'voices.index', '', 'voices.index', 'waiting', 0, 0, '' WHERE EXISTS (SELECT 1 FROM voices);

ALTER TABLE voice_drafts ADD COLUMN place TEXT;
ALTER TABLE voice_drafts ADD COLUMN told_by TEXT;
ALTER TABLE voice_drafts ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE voice_drafts ADD COLUMN feeling TEXT;
