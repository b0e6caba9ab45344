-- What a family says after they sent it: more words, and what they think of an answer.
CREATE TABLE voice_additions (
  id @id,
  voice BIGINT NOT NULL REFERENCES voices (id),
  words TEXT NOT NULL,
  language TEXT NOT NULL,
  received_at BIGINT NOT NULL
);
CREATE INDEX voice_additions_by_voice ON voice_additions (voice, id);
CREATE TABLE voice_verdicts (
  voice BIGINT NOT NULL REFERENCES voices (id),
  ask BIGINT NOT NULL REFERENCES asks (id),
  helped INTEGER NOT NULL,
  words TEXT NOT NULL,
  given_at BIGINT NOT NULL,
  PRIMARY KEY (voice, ask)
);
CREATE INDEX voice_verdicts_by_ask ON voice_verdicts (ask, helped);
