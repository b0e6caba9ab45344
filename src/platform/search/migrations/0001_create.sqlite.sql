-- What is in the index, and under which number. The index itself can only be looked up by words and by number.
CREATE TABLE search_rows (
  id @id,
  kind TEXT NOT NULL,
  item BIGINT NOT NULL,
  UNIQUE (kind, item)
);

-- The words come folded and with plain spaces between them, so the simplest tokenizer is the right one: it takes all
-- that is not ASCII for letters, and so does not cut Nepali words at their vowel signs as the others do.
CREATE VIRTUAL TABLE search_index USING fts5(kind UNINDEXED, item UNINDEXED, tokens, tokenize = 'ascii', prefix = '2 3');
