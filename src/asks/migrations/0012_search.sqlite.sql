-- Asks have an index of their own, and nothing else was in the common one.
CREATE VIRTUAL TABLE search_asks USING fts5(tokens, tokenize = 'ascii', prefix = '2 3');

INSERT INTO search_asks (rowid, tokens) SELECT item, tokens FROM search_index WHERE kind = 'asks';

DROP TABLE search_index;
DROP TABLE search_rows;
