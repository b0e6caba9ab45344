CREATE TABLE asks (
  id @id,
  reference TEXT NOT NULL UNIQUE,
  service BIGINT NOT NULL REFERENCES services (id),
  source_kind TEXT NOT NULL,
  source_id BIGINT NOT NULL,
  words TEXT NOT NULL,
  words_by TEXT NOT NULL,
  language TEXT NOT NULL,
  wish TEXT NOT NULL,
  asked_at BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  due_on TEXT NOT NULL
);
CREATE INDEX asks_by_source ON asks (source_kind, source_id);
CREATE INDEX asks_by_service ON asks (service, due_on);
CREATE TABLE answers (
  ask BIGINT NOT NULL PRIMARY KEY REFERENCES asks (id),
  outcome TEXT NOT NULL,
  text TEXT NOT NULL,
  will_do_by TEXT,
  written_by BIGINT NOT NULL REFERENCES people (id),
  written_at BIGINT NOT NULL,
  published_at BIGINT,
  CHECK ((outcome = 'will') = (will_do_by IS NOT NULL))
);
CREATE INDEX answers_by_publication ON answers (published_at);
