CREATE VIRTUAL TABLE search_voices USING fts5(tokens, tokenize = 'ascii', prefix = '2 3');
