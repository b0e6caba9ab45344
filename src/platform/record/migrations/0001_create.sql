CREATE TABLE record_entries (
  id @id,
  at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  -- Its place in the chain and its hash there; both empty until it is sealed.
  sequence BIGINT UNIQUE,
  hash TEXT
);
CREATE INDEX record_unsealed ON record_entries (id) WHERE sequence IS NULL;
CREATE INDEX record_by_subject ON record_entries (subject, id);

-- The end of the chain: one row, which whoever seals locks first.
CREATE TABLE record_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  sequence BIGINT NOT NULL,
  hash TEXT NOT NULL
);
INSERT INTO record_head (id, sequence, hash) VALUES (1, 0, '');
