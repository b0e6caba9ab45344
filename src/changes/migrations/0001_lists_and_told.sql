-- What a service changed although nobody asked, and tells all the same. Not published yet while published_at is NULL.
CREATE TABLE changes_told (
  id @id,
  reference TEXT NOT NULL UNIQUE,
  service BIGINT NOT NULL REFERENCES services (id),
  place BIGINT REFERENCES places (id),
  changed TEXT NOT NULL,
  reason TEXT NOT NULL,
  language TEXT NOT NULL,
  changed_on TEXT NOT NULL,
  written_by BIGINT NOT NULL REFERENCES people (id),
  written_at BIGINT NOT NULL,
  published_at BIGINT
);
CREATE INDEX changes_told_by_publication ON changes_told (published_at, id);
CREATE INDEX changes_told_by_service ON changes_told (service, published_at);
CREATE TABLE told_topics (
  told BIGINT NOT NULL REFERENCES changes_told (id),
  topic BIGINT NOT NULL REFERENCES topics (id),
  PRIMARY KEY (told, topic)
);
-- The list of published answers, newest first, is read from this index alone.
CREATE INDEX answers_published ON answers (published_at, ask);
-- Promises by their day, to find those that were not kept.
CREATE INDEX answers_promised ON answers (will_do_by, ask);
-- Promises ("we will, by a day") that were kept: since when, and what is different now.
CREATE TABLE promises_kept (
  ask BIGINT NOT NULL PRIMARY KEY REFERENCES asks (id),
  kept_on TEXT NOT NULL,
  text TEXT NOT NULL,
  noted_by BIGINT NOT NULL REFERENCES people (id),
  noted_at BIGINT NOT NULL
);
