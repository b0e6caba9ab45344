-- Nothing asks where in a text a word stands, or how long the text is, so the index does not keep it.
CREATE VIRTUAL TABLE search_told_lean USING fts5(tokens, tokenize = 'ascii', prefix = '2 3 4', detail = 'none', columnsize = 0);

INSERT INTO search_told_lean (rowid, tokens) SELECT rowid, tokens FROM search_told;

DROP TABLE search_told;

ALTER TABLE search_told_lean RENAME TO search_told;
