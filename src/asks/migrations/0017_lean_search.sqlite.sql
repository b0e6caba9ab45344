-- Nothing asks where in a text a word stands, or how long the text is, so the index does not keep it.
CREATE VIRTUAL TABLE search_asks_lean USING fts5(tokens, tokenize = 'ascii', prefix = '2 3 4', detail = 'none', columnsize = 0);

INSERT INTO search_asks_lean (rowid, tokens) SELECT rowid, tokens FROM search_asks;

DROP TABLE search_asks;

ALTER TABLE search_asks_lean RENAME TO search_asks;
