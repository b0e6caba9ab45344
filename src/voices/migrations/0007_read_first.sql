-- Whether somebody has to read it before the others: it stands at the top of the list.
ALTER TABLE voices ADD COLUMN read_first INTEGER NOT NULL DEFAULT 0;
DROP INDEX voices_waiting;
CREATE INDEX voices_waiting ON voices (read_first DESC, received_at, id)
  WHERE asked_at IS NULL AND closed_at IS NULL AND withdrawn_at IS NULL AND hidden IS NULL;

-- Whether what it says was looked over for words that somebody has to read first.
ALTER TABLE voices ADD COLUMN looked_over INTEGER NOT NULL DEFAULT 0;
CREATE INDEX voices_to_look_over ON voices (id) WHERE looked_over = 0;
