CREATE VIRTUAL TABLE search_told USING fts5(tokens, tokenize = 'ascii', prefix = '2 3');
