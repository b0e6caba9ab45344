-- "This helped" or "this is not what I asked", once for each source: what the figures count.
CREATE TABLE ask_verdicts (
  ask BIGINT NOT NULL REFERENCES asks (id),
  source_kind TEXT NOT NULL,
  source_id BIGINT NOT NULL,
  helped INTEGER NOT NULL,
  given_at BIGINT NOT NULL,
  PRIMARY KEY (ask, source_kind, source_id)
);
