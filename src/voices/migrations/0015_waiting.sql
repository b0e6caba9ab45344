-- What waits is listed and counted from this alone, also where the index of every state would do.
DROP INDEX voices_waiting;
CREATE INDEX voices_waiting ON voices
  (read_first DESC, received_at, id, place, speaker, language, asked_at, closed_at, withdrawn_at, hidden)
  WHERE asked_at IS NULL AND closed_at IS NULL AND withdrawn_at IS NULL AND hidden IS NULL;
