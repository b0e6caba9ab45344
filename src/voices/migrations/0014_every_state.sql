-- Voices of every state are listed from this, with what they are filtered by, the latest first.
CREATE INDEX voices_listed ON voices
  (id, received_at, asked_at, closed_at, withdrawn_at, place, speaker, language, hidden) WHERE hidden IS NULL;
